import {describe, expect, it} from "vitest";
import {symmetricStable} from "../../lib/random/symmetricStable.js";
import {kolmogorovSmirnov, meanZ, normalCdf, sample, seeded} from "./sampling.js";

const N = 50_000;

describe("symmetricStable", () => {
  it.each([0.3, 0.7, 1, 1.2, 1.5, 1.9, 2])(
    "has the characteristic function e^{−|t|^α}, α = %f",
    alpha => {
      const source = seeded(17);
      const x = sample(N, () => symmetricStable(source, alpha));
      const phi = (t: number) => Math.exp(-(t ** alpha));
      for (const t of [0.2, 0.5, 1, 1.7]) {
        const cosines = x.map(v => Math.cos(t * v));
        const sines = x.map(v => Math.sin(t * v));
        // n = 5·10⁴; Var cos(tX) = (1 + φ(2t))/2 − φ(t)², Var sin(tX) = (1 − φ(2t))/2; 8 tests per α
        expect(Math.abs(meanZ(cosines, phi(t), (1 + phi(2 * t)) / 2 - phi(t) ** 2))).toBeLessThan(
          4
        );
        expect(Math.abs(meanZ(sines, 0, (1 - phi(2 * t)) / 2))).toBeLessThan(4);
      }
    }
  );

  it("is Cauchy at α = 1 and normal with variance 2 at α = 2", () => {
    const source = seeded(18);
    const cauchy = sample(N, () => symmetricStable(source, 1));
    expect(kolmogorovSmirnov(cauchy, x => 0.5 + Math.atan(x) / Math.PI)).toBeLessThan(2.23);
    const normal = sample(N, () => symmetricStable(source, 2));
    expect(kolmogorovSmirnov(normal, x => normalCdf(x / Math.SQRT2))).toBeLessThan(2.23);
  });

  it("is continuous in α at 1", () => {
    for (let seed = 0; seed < 200; seed++) {
      const at = symmetricStable(seeded(seed), 1);
      // the derivative in α is of the order |x| (1 + log²|x|), and log of the exponential variate
      const near = symmetricStable(seeded(seed), 1 + 1e-9);
      expect(Math.abs(near - at)).toBeLessThan(1e-9 * (1 + Math.abs(at)) * 1000);
    }
  });

  it("has sums that scale as n^{1/α}: n = 4 sums of 4 are one, α = 1.5", () => {
    const source = seeded(19);
    const sums = sample(N, () => {
      let sum = 0;
      for (let i = 0; i < 4; i++) sum += symmetricStable(source, 1.5);
      return sum / 4 ** (1 / 1.5);
    });
    const phi = (t: number) => Math.exp(-(t ** 1.5));
    const cosines = sums.map(v => Math.cos(v));
    expect(Math.abs(meanZ(cosines, phi(1), (1 + phi(2)) / 2 - phi(1) ** 2))).toBeLessThan(4);
  });

  it("has the tail C x^{−α}, C = 2 sin(πα/2) Γ(α)/π, α = 1.5", () => {
    const source = seeded(20);
    const x = sample(4 * N, () => symmetricStable(source, 1.5));
    const tail = 100 ** -1.5 * ((2 * Math.sin(0.75 * Math.PI) * 0.886226925452758) / Math.PI);
    const beyond = x.filter(v => Math.abs(v) > 100).length;
    // n = 2·10⁵, about 80 beyond; the next term of the tail is 0.2 % of it
    expect(Math.abs(beyond - 4 * N * tail) / Math.sqrt(4 * N * tail)).toBeLessThan(4);
  });

  it("is never NaN, however small α (n = 5·10⁴)", () => {
    const source = seeded(29);
    for (const x of sample(N, () => symmetricStable(source, 0.002))) expect(x).not.toBeNaN();
  });

  it("refuses α outside (0, 2]", () => {
    expect(() => symmetricStable(seeded(1), 0)).toThrow("alpha must lie in (0, 2]; got 0");
    expect(() => symmetricStable(seeded(1), 2.1)).toThrow("alpha must lie in (0, 2]; got 2.1");
  });
});
