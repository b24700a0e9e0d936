import {expect, test} from "vitest";
import {normalCdf} from "../../lib/statistics/normal.js";
import {symmetricStableCdf} from "../../lib/statistics/symmetricStableCdf.js";

test("is the normal law of variance 2 at α = 2", () => {
  const law = symmetricStableCdf(2);
  for (let x = -7; x <= 7; x += 0.13) expect(law(x)).toBeCloseTo(normalCdf(x / Math.SQRT2), 7);
});

test("agrees with the inversion of its characteristic function", () => {
  for (const alpha of [1.2, 1.5, 1.8]) {
    const law = symmetricStableCdf(alpha);
    for (const x of [0.02, 0.3, 1, 4, 20]) {
      const [n, end] = [60_000, 30];
      let sum = 0;
      for (let k = 0; k < n; k++) {
        const t = ((k + 0.5) * end) / n;
        sum += (Math.sin(x * t) / t) * Math.exp(-(t ** alpha));
      }
      expect(Math.abs(law(x) - 0.5 - (sum * end) / n / Math.PI)).toBeLessThan(1e-4);
    }
  }
});

test("has the tail Γ(α) sin(πα/2)/π · x^−α", () => {
  // Γ(3/2) = √π/2
  const tail = (Math.sqrt(Math.PI) / 2 / Math.PI) * Math.sin(0.75 * Math.PI) * 4000 ** -1.5;
  expect((1 - symmetricStableCdf(1.5)(4000)) / tail).toBeCloseTo(1, 3);
});

test("refuses α outside (1, 2]", () => {
  expect(() => symmetricStableCdf(1)).toThrow("alpha must lie in (1, 2]; got 1");
});
