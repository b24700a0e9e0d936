import {describe, expect, it} from "vitest";
import {calibration} from "../../claims/ledger/calibration.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";

const draws = (count: number, cell: string) => {
  const source = normals(uniforms({seed: 3, experiment: "calibration", cell, replicate: 0}));
  return Array.from({length: count}, () => source.next());
};
const scores = (claim: string, z: readonly number[]) => z.map(x => ({claim, z: x}));

describe("calibration", () => {
  it("accepts standard normal scores", () => {
    const {kolmogorovSmirnov, chiSquare, byClaim, cells} = calibration([
      ...scores("a", draws(60, "a")),
      ...scores("b", draws(60, "b"))
    ]);
    expect(cells).toBe(20);
    expect(kolmogorovSmirnov.pValue).toBeGreaterThan(0.01);
    expect(chiSquare.pValue).toBeGreaterThan(0.01);
    for (const {adjusted, seeds} of byClaim) {
      expect(adjusted).toBeGreaterThan(0.01);
      expect(seeds).toBe(60);
    }
  });

  it.each([
    ["a shift", (x: number) => x + 0.5],
    ["a standard error half too small", (x: number) => 2 * x],
    ["a standard error twice too large", (x: number) => x / 2]
  ])("notices %s", (_, distort) => {
    const z = draws(200, "a").map(distort);
    const {kolmogorovSmirnov, chiSquare} = calibration(scores("a", z));
    expect(Math.min(kolmogorovSmirnov.pValue, chiSquare.pValue)).toBeLessThan(1e-3);
  });

  it("names the claim that is off", () => {
    const {byClaim} = calibration([
      ...scores("sound", draws(40, "b")),
      ...scores("off", [3.1, -2.9, 3.3, 0.2])
    ]);
    const [sound, off] = byClaim;
    expect(off).toMatchObject({claim: "off", extreme: 3.3, seeds: 4});
    expect(off.adjusted).toBeLessThan(1e-4);
    expect(off.adjusted).toBeCloseTo(2 * off.pValue, 12);
    expect(sound.adjusted).toBeGreaterThan(0.01);
  });

  it("refuses too few", () => {
    expect(() => calibration(scores("a", [1, 2]))).toThrow("scores must number 10 or more; got 2");
  });
});
