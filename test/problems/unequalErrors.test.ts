import {describe, expect, test} from "vitest";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {bernoulliScore} from "../../lib/problems/bernoulliScore.js";
import {unequalErrors} from "../../lib/problems/unequalErrors.js";

describe("least squares on unequal errors", () => {
  /** Unit vectors in place of the errors: the estimator is linear, so they give its matrix. */
  function estimatorRows(skew: number, repeats: number): number[][] {
    const n = 4 * repeats;
    return Array.from({length: n}, (_, hot) => {
      let at = 0;
      const source = {next: () => (at++ === hot ? 1 : 0)};
      return Array.from(unequalErrors({skew}).estimates({dataSets: 1, repeats, source}));
    });
  }

  test.each([
    [0, 1],
    [0.7, 1],
    [-0.4, 3],
    [1, 2]
  ])("its estimates have covariance H⁻¹GH⁻¹ exactly, s = %d, n/4 = %d", (skew, repeats) => {
    const rows = estimatorRows(skew, repeats);
    const sandwich = sandwichCovariance(unequalErrors({skew}).hessian, unequalErrors({skew}).noise);
    for (const i of [0, 1])
      for (const j of [0, 1]) {
        const found = rows.reduce((sum, row) => sum + row[i] * row[j], 0);
        // c = 4, n = 4·repeats terms.
        expect(Math.abs(found - sandwich.get(i, j))).toBeLessThan(
          4 * rows.length * Number.EPSILON * sandwich.norm()
        );
      }
  });

  test("equal errors make noise and curvature one; scaling the loss parts them", () => {
    const {hessian, noise} = unequalErrors({skew: 0});
    expect(noise.to2DArray()).toEqual(hessian.to2DArray());
    const scaled = unequalErrors({skew: 0, lossScale: 3});
    expect(scaled.hessian.get(1, 1)).toBe(3.75);
    expect(scaled.noise.get(1, 1)).toBe(11.25);
  });

  test("names what is out of range", () => {
    expect(() => unequalErrors({skew: 2})).toThrow(/skew must lie in \[−1, 1\]; got 2/);
    expect(() => unequalErrors({skew: 0, lossScale: 0})).toThrow(/lossScale/);
  });
});

describe("score of a Bernoulli model", () => {
  test.each([-3, 0, 0.4, 2])("the identities hold at the truth, θ = %d", theta => {
    const {mean, second, curvature} = bernoulliScore(theta, theta);
    expect(Math.abs(mean)).toBeLessThan(2 * Number.EPSILON);
    expect(Math.abs(second - curvature)).toBeLessThan(4 * Number.EPSILON);
  });

  test("and the curvature is the derivative of the mean, anywhere", () => {
    const step = 1e-5;
    const slope =
      (bernoulliScore(1 + step, 0.3).mean - bernoulliScore(1 - step, 0.3).mean) / 2 / step;
    expect(slope).toBeCloseTo(-bernoulliScore(1, 0.3).curvature, 9);
    expect(bernoulliScore(1, 0.3).second).not.toBeCloseTo(bernoulliScore(1, 0.3).curvature, 2);
  });

  test("names what is out of range", () => {
    expect(() => bernoulliScore(31, 0)).toThrow(/theta must lie in \[−30, 30\]; got 31/);
  });
});
