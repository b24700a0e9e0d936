import {expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/index.js";
import {mostProducts, scatterNormSquared} from "../../lib/workbench/moments.js";
import type {Rows} from "../../lib/workbench/rows.js";
import type {NoiseQuestion} from "../../lib/workbench/types.js";
import {normalTable} from "../workbench/normalTable.js";

const sample: NoiseQuestion = {rows: "per-sample", population: "sample"};

test("of more than 2000 eigenvalues the leading ones are bounded to both sides, and no full H of that size is taken", () => {
  const table = normalTable(2001, new Array<number>(2001).fill(1), 0.5);
  const tall = {...table, blocks: [{name: "w", from: 0, to: 2}]};
  const report = noiseReport(tall, sample);
  expect(Math.abs((report.noiseScale.value as number) / 4 - 1)).toBeLessThan(0.02);
  // 2001 equal directions of as many rows show eigenvalues up to (1 + √1)² = 4.
  const {value, high} = report.largestEigenvalue;
  expect(value).toBeLessThan(4.1);
  expect(high).toBeGreaterThan(4);
  expect(report.spectrum.values).toHaveLength(50);
  expect(report.conditionNumber.reason).toMatch(/50 of 2001 eigenvalues were looked for/);
  expect(report.sentence).toMatch(/critical batch is 4.*50 directions carry \d % of the noise/);
  const {message} = report.findings.find(({code}) => code === "too-large") ?? {};
  expect(message).toMatch(
    /2001 eigenvalues, which would take some 2 minutes: 50 of them were kept, with [\d.]+ % of the trace, and λ₁ of these rows is between [\d.]+ and [\d.]+;.*one layer/
  );
  expect(report.blocks[0].largestEigenvalue.high).toBeGreaterThan(1);
  const hessian = {rows: 2001, columns: 2001, data: new Float64Array(2001 ** 2)};
  expect(() => noiseReport(table, {...sample, hessian})).toThrow(
    /hessian must be of at most 2000 parameters.*got 2001: hand over its diagonal, or one layer/
  );
});

test("beyond 4000 rows and columns, a squared norm is that of random directions, within its error", () => {
  // Rows along few axes: the norm is known, and nothing of 4001 × 4001 is stored.
  const size = mostProducts + 1;
  const row = new Float64Array(size);
  const rows = {
    n: size,
    width: size,
    row(i: number) {
      row.fill(0);
      row[i % 3] = 1 + (i % 3);
      row[3 + (i % 200)] = 2;
      return row;
    }
  } as unknown as Rows;
  let exact = 0;
  const entries = new Map<number, number>();
  for (let i = 0; i < size; i++) {
    const [a, b] = [i % 3, 3 + (i % 200)];
    const [x, y] = [1 + a, 2];
    for (const [p, u] of [
      [a, x],
      [b, y]
    ])
      for (const [q, v] of [
        [a, x],
        [b, y]
      ])
        entries.set(p * 1000 + q, (entries.get(p * 1000 + q) ?? 0) + u * v);
  }
  for (const entry of entries.values()) exact += entry * entry;
  expect(Math.abs(scatterNormSquared(rows) / exact - 1)).toBeLessThan(4 * Math.sqrt(2 / 64));
});
