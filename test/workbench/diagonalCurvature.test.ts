import {expect, test} from "vitest";
import {openBench} from "../../lib/workbench/bench.js";
import {curvatureOf, hessianNumbers} from "../../lib/workbench/curvature.js";
import {diagonalCurvature, diagonalNumbers} from "../../lib/workbench/diagonalCurvature.js";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import {rowsInMemory} from "../../lib/workbench/rows.js";
import {sampleOf} from "../../lib/workbench/sample.js";
import type {Measure, NoiseQuestion} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

const normals = (seed: number, count: number, of = (x: number) => x) => {
  const source = uniformSource(seed);
  return Float64Array.from({length: count}, () => of(source.normal()));
};

/** Curvatures of both signs, some of them zero. */
const curved = (d: number) =>
  normals(4, d, Math.exp).map((x, j) => (j % 7 === 3 ? j % 2 && -x : x));

test.each([
  ["more rows than parameters", 60, 14],
  ["fewer", 20, 34]
])("a diagonal H by products has the numbers of the matrix: %s", (_, n, d) => {
  const sample = sampleOf(
    {numbers: rowsInMemory(normals(2, n * d), n, d)},
    {rows: "per-sample", population: "sample"}
  );
  const h = curved(d);
  const curvature = diagonalCurvature(sample, h, {name: "H"});
  const whole = curvatureOf(sample, h);
  expect(Array.from(curvature.values)).toEqual(Array.from(whole.values));
  expect([curvature.dropped, curvature.droppedShare]).toEqual([
    whole.dropped,
    expect.closeTo(whole.droppedShare, 12)
  ]);
  const found = diagonalNumbers(sample, curvature, curvature.diagonal as Float64Array);
  const wanted = hessianNumbers(sample, whole);
  for (const key of ["noiseScale", "alignment", "commutator"] as const)
    for (const part of ["value", "standardError", "low", "high"] as const) {
      const [a, b] = [found[key], wanted[key]].map((measure: Measure) => measure[part]);
      if (b === null) expect(a).toBeNull();
      else expect(Math.abs((a as number) / b - 1)).toBeLessThan(1e-10);
    }
});

/** Twelve rows of 2400 parameters, all there are, beside a diagonal H. */
const [n, d] = [12, 2400];
const data = normals(9, n * d, x => 0.3 + x);
const hessian = curved(d);
const question: NoiseQuestion = {
  rows: "per-sample",
  population: "whole",
  hessian,
  run: {learningRate: 0.01, batchSize: 3, momentum: 0.5, replacement: true},
  budget: {calls: 1000, start: 1}
};

test("above 2000 parameters the numbers of a diagonal H are those of sums over the columns", () => {
  const report = noiseReport({rows: n, columns: d, data}, question);
  const mean = Array.from({length: d}, (_, j) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += data[i * d + j] / n;
    return sum;
  });
  const G = (a: number, b: number) => {
    let sum = 0;
    for (let i = 0; i < n; i++)
      sum += ((data[i * d + a] - mean[a]) * (data[i * d + b] - mean[b])) / n;
    return sum;
  };
  const h = Array.from(hessian, x => Math.max(0, x));
  let [noise, signal, square, apart, floor, spread] = [0, 0, 0, 0, 0, 0];
  for (let a = 0; a < d; a++) {
    noise += h[a] * G(a, a);
    signal += h[a] * mean[a] ** 2;
    for (let b = 0; b < d; b++) {
      const g = G(a, b);
      square += g * g;
      apart += ((h[a] - h[b]) * g) ** 2;
    }
    if (!h[a]) continue;
    // η C/(h (1−µ)(2(1+µ) − ηh)) (1+µ), the stationary variance of heavy ball in one dimension
    const variance = (0.01 * 1.5 * (G(a, a) / 3)) / (h[a] * 0.5 * (2 * 1.5 - 0.01 * h[a]));
    spread += variance;
    floor += (h[a] / 2) * variance;
  }
  const sizes = Math.sqrt(square * h.reduce((sum, x) => sum + x * x, 0));
  const near = (measure: Measure | undefined, wanted: number, within = 1e-10) =>
    expect(Math.abs((measure?.value as number) / wanted - 1)).toBeLessThan(within);
  near(report.hessian?.noiseScale, noise / signal);
  near(report.hessian?.alignment, noise / sizes);
  near(report.hessian?.commutator, Math.sqrt(apart) / sizes);
  near(report.stationary?.floor, floor);
  near(report.stationary?.traceCovariance, spread);
  expect(report.hessian?.fisherStrongConvexity.reason).toMatch(/^12 rows cannot have 2400/);
  expect(report.budget?.last.learningRate.value).toBeGreaterThan(0);
  expect(report.findings.map(({code}) => code)).toContain("indefinite");
}, 60_000);

test("the ellipse of two parameters has their own variances, and that of G's eigenvectors is refused", async () => {
  const file = (name: string, rows: readonly ArrayLike<number>[]) => ({
    name,
    bytes: new Uint8Array(
      new TextEncoder().encode(rows.map(row => Array.from(row).join(",")).join("\n"))
    )
  });
  const rows = Array.from({length: n}, (_, i) => data.subarray(i * d, (i + 1) * d));
  const bench = await openBench({
    gradients: file("g.csv", rows),
    hessian: file("h.csv", [hessian])
  });
  const {run, rows: kind, population} = question;
  const steps = bench.ask({run, rows: kind, population});
  let step = steps.next();
  while (!step.done) step = steps.next();
  expect(step.value.pictures?.modes?.curvatures).toHaveLength(hessian.filter(x => x > 0).length);
  const {covariance, inside} = bench.plane([
    {of: "parameters", at: 0},
    {of: "parameters", at: 3}
  ]);
  expect(inside).toEqual([1, 0]);
  const mean = rows.reduce((sum, row) => sum + row[0] / n, 0);
  const noise = rows.reduce((sum, row) => sum + (row[0] - mean) ** 2 / n, 0);
  const h = hessian[0];
  const wanted = (0.01 * 1.5 * (noise / 3)) / (h * 0.5 * (2 * 1.5 - 0.01 * h));
  expect(covariance[0][0] / wanted).toBeCloseTo(1, 10);
  const first = {of: "covariance", at: 1} as const;
  expect(() => bench.plane([first, first])).toThrow("choose parameters");
}, 60_000);

test("a matrix above 2000 parameters is refused, with its diagonal as the way out", () => {
  const table = {rows: 3, columns: 2001, data: new Float64Array(6003).map((_, k) => k % 5)};
  const matrix = {rows: 2001, columns: 2001, data: new Float64Array(0)};
  expect(() => noiseReport(table, {...question, hessian: matrix as never})).toThrow(
    /^hessian must be of at most 2000 parameters.*got 2001: hand over its diagonal, or one layer/
  );
});
