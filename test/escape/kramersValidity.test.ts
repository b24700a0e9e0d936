import {describe, expect, test} from "vitest";
import {kramersValidity} from "../../lib/escape/kramersRate.js";

/** k·Var of w ← (1 − λk)w + √(k/S) λ z, by running its variance until it stands still. */
function temperature(lambda: number, k: number, S: number): number {
  let variance = 0;
  for (let t = 0; t < 50 / (lambda * k * Math.min(1, 2 - lambda * k)); t++)
    variance = (1 - lambda * k) ** 2 * variance + (lambda * lambda * k) / S;
  return k * variance;
}

const options = {
  curvatureMin: 1.5,
  curvatureBarrier: 0.7,
  barrier: 2,
  learningRate: 0.4,
  batchSize: 3,
  split: 0.5
};

describe("the range of validity of the rate of escape", () => {
  test.each([0.05, 0.4, 1.2])(
    "holds the barrier beside the temperature in the well, λ = %f",
    rate => {
      const {wellTemperatures} = kramersValidity({...options, learningRate: rate});
      expect(wellTemperatures * temperature(rate, 1.5, 3)).toBeCloseTo(2, 10);
    }
  );

  test("holds it beside that of the diffusion on the top", () => {
    // λ|k_b|/(2S), per unit of λ where λ is small
    const small = 1e-5;
    const {topTemperatures} = kramersValidity(options);
    expect((topTemperatures * temperature(small, 0.7, 3) * 0.4) / small).toBeCloseTo(2, 4);
  });

  test("asks for four temperatures of both", () => {
    const of = (barrier: number, curvatureBarrier: number) =>
      kramersValidity({...options, barrier, curvatureBarrier}).asymptotic;
    const well = temperature(0.4, 1.5, 3);
    expect(of(4.01 * well, 0.7)).toBe(true);
    expect(of(3.99 * well, 0.7)).toBe(false);
    const top = (0.4 * 6) / 6;
    expect(of(4.01 * top, 6)).toBe(true);
    expect(of(3.99 * top, 6)).toBe(false);
  });
});
