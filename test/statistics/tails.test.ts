import {describe, expect, it} from "vitest";
import {erf, erfc} from "../../lib/statistics/erf.js";
import {regularisedGammaP, regularisedGammaQ} from "../../lib/statistics/incompleteGamma.js";
import {deviance} from "../../lib/statistics/logGamma.js";
import {normalCdf, normalTwoSided} from "../../lib/statistics/normal.js";
import {studentTQuantile, studentTTwoSided} from "../../lib/statistics/studentT.js";
import reference from "./fixtures/tails.json" with {type: "json"};

/** |got − want| ≤ c·ε·|want| */
function close(got: number, want: number, c: number): void {
  expect(Math.abs(got / want - 1), `${got} for ${want}`).toBeLessThanOrEqual(c * Number.EPSILON);
}

describe("Student's t, to what its docstring promises", () => {
  it.each(reference.student)(
    "scipy#18386, haskell/statistics#160: t = %f, ν = %f",
    (t, nu, want) => {
      close(studentTTwoSided(t, nu), want, 1000 + Math.min(t * t, 1e4));
    }
  );

  it.each(reference.cauchy)("stan-math#2923, scipy#25667, ν = 1: t = %f", (t, want) => {
    close(studentTTwoSided(t, 1), want, 64);
  });

  it("is the normal's in the limit, and 0 at infinity", () => {
    expect(studentTTwoSided(40, 1e20)).toBe(0);
    close(studentTTwoSided(2, 1e300), normalTwoSided(2), 64);
    close(
      studentTQuantile(0.975, 1e12),
      1.959963984540054 * (1 + (1.959963984540054 ** 2 + 1) / 4e12),
      64
    );
    expect(studentTTwoSided(Infinity, 3)).toBe(0);
    expect(studentTTwoSided(0, 1e9)).toBeCloseTo(1, 14);
    expect(() => studentTTwoSided(Number.NaN, 3)).toThrow("t must be a number; got NaN");
  });

  it("has no step where one method takes over from another, c = 2000", () => {
    for (const t of [0.1, 1, 5, 20])
      close(studentTTwoSided(t, 1000 * (1 - 1e-13)), studentTTwoSided(t, 1000), 2000 + 40 * t * t);
    for (const r of [0.75, 1e9]) {
      const t = r * Math.sqrt(1500);
      if (r < 1)
        close(
          studentTTwoSided(t * (1 + 1e-15), 1500),
          studentTTwoSided(t * (1 - 1e-15), 1500),
          2e4
        );
      else
        close(
          studentTTwoSided(r * 1.000001, 1),
          studentTTwoSided(r * 0.999999, 1) * (0.999999 / 1.000001),
          2000
        );
    }
  });
});

describe("erfc and the normal, c = 16 down to 10⁻³⁰⁵", () => {
  it.each(reference.erfc)("erfc(%f)", (x, want) => {
    close(erfc(x), want, 16);
    close(1 - erf(x), want, 16 + 1 / want);
  });

  it.each(reference.normal)("Φ(%f)", (z, want) => {
    close(normalCdf(z), want, 16);
    close(normalTwoSided(z), 2 * want, 16);
  });

  it("end in 0 and 1", () => {
    expect([erfc(30), erfc(Infinity), erfc(-30), erf(Infinity), erf(-50)]).toEqual([
      0, 0, 2, 1, -1
    ]);
    expect([normalCdf(-50), normalCdf(50), normalCdf(-Infinity)]).toEqual([0, 1, 0]);
  });
});

describe("incomplete gamma at large a, to what its docstring promises", () => {
  it.each(reference.gamma)("a = %f, x = %f", (a, x, want) => {
    const smaller = x >= a ? regularisedGammaQ : regularisedGammaP;
    const larger = x >= a ? regularisedGammaP : regularisedGammaQ;
    close(smaller(a, x), want, 300 + Math.sqrt(a < 1e6 ? a : 0) + deviance(a, x));
    close(larger(a, x), 1 - want, 200);
  });

  it("has no step at a = 10⁶", () => {
    const below = 1e6 - 2 ** -33;
    for (const x of [9.8e5, 1e6, 1.004e6]) {
      // d log Q/da is about |log(x/a)| in the tail, and 1/√a of Q in the middle.
      const moved = (2 ** -33 * (Math.abs(Math.log(x / 1e6)) + 1e-3)) / Number.EPSILON;
      const [got, want] = [below, 1e6].map(a => regularisedGammaQ(a, x));
      close(got, want, 2000 + deviance(1e6, x) + moved);
    }
    expect(regularisedGammaP(1e9, 0)).toBe(0);
    expect([regularisedGammaQ(1e9, 2e9), regularisedGammaP(1e9, 2e9)]).toEqual([0, 1]);
  });
});
