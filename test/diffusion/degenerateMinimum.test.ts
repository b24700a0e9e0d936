import {describe, expect, test} from "vitest";
import {
  drawTempered,
  isotropicStep,
  labelNoiseStep,
  temperedMeanLoss
} from "../../lib/diffusion/degenerateMinimum.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

const source = (cell: string) =>
  uniforms({seed: 8, experiment: "degenerate minimum", cell, replicate: 0});
const beta = 100;

/** Mean and standard error of βL over n draws. */
function meanLoss(n: number, draw: () => readonly [number, number]) {
  let [sum, squares] = [0, 0];
  for (let k = 0; k < n; k++) {
    const [x, y] = draw();
    const loss = (beta * (x * y) ** 2) / 2;
    sum += loss;
    squares += loss * loss;
  }
  return {mean: sum / n, error: Math.sqrt((squares / n - (sum / n) ** 2) / n)};
}

describe("the tempered posterior of ½θ₁²θ₂²", () => {
  test("has the mean loss of its draws", () => {
    const next = source("draws");
    const {mean, error} = meanLoss(20_000, () => drawTempered(next, beta));
    expect(Math.abs(mean - temperedMeanLoss(beta)) / error).toBeLessThan(4);
  });

  test("is kept by isotropic noise", () => {
    const next = source("isotropic");
    const normal = normals(next);
    const {mean, error} = meanLoss(4000, () => {
      let theta = drawTempered(next, beta);
      for (let k = 0; k < 60; k++) theta = isotropicStep(theta, 0.01, beta, normal);
      expect(Math.max(...theta.map(Math.abs))).toBeLessThanOrEqual(1);
      return theta;
    });
    expect(Math.abs(mean - temperedMeanLoss(beta)) / error).toBeLessThan(4);
  });

  test("refuses a temperature too high for the formula", () => {
    expect(() => temperedMeanLoss(1)).toThrow("inverseTemperature must lie in [10, ∞); got 1");
  });
});

test("label noise multiplies θ₁² − θ₂² by one factor for all θ of the same u", () => {
  const kick = {next: () => 0.7};
  const shrink = ([x, y]: readonly [number, number]) => {
    const [a, b] = labelNoiseStep([x, y], 0.1, beta, kick);
    return (a * a - b * b) / (x * x - y * y);
  };
  const sigma = Math.sqrt(2 / (beta * 0.1));
  const factor = 1 - 0.01 * (0.12 + sigma * 0.7) ** 2;
  for (const x of [0.2, 0.3, 0.6, -1.2]) expect(shrink([x, 0.12 / x])).toBeCloseTo(factor, 13);
});
