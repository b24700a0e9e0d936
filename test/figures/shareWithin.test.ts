import {describe, expect, it} from "vitest";
import {shareWithin} from "../../src/figures/shareWithin.js";

/** The mass of a Gaussian's density on a grid of squares whose centres lie in the ellipse. */
function mass(variances: readonly [number, number], radius: number): number {
  const [a, b] = variances;
  const step = 0.004;
  let sum = 0;
  for (let x = step / 2; x < radius; x += step)
    for (let y = step / 2; x * x + y * y < radius * radius; y += step)
      sum += Math.exp(-(x * x) / (2 * a) - (y * y) / (2 * b));
  return (4 * sum * step * step) / (2 * Math.PI * Math.sqrt(a * b));
}

describe("shareWithin", () => {
  it("is 1 − e^{−r²/2} for the Gaussian's own ellipse", () => {
    expect(shareWithin([1, 1], 3)).toBeCloseTo(1 - Math.exp(-4.5), 14);
  });

  it("is the mass within the ellipse of another Gaussian", () => {
    for (const ratios of [
      [1, 0.866],
      [0.3, 1.4],
      [1, 2.5]
    ] as const)
      expect(shareWithin(ratios, 3)).toBeCloseTo(mass(ratios, 3), 4);
  });
});
