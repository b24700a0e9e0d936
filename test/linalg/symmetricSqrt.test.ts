import {describe, expect, it} from "vitest";
import {symmetricSqrt} from "../../lib/linalg/symmetricSqrt.js";
import {randomSpd, uniforms} from "./random.js";

describe("symmetricSqrt", () => {
  for (const [n, condition] of [
    [1, 1],
    [2, 1e8],
    [5, 10],
    [30, 1e8]
  ])
    it(`squares to S at n = ${n}, condition ${condition}`, () => {
      const S = randomSpd(n, condition, uniforms(n));
      const R = symmetricSqrt(S);
      expect(R.mmul(R).sub(S).norm()).toBeLessThanOrEqual(20 * n * Number.EPSILON * S.norm());
      expect(R.isSymmetric()).toBe(true);
      expect(R.trace()).toBeGreaterThan(0);
    });

  it("takes singular matrices, zero included", () => {
    const ones = [
      [1, 1],
      [1, 1]
    ];
    const R = symmetricSqrt(ones);
    for (const x of R.to1DArray()) expect(Math.abs(x - Math.SQRT1_2)).toBeLessThan(1e-7); // √ε: √ of a rounded zero
    expect(symmetricSqrt([[0]]).get(0, 0)).toBe(0);
  });

  it("refuses a negative eigenvalue", () => {
    expect(() => symmetricSqrt([[-1]])).toThrow(
      "S must be positive semidefinite; got an eigenvalue of -1"
    );
  });
});
