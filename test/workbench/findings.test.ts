import fc from "fast-check";
import {expect, test} from "vitest";
import {noiseReport} from "../../lib/workbench/index.js";
import type {GradientTable, NoiseQuestion} from "../../lib/workbench/types.js";
import {uniformSource} from "../statistics/uniformSource.js";

const plain: NoiseQuestion = {rows: "per-sample", population: "sample"};
const run = {learningRate: 0.1, batchSize: 4, replacement: true};

/** 100 normal rows of three columns about (1, 1, 1): nothing is wrong with them. */
function sound(change: (data: number[]) => void = () => {}): GradientTable {
  const source = uniformSource(11);
  const data = Array.from({length: 300}, (_, i) => 1 + source.normal() / (1 + (i % 3)));
  change(data);
  return {rows: 100, columns: 3, data};
}

const codes = (table: GradientTable, question: NoiseQuestion = plain) =>
  noiseReport(table, question).findings.map(({code}) => code);

test("a sound table has none", () => expect(codes(sound())).toEqual([]));

const everyThird = (data: number[], value: number) => {
  for (let i = 2; i < data.length; i += 3) data[i] = value;
};

const unit = (data: number[]) => {
  for (let i = 0; i < 300; i += 3) {
    const length = Math.hypot(data[i], data[i + 1], data[i + 2]);
    for (let j = 0; j < 3; j++) data[i + j] /= length;
  }
};

test.each<[string, (data: number[]) => void]>([
  ["unit-rows", unit],
  ["constant-columns", data => everyThird(data, 7)],
  ["duplicates", data => data.splice(30, 3, ...data.slice(0, 3))],
  ["heavy-tails", data => (data[50] = 200)],
  ["mean-is-zero", data => data.splice(150, 150, ...data.slice(0, 150).map(x => -x))]
])("%s", (code, change) => expect(codes(sound(change))).toContain(code));

test.each([1, 0.1, 1 / 3, 1e9 + 0.1])(
  "rows that are all %d have no noise, not that of rounding",
  value => {
    for (const rows of [3, 10, 20, 49]) {
      const data = new Float64Array(2 * rows).fill(value);
      const report = noiseReport({rows, columns: 2, data}, plain);
      expect(report.trace.value).toBe(0);
      expect(report.noiseScale.value).toBe(0);
      expect(report.sentence).toContain("All rows are equal");
    }
  }
);

test("not-finite is an error: every number is null and says why", () => {
  const table = sound(data => (data[31] = Number.NaN));
  const report = noiseReport(table, plain);
  expect(report.findings).toEqual([
    expect.objectContaining({code: "not-finite", severity: "error", rows: [10]})
  ]);
  expect(report.findings[0].message).toContain("NaN at row 10, column 1");
  expect([report.trace.value, report.noiseScale.value]).toEqual([null, null]);
  expect(report.trace.reason).toContain("not finite");
});

test("numbers whose squares overflow are an error too", () => {
  const report = noiseReport(
    sound(data => (data[0] = 1e200)),
    plain
  );
  expect(report.findings[0].severity).toBe("error");
  expect(report.trace.value).toBeNull();
});

test("singular, few-rows and axes-swapped", () => {
  const source = uniformSource(2);
  const parameters = 5;
  const samples = 200;
  const data = Array.from(
    {length: parameters * samples},
    (_, i) => 10 ** (Math.floor(i / samples) - 2) * source.normal()
  );
  const found = codes({rows: parameters, columns: samples, data});
  expect(found).toEqual(expect.arrayContaining(["axes-swapped", "singular", "few-rows"]));
});

test("few groups are named, with Student's t", () => {
  const groups = Array.from({length: 100}, (_, i) => i % 5);
  expect(codes({...sound(), groups})).toContain("few-groups");
});

test.each<[string, Partial<NoiseQuestion>]>([
  [
    "asymmetric",
    {
      hessian: [
        [1, 0.1, 0],
        [0.1001, 1, 0],
        [0, 0, 1]
      ]
    }
  ],
  ["indefinite", {hessian: [1, -0.5, 2]}],
  [
    "not-commuting",
    {
      hessian: [
        [1, 0.9, 0],
        [0.9, 1, 0],
        [0, 0, 1]
      ]
    }
  ],
  ["unstable", {hessian: [1, 1, 2], run: {...run, learningRate: 1.2}}],
  ["near-the-edge", {hessian: [1, 1, 2], run: {...run, learningRate: 0.9}}],
  ["not-stationary", {hessian: [1, 1, 2], run}],
  ["with-replacement", {hessian: [1, 1, 2], run: {learningRate: 0.1, batchSize: 4}}]
])("%s", (code, question) => {
  expect(codes(sound(), {...plain, ...question})).toContain(code);
  expect(codes(sound(), {...plain, hessian: [1, 1, 1]})).not.toContain(code);
});

/** Every number in a report, however deep. */
function numbersIn(value: unknown): number[] {
  if (typeof value === "number") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(numbersIn) : [];
}

test("whatever the table holds, the report has finite numbers or a refusal in words", () => {
  const size = fc.oneof(fc.constant(0), fc.double(), fc.integer({min: -5, max: 5}));
  const table = fc
    .tuple(fc.integer({min: 1, max: 6}), fc.integer({min: 1, max: 4}))
    .chain(([n, d]) =>
      fc.record({
        data: fc.array(size, {minLength: n * d, maxLength: n * d}),
        rows: fc.constant(n),
        columns: fc.constant(d),
        hessian: fc.option(fc.array(size, {minLength: d, maxLength: d}), {nil: undefined}),
        population: fc.constantFrom("sample" as const, "whole" as const)
      })
    );
  fc.assert(
    fc.property(table, ({hessian, population, ...given}) => {
      const asked = hessian && {
        hessian,
        run: {learningRate: 0.1, batchSize: 1},
        budget: {calls: 64, start: 1}
      };
      try {
        const report = noiseReport(given, {rows: "per-sample", population, ...asked});
        expect(numbersIn(report).filter(x => !Number.isFinite(x))).toEqual([]);
      } catch (error) {
        expect(error).toBeInstanceOf(RangeError);
      }
    }),
    {seed: 3, numRuns: 400}
  );
});
