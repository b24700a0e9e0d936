import {expect} from "vitest";
import type {Problem} from "../../lib/problems/problem.js";

/**
 * Checks gradient, sample gradients and Hessian against differences of the loss and the gradient:
 * central, Richardson-extrapolated (error h⁴), to 10⁻⁸ relative to the size of what is compared.
 */
export function checkProblem(problem: Problem, weights: number[]): void {
  const {dimension: d, samples: n} = problem;
  const gradient = problem.gradient(weights);
  const rows = problem.sampleGradients(weights);
  expect([rows.rows, rows.columns]).toEqual([n, d]);
  const scale = 1e-8 * (1 + Math.hypot(...gradient));
  rows.mean("column").forEach((x, j) => {
    expect(Math.abs(x - gradient[j])).toBeLessThan(1e-13 * n * (1 + rows.norm()));
  });
  const hessian = problem.hessian(weights);
  for (let j = 0; j < d; j++) {
    const along = (step: number) => weights.map((w, i) => (i === j ? w + step : w));
    const slope = richardson(step => problem.loss(along(step)));
    expect(Math.abs(slope - gradient[j])).toBeLessThan(scale);
    for (let k = 0; k < d; k++) {
      const bend = richardson(step => problem.gradient(along(step))[k]);
      expect(Math.abs(bend - hessian.get(j, k))).toBeLessThan(scale * (1 + hessian.norm()));
      expect(hessian.get(j, k)).toBe(hessian.get(k, j));
    }
  }
}

function richardson(f: (step: number) => number): number {
  const central = (h: number) => (f(h) - f(-h)) / (2 * h);
  const h = 2e-3;
  return (4 * central(h / 2) - central(h)) / 3;
}
