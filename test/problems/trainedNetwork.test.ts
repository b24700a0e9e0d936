import {describe, expect, test} from "vitest";
import {trainedNetwork} from "../../lib/problems/trainedNetwork.js";

const settings = {samples: 60, inputs: 2, hidden: 3, teacher: 2, noise: 0.2, decay: 0.02};
const {network, weights, loss, gradientNorm} = trainedNetwork(3, settings);
const d = network.dimension;
const all = Int32Array.from({length: network.samples}, (_, i) => i);
const gradientAt = (w: Float64Array) => {
  const g = new Float64Array(d);
  network.gradient(w, all, g);
  return g;
};
/** A point that is no minimum. */
const away = weights.map((x, k) => x + 0.1 * Math.sin(k + 1));

describe("a network trained to rest", () => {
  test("has no gradient there, and more loss around it", () => {
    expect(gradientNorm).toBeLessThan(1e-11);
    expect(network.loss(weights)).toBe(loss);
    for (let k = 0; k < d; k++)
      for (const step of [-1e-3, 1e-3])
        expect(network.loss(weights.map((x, j) => (j === k ? x + step : x)))).toBeGreaterThan(loss);
  });

  test("has the gradient of its loss", () => {
    const g = gradientAt(away);
    for (let k = 0; k < d; k++) {
      const at = (step: number) => network.loss(away.map((x, j) => (j === k ? x + step : x)));
      expect((at(1e-5) - at(-1e-5)) / 2e-5).toBeCloseTo(g[k], 8);
    }
  });

  test("has the Hessian of its gradient, which is symmetric", () => {
    const {hessian} = network.curvatures(away);
    for (let k = 0; k < d; k++) {
      const at = (step: number) => gradientAt(away.map((x, j) => (j === k ? x + step : x)));
      const [up, down] = [at(1e-5), at(-1e-5)];
      for (let j = 0; j < d; j++) {
        expect((up[j] - down[j]) / 2e-5).toBeCloseTo(hessian[k * d + j], 7);
        expect(Math.abs(hessian[k * d + j] - hessian[j * d + k])).toBeLessThan(1e-14);
      }
    }
  });

  test("has samples whose gradients average to that of all", () => {
    const rows = network.sampleGradients(away);
    const g = gradientAt(away);
    for (let k = 0; k < d; k++) {
      let mean = 0;
      for (let i = 0; i < network.samples; i++) mean += rows[i * d + k] / network.samples;
      expect(mean).toBeCloseTo(g[k], 13);
    }
  });
});
