import {describe, expect, it} from "vitest";
import {autocorrelation} from "../../lib/statistics/autocorrelation.js";
import {chiSquareTest} from "../../lib/statistics/chiSquareTest.js";
import {correlationTime, effectiveSampleSize} from "../../lib/statistics/effectiveSampleSize.js";
import {equalityTest} from "../../lib/statistics/equalityTest.js";
import {estimateCovariance} from "../../lib/statistics/estimateCovariance.js";
import {estimateMean} from "../../lib/statistics/estimateMean.js";
import {estimateRatio, ratioOfEstimates} from "../../lib/statistics/estimateRatio.js";
import {estimateVariance} from "../../lib/statistics/estimateVariance.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {fitTrend} from "../../lib/statistics/fitTrend.js";
import {kolmogorovSmirnov, kolmogorovUpper} from "../../lib/statistics/kolmogorovSmirnov.js";
import {meanError} from "../../lib/statistics/meanError.js";
import {normalCdf} from "../../lib/statistics/normal.js";
import {studentTQuantile} from "../../lib/statistics/studentT.js";
import {uniformSource} from "./uniformSource.js";

function ar1(phi: number, n: number, seed: number): Float64Array {
  const source = uniformSource(seed);
  const x = new Float64Array(n);
  x[0] = source.normal() / Math.sqrt(1 - phi * phi);
  for (let t = 1; t < n; t++) x[t] = phi * x[t - 1] + source.normal();
  return x;
}

describe("autocorrelation and effective sample size", () => {
  it("follow AR(1): ρ_k = φ^k and τ = (1 + φ)/(1 − φ), to 5 % at 4·10⁵ steps, both signs of φ", () => {
    for (const phi of [-0.6, 0.3, 0.9]) {
      const n = 400000;
      const x = ar1(phi, n, 7);
      const tau = (1 + phi) / (1 - phi);
      autocorrelation(x, 5).forEach((rho, k) => {
        expect(Math.abs(rho - phi ** k)).toBeLessThan(0.02);
      });
      const {time, memory, spread} = correlationTime(x);
      expect(Math.abs(time / tau - 1)).toBeLessThan(0.05);
      expect(memory).toBeGreaterThanOrEqual(time);
      const wanted = (2 * phi) / (1 - phi ** 2);
      expect(Math.abs(spread - wanted)).toBeLessThan(1);
      expect(Math.abs(effectiveSampleSize(x) / (n / tau) - 1)).toBeLessThan(0.05);
    }
  });

  it("are those of the definition on four numbers", () => {
    expect(autocorrelation([1, -1, 1, -1], 3)).toEqual([1, -0.75, 0.5, -0.25]);
    expect(autocorrelation([2, 2, 2], 1)).toEqual([1, 0]);
  });
});

describe("meanError", () => {
  it("is the sum over overlapping batches, written out", () => {
    const x = ar1(0.5, 200, 3);
    const b = 17;
    const mean = x.reduce((s, v) => s + v, 0) / 200;
    let squares = 0;
    for (let j = 0; j + b <= 200; j++)
      squares += (x.subarray(j, j + b).reduce((s, v) => s + v, 0) / b - mean) ** 2;
    const wanted = Math.sqrt((squares * b) / ((200 - b) * (200 - b + 1)));
    expect(meanError(x, {batchSize: b}).standardError / wanted - 1).toBeCloseTo(0, 12);
  });

  it("is s/√n for independent entries", () => {
    const {standardError, effectiveSamples, batchSize} = meanError([1, 2, 3, 4], {
      independent: true
    });
    expect(standardError).toBeCloseTo(Math.sqrt(5 / 3 / 4), 14);
    expect(effectiveSamples).toBeCloseTo(4, 12);
    expect(batchSize).toBe(1);
  });

  it("sees through a series that oscillates: φ = −0.9 has an error 4.36 times below s/√n", () => {
    const x = ar1(-0.9, 200000, 5);
    const ratio = meanError(x, {independent: true}).standardError / meanError(x).standardError;
    expect(Math.abs(ratio / Math.sqrt(19) - 1)).toBeLessThan(0.1);
  });

  it("refuses short and non-finite series and impossible batches", () => {
    expect(() => meanError([1, 2, 3])).toThrow("series must have at least 40 entries; got 3");
    expect(() => meanError([1, Number.NaN], {independent: true})).toThrow(/finite; got NaN at 1/);
    expect(() => meanError([1, 2, 3, 4], {batchSize: 3})).toThrow(/batchSize/);
    expect(() => estimateMean([1, 2], {independent: true, confidence: 1})).toThrow(/confidence/);
  });
});

describe("estimates", () => {
  it("of variance and covariance have the 1/(n−1) of the textbook", () => {
    const x = [1, 2, 4, 8];
    const y = [3, 1, 4, 1];
    expect(estimateVariance(x, {independent: true}).value).toBeCloseTo(9.583333333333334, 12);
    expect(estimateCovariance(x, y, {independent: true}).value).toBeCloseTo(-4.75 / 3, 12);
    expect(estimateVariance(x, {independent: true, mean: 0}).value).toBeCloseTo(85 / 4, 12);
  });

  it("of a ratio are exact for proportional series, and refuse a denominator near 0", () => {
    const y = ar1(0.2, 500, 9).map(v => v + 20);
    const {value, standardError} = estimateRatio(
      y.map(v => 3 * v),
      y
    );
    expect(value).toBeCloseTo(3, 12);
    expect(standardError).toBeLessThan(1e-12);
    expect(() => estimateRatio(y, ar1(0, 500, 1))).toThrow(/5 standard errors/);
  });

  it("combine relative errors in a ratio of independent estimates", () => {
    const part = {low: 0, high: 0, confidence: 0.95, degrees: 10};
    const ratio = ratioOfEstimates(
      {...part, value: 6, standardError: 0.3},
      {...part, value: 2, standardError: 0.1}
    );
    expect(ratio.value).toBe(3);
    expect(ratio.standardError).toBeCloseTo(3 * 0.05 * Math.SQRT2, 14);
    expect(ratio.degrees).toBeCloseTo(20, 10);
  });

  it("test equality: z, Welch degrees of freedom, and exact numbers", () => {
    const a = {value: 1, standardError: 0.3, degrees: 8};
    const b = {value: 2, standardError: 0.4, degrees: 8};
    expect(equalityTest(a, b).z).toBeCloseTo(-2, 14);
    expect(equalityTest(a, 1).pValue).toBe(1);
    const t = studentTQuantile(0.975, 8);
    expect(equalityTest(a, 1 - 0.3 * t).pValue).toBeCloseTo(0.05, 12);
    expect(equalityTest({value: 1, standardError: 0, degrees: 1}, 2)).toEqual({
      z: -Infinity,
      pValue: 0
    });
  });
});

describe("line fits", () => {
  const x = [0, 1, 2, 4];
  it("reproduce a line exactly and solve the weighted normal equations", () => {
    const exact = fitLine(
      x,
      x.map(v => 3 - 2 * v)
    );
    expect(exact.slope.value).toBeCloseTo(-2, 14);
    expect(exact.intercept.value).toBeCloseTo(3, 14);
    const y = [1, 3, 2, 7];
    const se = [0.1, 0.5, 0.2, 1];
    const {slope, intercept, lackOfFit} = fitLine(x, y, {standardErrors: se});
    const residuals = x.map((v, i) => (y[i] - intercept.value - slope.value * v) / se[i] ** 2);
    expect(residuals.reduce((s, r) => s + r, 0)).toBeCloseTo(0, 9);
    expect(residuals.reduce((s, r, i) => s + r * x[i], 0)).toBeCloseTo(0, 9);
    expect(lackOfFit).toBeLessThan(0.01);
  });

  it("report the error of the slope that the errors of the points imply", () => {
    const se = [0.1, 0.5, 0.2, 1];
    for (const weights of ["errors", "equal"] as const) {
      const options = {standardErrors: se, weights};
      const base = [1, 3, 2, 7];
      const variance = se.reduce((s, e, i) => {
        const nudged = base.map((v, j) => (j === i ? v + 1 : v));
        const effect =
          fitLine(x, nudged, options).slope.value - fitLine(x, base, options).slope.value;
        return s + (effect * e) ** 2;
      }, 0);
      expect(fitLine(x, base, options).slope.standardError).toBeCloseTo(Math.sqrt(variance), 12);
    }
  });

  it("find no trend in a stationary series, and refuse degenerate input", () => {
    const y = ar1(0.8, 4000, 12);
    const {slope} = fitTrend(
      y.map((_, i) => i),
      y
    );
    expect(Math.abs(slope.value / slope.standardError)).toBeLessThan(4);
    expect(() => fitLine([1, 1, 1], [1, 2, 3])).toThrow(/two different values/);
    expect(() => fitLine([1, 2], [1, 2])).toThrow(/at least 3 entries/);
    expect(() => fitLine([1, 2], [1, 2], {standardErrors: [1, 0]})).toThrow(/standardErrors/);
  });
});

describe("tests of a law", () => {
  it("KS accepts the law that was drawn from, rejects one 0.05 off at n = 10⁴, and knows D", () => {
    const source = uniformSource(31);
    const draws = Array.from({length: 10000}, () => source.normal());
    expect(kolmogorovSmirnov(draws, normalCdf).pValue).toBeGreaterThan(1e-3);
    expect(kolmogorovSmirnov(draws, z => normalCdf(z - 0.05)).pValue).toBeLessThan(1e-3);
    expect(kolmogorovSmirnov([0.5], u => u).distance).toBe(0.5);
  });

  it("KS p-values are uniform: 2 000 samples of 50, share below 0.05 within 4 s.e.", () => {
    const source = uniformSource(32);
    let below = 0;
    for (let r = 0; r < 2000; r++) {
      const draws = Array.from({length: 50}, () => source.next());
      if (kolmogorovSmirnov(draws, u => u).pValue < 0.05) below++;
    }
    expect(Math.abs(below / 2000 - 0.05)).toBeLessThan(4 * Math.sqrt((0.05 * 0.95) / 2000));
  });

  it("the two series of Kolmogorov's tail meet, and its tabulated 5 % point is 1.3581", () => {
    expect(kolmogorovUpper(1.18 - 1e-12)).toBeCloseTo(kolmogorovUpper(1.18), 10);
    expect(kolmogorovUpper(1.3581)).toBeCloseTo(0.05, 5);
  });

  it("χ² is the formula, and refuses totals that differ", () => {
    expect(chiSquareTest([18, 22, 20], [20, 20, 20]).statistic).toBeCloseTo(0.4, 14);
    expect(chiSquareTest([18, 22, 20], [20, 20, 20]).pValue).toBeCloseTo(Math.exp(-0.2), 14);
    expect(() => chiSquareTest([1, 2], [1, 1])).toThrow(/sum to 3/);
    expect(() => chiSquareTest([1, 2], [3, 0])).toThrow(/positive/);
  });
});
