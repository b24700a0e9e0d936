import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {batchCovariance} from "../../lib/noise/batchCovariance.js";
import {batchFourthMoment} from "../../lib/noise/batchFourthMoment.js";
import {type BatchScheme, batchGradients} from "../../lib/noise/batchGradients.js";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {frobeniusError} from "../../lib/noise/frobeniusError.js";
import {uniformSource} from "../statistics/uniformSource.js";

const source = uniformSource(20);
/** Skewed gradients, so that fourth moments are not the Gaussian ones. */
const psi = Array.from({length: 12}, () => [source.normal() ** 2, source.normal(), source.next()]);

describe("batchFourthMoment", () => {
  it("equals the enumeration of subsets and of ordered batches", () => {
    for (let n = 1; n <= 7; n++) {
      const rows = psi.slice(0, n);
      for (let b = 1; b <= n; b++) {
        const without = subsets(n, b).map(indices => fourth(rows, indices));
        const largest = batchFourthMoment(rows, 1) + 1e-300;
        expect(Math.abs(batchFourthMoment(rows, b) - average(without))).toBeLessThan(
          100 * n * Number.EPSILON * largest
        );
        if (n ** b > 20000) continue;
        const ordered = tuples(n, b).map(indices => fourth(rows, indices));
        expect(
          Math.abs(batchFourthMoment(rows, b, {replacement: true}) - average(ordered))
        ).toBeLessThan(100 * n * Number.EPSILON * largest);
      }
    }
  });
});

describe("batchGradients and batchCovariance", () => {
  const schemes: BatchScheme[] = ["without", "with", "fresh"];
  it("measure the exact law, within 4 standard errors per entry, at 20 000 batches", () => {
    for (const scheme of schemes)
      for (const batchSize of [1, 3, 8]) {
        const replacement = scheme !== "without";
        const drawn = batchGradients(psi, {
          batchSize,
          batches: 20000,
          scheme,
          source: uniformSource(batchSize)
        });
        const measured = batchCovariance(drawn);
        const exact = finitePopulationCovariance(psi, batchSize, {replacement});
        for (let i = 0; i < 3; i++)
          for (let j = 0; j < 3; j++) {
            const z =
              (measured.covariance.get(i, j) - exact.get(i, j)) / measured.standardErrors.get(i, j);
            expect(Math.abs(z)).toBeLessThan(4);
          }
        const error = frobeniusError({
          measured: measured.covariance,
          predicted: exact,
          fourthMoment: batchFourthMoment(psi, batchSize, {replacement}),
          batches: 20000,
          effectiveDegrees: measured.effectiveDegrees
        });
        expect(error.pValue).toBeGreaterThan(1e-4);
        const wrong = exact.clone().mul(12 / 11);
        expect(
          frobeniusError({
            measured: measured.covariance,
            predicted: wrong,
            fourthMoment: batchFourthMoment(psi, batchSize, {replacement}) * (12 / 11) ** 2,
            batches: 20000,
            effectiveDegrees: measured.effectiveDegrees
          }).pValue
        ).toBeLessThan(1e-4);
      }
  });

  it("predict the Frobenius error: mean square within 4 s.e. and 95 % coverage, 2 000 repetitions", () => {
    const repetitions = 2000;
    for (const scheme of ["without", "with"] as const) {
      const replacement = scheme === "with";
      const stream = uniformSource(77);
      const exact = finitePopulationCovariance(psi, 4, {replacement});
      const ratios: number[] = [];
      let covered = 0;
      for (let r = 0; r < repetitions; r++) {
        const drawn = batchGradients(psi, {batchSize: 4, batches: 200, scheme, source: stream});
        const measured = batchCovariance(drawn);
        const error = frobeniusError({
          measured: measured.covariance,
          predicted: exact,
          fourthMoment: batchFourthMoment(psi, 4, {replacement}),
          batches: 200,
          effectiveDegrees: measured.effectiveDegrees
        });
        ratios.push((error.relative / error.expected) ** 2);
        if (error.relative <= error.quantile95) covered++;
      }
      const mean = average(ratios);
      const se = Math.sqrt(average(ratios.map(x => (x - mean) ** 2)) / repetitions);
      expect(Math.abs(mean - 1) / se).toBeLessThan(4);
      expect(Math.abs(covered / repetitions - 0.95)).toBeLessThan(0.025);
    }
  });

  it("estimate the standard error of an entry: 1 000 repetitions, within 10 %", () => {
    const stream = uniformSource(5);
    const entries: number[] = [];
    const errors: number[] = [];
    for (let r = 0; r < 1000; r++) {
      const drawn = batchGradients(psi, {
        batchSize: 2,
        batches: 300,
        scheme: "with",
        source: stream
      });
      const measured = batchCovariance(drawn);
      entries.push(measured.covariance.get(0, 1));
      errors.push(measured.standardErrors.get(0, 1));
    }
    const mean = average(entries);
    const spread = Math.sqrt(average(entries.map(x => (x - mean) ** 2)));
    expect(Math.abs(average(errors) / spread - 1)).toBeLessThan(0.1);
  });

  it("draw the whole table when b = n, and refuse more", () => {
    const all = batchGradients(psi, {batchSize: 12, batches: 5, scheme: "without", source});
    expect(batchCovariance(all).covariance.norm()).toBeLessThan(1e-28);
    expect(() => batchGradients(psi, {batchSize: 13, batches: 5, scheme: "fresh", source})).toThrow(
      "batchSize must be an integer in [1, 12]; got 13"
    );
    expect(() =>
      frobeniusError({
        measured: Matrix.zeros(1, 1),
        predicted: Matrix.zeros(1, 1),
        fourthMoment: 1,
        batches: 10,
        effectiveDegrees: 1
      })
    ).toThrow(/predicted/);
  });
});

function fourth(rows: number[][], indices: number[]): number {
  const n = rows.length;
  let norm = 0;
  for (let j = 0; j < rows[0].length; j++) {
    const mean = rows.reduce((s, row) => s + row[j], 0) / n;
    norm += (indices.reduce((s, i) => s + rows[i][j], 0) / indices.length - mean) ** 2;
  }
  return norm ** 2;
}

function average(values: number[]): number {
  return values.reduce((s, x) => s + x, 0) / values.length;
}

function tuples(n: number, b: number): number[][] {
  if (b === 0) return [[]];
  return tuples(n, b - 1).flatMap(t => Array.from({length: n}, (_, i) => [...t, i]));
}

function subsets(n: number, b: number): number[][] {
  return tuples(n, b).filter(t => t.every((x, i) => i === 0 || x > t[i - 1]));
}
