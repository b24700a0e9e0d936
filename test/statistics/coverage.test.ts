import {describe, expect, it} from "vitest";
import {meanError} from "../../lib/statistics/meanError.js";
import {coverageTable} from "../../tools/bench/coverage.js";
import {uniformSource} from "./uniformSource.js";

/** 1 000 repetitions: the standard error of a coverage of 95 % is 0.69 %. */
const repetitions = 1000;
const standardError = Math.sqrt((0.95 * 0.05) / repetitions);

// With 4 000 repetitions in test/long/coverage.test.ts.
describe("nominal 95 % intervals cover 93.5 to 96.5 % at 400 effective samples, up to three standard errors", () => {
  it("on independent Gaussian entries, told so or not", () => {
    const source = uniformSource(41);
    const rows = coverageTable(() => source.normal(), {repetitions, phis: [0]});
    expect(rows.length).toBe(16);
    for (const row of rows)
      expect(Math.abs(row.coverage - 0.95), JSON.stringify(row)).toBeLessThan(
        0.015 + 3 * standardError
      );
  });

  it("and would not if autocorrelation were ignored: the error at φ = 0.9 is 4.36 times too small", () => {
    const source = uniformSource(43);
    const x = new Float64Array(200000);
    for (let t = 1; t < x.length; t++) x[t] = 0.9 * x[t - 1] + source.normal();
    const ratio = meanError(x).standardError / meanError(x, {independent: true}).standardError;
    expect(ratio / Math.sqrt(19)).toBeGreaterThan(0.9);
    expect(ratio / Math.sqrt(19)).toBeLessThan(1.1);
  });
});
