import {readdirSync, readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/index.js";
import type {Measure, NoiseQuestion, NoiseReport, RunQuestion} from "../../lib/workbench/types.js";
import {root} from "../../tools/root.js";
import {uniformSource} from "../statistics/uniformSource.js";
import {normalTable} from "./normalTable.js";

interface Fixture {
  name: string;
  rows: number;
  columns: number;
  data: number[];
  hessian: number[][];
  run: RunQuestion;
  spectrum: number[];
  expected: Record<string, number | Record<string, number>>;
}

const fixtures = JSON.parse(
  readFileSync(`${root}/test/workbench/fixtures/reports.json`, "utf8")
) as Fixture[];

const sample: NoiseQuestion = {rows: "per-sample", population: "sample"};

describe.each(fixtures)("a whole population, $name, has NumPy's numbers", fixture => {
  const {hessian, run, expected} = fixture;
  const report = noiseReport(fixture, {rows: "per-sample", population: "whole", hessian, run});
  const flat = Object.entries(expected).flatMap(([name, value]) =>
    typeof value === "number"
      ? [[name, value] as const]
      : Object.entries(value).map(([part, x]) => [`${name}.${part}`, x] as const)
  );
  test.each(flat)("%s", (path, value) => {
    const measure = path
      .split(".")
      .reduce<unknown>((part, key) => (part as Record<string, unknown>)[key], report) as Measure;
    const apart = Math.abs((measure.value as number) - value);
    expect(apart).toBeLessThanOrEqual(1e-10 * Math.abs(value));
    expect([measure.standardError, measure.low, measure.high]).toEqual([
      0,
      measure.value,
      measure.value
    ]);
  });
  test("spectrum", () => {
    expect(report.spectrum.values).toHaveLength(fixture.spectrum.length);
    for (const [j, x] of fixture.spectrum.entries())
      expect(Math.abs(report.spectrum.values[j] - x)).toBeLessThan(1e-10 * fixture.spectrum[0]);
  });
});

describe("questions", () => {
  const table = normalTable(60, [1, 0.5], 0.3);
  const value = (question: NoiseQuestion, of: (report: NoiseReport) => Measure = r => r.trace) =>
    of(noiseReport(table, question)).value as number;

  test("means of b have b times the trace, and more if drawn without replacement", () => {
    const plain = value(sample);
    const means = (drawn: "with" | "without" | "epoch", datasetSize?: number) =>
      value({rows: {meanOf: 8, drawn}, population: "sample", datasetSize}) / plain;
    expect(means("with")).toBeCloseTo(8, 12);
    expect(means("epoch")).toBeCloseTo(8, 12);
    expect(means("without", 80)).toBeCloseTo(8 / 0.9, 12);
  });

  test("the parts of one epoch know the mean exactly", () => {
    const {meanNormSquared} = noiseReport(table, {
      rows: {meanOf: 8, drawn: "epoch"},
      population: "sample"
    });
    expect(meanNormSquared.standardError).toBe(0);
  });

  test("groups of one change nothing, and copies in one group count once", () => {
    const alone = noiseReport({...table, groups: Array.from({length: 60}, (_, i) => i)}, sample);
    const plain = noiseReport(table, sample);
    expect(alone.trace.standardError).toBeCloseTo(plain.trace.standardError as number, 14);
    const twice = {
      rows: 120,
      columns: 2,
      data: [...table.data, ...table.data],
      groups: Array.from({length: 120}, (_, i) => `g${i % 60}`)
    };
    const grouped = noiseReport(twice, sample);
    expect(grouped.trace.value).toBeCloseTo(plain.trace.value as number, 12);
    expect(grouped.trace.standardError).toBeCloseTo(plain.trace.standardError as number, 2);
    expect(grouped.meanNormSquared.value).toBeCloseTo(plain.meanNormSquared.value as number, 12);
  });

  test("blocks have the numbers of their columns alone", () => {
    const blocks = [
      {name: "a", from: 0, to: 1},
      {name: "b", from: 1, to: 2}
    ];
    const report = noiseReport({...table, blocks}, sample);
    expect(report.blocks.map(({name, parameters}) => [name, parameters])).toEqual([
      ["a", 1],
      ["b", 1]
    ]);
    const sum = report.blocks.reduce((total, {trace}) => total + (trace.value as number), 0);
    expect(sum).toBeCloseTo(report.trace.value as number, 12);
  });

  const hessian = [1, 2];
  test.each<[string, NoiseQuestion]>([
    ["whole population", {rows: {meanOf: 2}, population: "whole"}],
    ["rows.meanOf must be an integer", {rows: {meanOf: 1.5}, population: "sample"}],
    ["level must lie in", {...sample, level: 1}],
    ["hessian must be given", {...sample, run: {learningRate: 0.1, batchSize: 1}}],
    ["hessian must have 2 numbers", {...sample, hessian: [1, 2, 3]}],
    ["run.learningRate must lie in", {...sample, hessian, run: {learningRate: 0, batchSize: 1}}],
    [
      "run.batchSize must be an integer",
      {...sample, hessian, run: {learningRate: 0.1, batchSize: 0}}
    ],
    ["budget.start must be", {...sample, hessian, budget: {calls: 10, start: [1]}}],
    ["did you mean hessian", {...sample, hesian: hessian} as NoiseQuestion]
  ])("refuses by name: %s", (message, question) => {
    expect(() => noiseReport(table, question)).toThrow(message);
  });

  test("refuses one group, and groups that are too few", () => {
    expect(() => noiseReport({...table, groups: [1, 2]}, sample)).toThrow("one entry per row");
    const groups = new Array<number>(60).fill(1);
    expect(() => noiseReport({...table, groups}, sample)).toThrow("at least 2 groups");
  });
});

test("a data set that is smaller than its rows is refused", () => {
  const table = normalTable(20, [1, 1]);
  expect(() => noiseReport(table, {...sample, datasetSize: 19})).toThrow(
    "datasetSize must be at least 20, the number of rows that are a part of it; got 19"
  );
  expect(() => noiseReport(table, {...sample, population: "whole", datasetSize: 21})).toThrow(
    'datasetSize must be 20, the number of rows, or left out where population is "whole"; got 21'
  );
  expect(noiseReport(table, {...sample, datasetSize: 20}).samples).toBe(20);
  const parts: NoiseQuestion = {...sample, rows: {meanOf: 4, drawn: "epoch"}};
  expect(() => noiseReport(table, {...parts, datasetSize: 79})).toThrow(
    "datasetSize must be at least 80, the samples in 20 parts of 4; got 79"
  );
});

describe("what cannot be told", () => {
  test("a mean that is zero has a bound from below and a reason", () => {
    const {noiseScale, sentence} = noiseReport(normalTable(200, [1, 1], 0, 5), sample);
    expect(noiseScale.high).toBeNull();
    expect(noiseScale.low).toBeGreaterThan(0);
    expect(noiseScale.reason).toMatch(/zero/);
    expect(sentence).toMatch(/critical batch is above/);
  });

  test("a whole population at its minimum, up to rounding, has no noise scale", () => {
    const data = [0.1, 0.2, 0.3, -0.1 + 1e-17, -0.2, -0.3 + 1e-17];
    const {noiseScale, sentence} = noiseReport(
      {rows: 6, columns: 1, data},
      {rows: "per-sample", population: "whole"}
    );
    expect(noiseScale.value).toBeNull();
    expect(noiseScale.reason).toMatch(/zero/);
    expect(sentence).toMatch(/no batch is critical/);
  });

  test("rows at the minimum of their own loss say so, not that noise hides their mean", () => {
    const {sentence} = noiseReport({rows: 4, columns: 1, data: [0.1, -0.1, 0.3, -0.3]}, sample);
    expect(sentence).toMatch(/^The mean of these rows is zero, as at the minimum/);
  });

  test("ten equal directions have bounds and a reason, and the bounds hold", () => {
    const {largestEigenvalue: top, effectiveDimension: dimension} = noiseReport(
      normalTable(400, new Array<number>(10).fill(1)),
      sample
    );
    expect(top.value).toBeNull();
    expect(top.low as number).toBeLessThan(1);
    expect(top.high as number).toBeGreaterThan(1);
    expect(dimension.high).toBe(10);
    expect(top.reason).toMatch(/cannot be told apart/);
  });

  test("n ≤ d has no condition number and says how many rows it takes", () => {
    const report = noiseReport(normalTable(5, [1, 1, 1, 1, 1, 1, 1]), sample);
    expect(report.conditionNumber.value).toBeNull();
    expect(report.conditionNumber.reason).toMatch(/8 rows are the least/);
    expect(report.spectrum.values).toHaveLength(5);
  });

  test("equal rows have no noise", () => {
    const report = noiseReport({rows: 3, columns: 2, data: [1, 2, 1, 2, 1, 2]}, sample);
    expect(report.trace.value).toBe(0);
    expect(report.effectiveDimension.value).toBeNull();
    expect(report.sentence).toMatch(/no noise/);
  });
});

test("the same report twice, to the last bit", () => {
  const table = normalTable(80, [2, 1, 0.5], 0.2);
  expect(noiseReport(table, sample)).toEqual(noiseReport(table, sample));
});

test("numbers are made of functions that have the same bits in every engine", () => {
  const folder = `${root}/lib/workbench`;
  const found = readdirSync(folder)
    .filter(file => file.endsWith(".ts"))
    .filter(file => {
      const source = readFileSync(`${folder}/${file}`, "utf8").replace(/\/\*[\s\S]*?\*\//g, "");
      return /Math\.(?:exp|expm1|log|log1p|log10|pow)\(|10 \*\*/.test(source);
    });
  expect(found).toEqual([]);
});

test("of one parameter the largest eigenvalue is the trace", () => {
  const data = Array.from({length: 90}, (_, i) => Math.sin(7 * i) ** 3);
  const {trace, largestEigenvalue, effectiveDimension} = noiseReport(
    {rows: 90, columns: 1, data},
    sample
  );
  expect(largestEigenvalue.bias).toBe(0);
  expect(Math.abs((largestEigenvalue.value as number) / (trace.value as number) - 1)).toBeLessThan(
    1e-14
  );
  expect(effectiveDimension.value).toBe(1);
});

test("rows that lie equally far from their mean have the error of what that mean errs", () => {
  const source = uniformSource(5);
  const traces = Array.from({length: 4000}, () => {
    const ones = Array.from({length: 100}, () => Number(source.next() < 0.5)).reduce(
      (a, b) => a + b
    );
    return (4 * ones * (100 - ones)) / (100 * 99);
  });
  const mean = traces.reduce((sum, x) => sum + x / 4000, 0);
  const spread = Math.sqrt(traces.reduce((sum, x) => sum + (x - mean) ** 2 / 4000, 0));
  const table = {rows: 100, columns: 1, data: Array.from({length: 100}, (_, i) => (-1) ** i)};
  const report = noiseReport(table, {rows: "per-sample", population: "sample"});
  for (const {standardError} of [report.trace, report.largestEigenvalue])
    expect(Math.abs((standardError as number) / spread - 1)).toBeLessThan(0.08);
});

test("equal eigenvalues of a balanced design, which have no error, are joined", () => {
  const corners = Array.from({length: 8}, (_, k) =>
    [k & 1, (k >> 1) & 1, k >> 2].map(x => 2 * x - 1)
  );
  const data = Array.from({length: 12}, () => corners).flat(2);
  const question: NoiseQuestion = {rows: "per-sample", population: "sample"};
  const {largestEigenvalue, trace} = noiseReport({rows: 96, columns: 3, data}, question);
  expect(largestEigenvalue.value).toBeCloseTo((trace.value as number) / 3, 12);
});
