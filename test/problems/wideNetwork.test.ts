import {describe, expect, it} from "vitest";
import {descend, flow, tangentKernelFlow} from "../../lib/problems/trainingRun.js";
import {wideNetwork} from "../../lib/problems/wideNetwork.js";
import {uniformSource} from "../statistics/uniformSource.js";

const task = {
  inputs: [-1.2, 0.1, 0.8],
  targets: [0.4, -0.5, 0.9],
  testInputs: [-0.5, 0.5],
  testTargets: [0, 0.3]
};
const start = (hidden: number) =>
  Float64Array.from({length: 3 * hidden}, (_, j) => 1.2 * Math.cos(1.7 * j + 0.4));

describe("wideNetwork", () => {
  it("is what its formula says, with Math.tanh", () => {
    const w = start(4);
    let sum = 0;
    for (let j = 0; j < 4; j++) sum += w[8 + j] * Math.tanh(w[j] * 0.7 + w[4 + j]);
    expect(wideNetwork(4).output(w, 0.7)).toBeCloseTo(sum / 2, 13);
    expect(wideNetwork(1).output(Float64Array.of(50, 0, 1), -1)).toBe(-1);
  });

  it("has the gradients of central differences, of its output and of its loss", () => {
    const network = wideNetwork(3);
    const w = start(3);
    const g = new Float64Array(9);
    const loss = () => network.meanSquare(w, task.inputs, task.targets) / 2;
    for (const [fill, value] of [
      [() => network.outputGradient(w, 0.3, g), () => network.output(w, 0.3)],
      [() => network.gradient(w, task.inputs, task.targets, g), loss]
    ] as const) {
      fill();
      for (let j = 0; j < 9; j++) {
        const keep = w[j];
        w[j] = keep + 1e-5;
        const up = value();
        w[j] = keep - 1e-5;
        const down = value();
        w[j] = keep;
        expect(g[j]).toBeCloseTo((up - down) / 2e-5, 8);
      }
    }
  });
});

describe("training", () => {
  it("by descent tends to the flow, with an error of first order", () => {
    const network = wideNetwork(4);
    const limit = flow(network, start(4), task, {time: 4, steps: 200}).test;
    const error = (learningRate: number) =>
      descend(network, start(4), task, {learningRate, time: 4}).test - limit;
    expect(error(0.02) / error(0.01)).toBeGreaterThan(1.9);
    expect(error(0.02) / error(0.01)).toBeLessThan(2.1);
  });

  it("by the kernel's flow nears that of the network as it widens, and has converged in time", () => {
    const gap = (hidden: number) => {
      const network = wideNetwork(hidden);
      const source = uniformSource(8);
      const drawn = Float64Array.from({length: 3 * hidden}, () => source.normal());
      const limit = {time: 3, steps: 60};
      const kernel = tangentKernelFlow(network, drawn, task, limit);
      const fine = tangentKernelFlow(network, drawn, task, {time: 3, steps: 240});
      expect(Math.abs(kernel.test - fine.test)).toBeLessThan(1e-6);
      return Math.abs(kernel.test - flow(network, drawn, task, limit).test);
    };
    expect(gap(4)).toBeGreaterThan(1e-3);
    expect(gap(4000)).toBeLessThan(1e-4);
  });

  it("has its edge where descent on the linearisation stops contracting", () => {
    const network = wideNetwork(20);
    const {edge} = tangentKernelFlow(network, start(20), task, {time: 1, steps: 10});
    const gradients = task.inputs.map(x => {
      const g = new Float64Array(60);
      network.outputGradient(start(20), x, g);
      return g;
    });
    const kernel = gradients.map(a =>
      gradients.map(b => a.reduce((s, x, j) => s + x * b[j], 0) / 3)
    );
    // det(K − 2/edge) = 0, by cofactors.
    const [[a, b, c], [d, e, f], [g, h, i]] = kernel.map((row, p) =>
      row.map((x, q) => x - (p === q ? 2 / edge : 0))
    );
    const size = kernel[0][0] * kernel[1][1] * kernel[2][2];
    expect(
      Math.abs(a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)) / size
    ).toBeLessThan(1e-10);
  });
});
