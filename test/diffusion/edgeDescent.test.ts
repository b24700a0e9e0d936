import {expect, test} from "vitest";
import {edgeDescent} from "../../lib/diffusion/edgeDescent.js";
import {edgeFlow} from "../../lib/diffusion/edgeFlow.js";

const run = (slope: number, start = 0.05) =>
  edgeDescent({learningRate: 0.5, slope, time: 2, start});

test("follows the gradient of its loss, by differences", () => {
  const [learningRate, slope] = [0.4, 0.05];
  const loss = (x: number, y: number, v: number) =>
    (2 / learningRate + x + y ** 2 / 2) * (0.5 - 0.5 / (1 + v * v)) - slope * x;
  const path = edgeDescent({learningRate, slope, time: 0.5, start: 0.7});
  const h = 1e-5;
  for (let k = 0; k + 1 < path.y.length; k++) {
    const [y, v] = [path.y[k], path.v[k]];
    const x = (path.sharpness[k] - 2) / learningRate - (y * y) / 2;
    const dy = (loss(x, y + h, v) - loss(x, y - h, v)) / (2 * h);
    const dv = (loss(x, y, v + h) - loss(x, y, v - h)) / (2 * h);
    const dx = (loss(x + h, y, v) - loss(x - h, y, v)) / (2 * h);
    expect(path.y[k + 1]).toBeCloseTo(y - learningRate * dy, 8);
    expect(path.v[k + 1]).toBeCloseTo(v - learningRate * dv, 8);
    const next = (path.sharpness[k + 1] - 2) / learningRate - path.y[k + 1] ** 2 / 2;
    expect(next).toBeCloseTo(x - learningRate * dx, 8);
  }
});

test("stays at the edge and on the central flow, to first order in the slope, from any start", () => {
  for (const start of [0.002, 0.05]) {
    const errors = [0.004, 0.002, 0.001].map(slope => {
      const {y, sharpness} = run(slope, start);
      expect(Math.abs((sharpness.at(-1) as number) - 2)).toBeLessThan(9 * slope);
      return (y.at(-1) as number) - edgeFlow(2);
    });
    expect(Math.log2(errors[0] / errors[1])).toBeCloseTo(1, 1);
    expect(Math.log2(errors[1] / errors[2])).toBeCloseTo(1, 1);
  }
});

test("the flow solves its equation", () => {
  for (const t of [0, 0.3, 1, 2, 7]) {
    const y = edgeFlow(t);
    expect(Math.log(y) + (y * y) / 2).toBeCloseTo(0.5 - t, 13);
    const slope = (edgeFlow(t + 1e-5) - edgeFlow(Math.max(0, t - 1e-5))) / (t > 0 ? 2e-5 : 1e-5);
    expect(slope).toBeCloseTo(-y / (1 + y * y), 4);
  }
});

test("without oscillation it is the gradient flow: y stays", () => {
  const {y, sharpness} = run(0.004, 0);
  expect(y.at(-1)).toBe(1);
  expect(sharpness.at(-1)).toBeGreaterThan(2.9);
});

test("refuses a slope that throws it out of the valley", () => {
  expect(() => run(0.2)).toThrow("slope must lie in (0, 0.1]; got 0.2");
  expect(() => edgeFlow(-1)).toThrow("time must lie in [0, ∞); got -1");
});
