import {expect, it} from "vitest";
import {robbinsMonroProductLimit} from "../../lib/budgets/robbinsMonroProductLimit.js";

/** The least C₂ and C₁ at η₀²Tr F²/b = 1 that serve V ← (1 − a/t + c/t²)V + t⁻² up to a horizon. */
function leastConstants(a: number, c: number, horizon: number) {
  let [product, noise] = [1, 0];
  let [second, first] = [1, 0];
  for (let t = 1; t < horizon; t++) {
    const factor = 1 - a / t + c / t ** 2;
    product *= factor;
    noise = factor * noise + 1 / t ** 2;
    second = Math.max(second, product * (t + 1) ** a);
    first = Math.max(first, noise * (t + 1));
  }
  return {first, second};
}

const exponents = [1.05, 1.5, 2.4, 4];
const roots = [0, 1, 2, 5, 10, 20];
const cases = exponents.flatMap(a => roots.map(root => ({a, c: Math.max(a ** 2 / 4, root ** 2)})));

it.each(cases)("serves with the constants of the proof at a = $a, c = $c", ({a, c}) => {
  const {first, second} = leastConstants(a, c, 20_000);
  const proof = Math.exp((Math.PI ** 2 * c) / 6);
  expect(second).toBeLessThanOrEqual(proof);
  expect(first).toBeLessThanOrEqual((2 ** a * proof * a) / (a - 1));
  expect(second).toBeGreaterThanOrEqual(0.95 * robbinsMonroProductLimit(a, c));
});

it("needs no more than e^(π√c) in the exponent, and no less", () => {
  for (const a of exponents) {
    const [low, high] = [30, 60].map(root => leastConstants(a, root ** 2, 200_000));
    for (const which of ["first", "second"] as const) {
      const slope = Math.log(high[which] / low[which]) / (30 * Math.PI);
      // A power of √c is left, below the fifth: 5 log 2 in 30π.
      expect(Math.abs(slope - 1)).toBeLessThan((5 * Math.log(2)) / (30 * Math.PI));
    }
  }
});

it("has a first constant of 1/(a − 1) in the limit, whatever c", () => {
  for (const [a, c] of [
    [2.4, 2],
    [4, 4]
  ]) {
    let noise = 0;
    const horizon = 200_000;
    for (let t = 1; t < horizon; t++) noise = (1 - a / t + c / t ** 2) * noise + 1 / t ** 2;
    expect(noise * horizon * (a - 1)).toBeCloseTo(1, 3);
  }
});
