import {describe, expect, test} from "vitest";
import {checkFloor} from "../../lib/workbench/floorCheck.js";
import {noiseReport} from "../../lib/workbench/noiseReport.js";
import type {NoiseQuestion} from "../../lib/workbench/types.js";
import {normalTable} from "./normalTable.js";

const question: NoiseQuestion = {
  rows: "per-sample",
  population: "sample",
  hessian: [
    [2, 0.5, 0],
    [0.5, 1, 0.1],
    [0, 0.1, 0.3]
  ],
  run: {learningRate: 0.1, batchSize: 4}
};

/** Every number of a report by its path. */
function numbersIn(part: unknown, path = ""): [string, number | null][] {
  if (typeof part === "number" || part === null) return [[path, part]];
  if (typeof part !== "object") return [];
  return Object.entries(part).flatMap(([key, one]) => numbersIn(one, `${path}.${key}`));
}

describe("gradients in units of 2ᵏ, as far as they are answered", () => {
  const table = normalTable(200, [1, 0.5, 0.2], 0.4);
  const plain = numbersIn(noiseReport(table, question));
  test.each([-230, -200, -100, 100, 200, 230])("k = %i: the same report in these units", k => {
    const unit = 2 ** k;
    const data = Array.from(table.data, x => x * unit);
    const scaled = new Map(numbersIn(noiseReport({...table, data}, question)));
    const others = plain.filter(([path, value]) => {
      const there = scaled.get(path);
      if (there === null || there === undefined || value === null) return there !== value;
      const apart = (x: number) => Math.abs(x - value) <= 1e-12 * Math.abs(value);
      return !apart(there) && !apart(there / unit / unit);
    });
    expect(others).toEqual([]);
  });

  test.each([-200, 200])("the simulated floor at 4ᵏ, k = %i", async k => {
    const unit = 4 ** k;
    const run = {learningRate: 0.2, batchSize: 4};
    const modes = {curvatures: [0.2, 1, 3], noise: [1, 0.5, 2]};
    const [one, other] = [
      await checkFloor(modes, run, undefined),
      await checkFloor({...modes, noise: modes.noise.map(x => x * unit)}, run, undefined)
    ];
    expect(other?.z).toBe(one?.z);
    expect(other?.measured).toBe(unit * (one?.measured as number));
  });
});

describe("two rows", () => {
  const table = {rows: 2, columns: 2, data: [1, 2, 3, -1]};

  test("of a sample show no error of their own spread, and are refused", () => {
    const {sentence, findings, trace} = noiseReport(table, {
      rows: "per-sample",
      population: "sample"
    });
    expect(findings.map(({code, severity}) => [code, severity])).toEqual([["few-rows", "error"]]);
    expect(trace.value).toBeNull();
    expect(sentence).toBe(
      "Nothing can be told: two rows are equally far from their mean, however noisy they are: at least three are needed, some hundred to be sure of anything."
    );
  });

  test("that are all there are have their numbers", () => {
    const {trace} = noiseReport(table, {rows: "per-sample", population: "whole"});
    expect(trace.value).toBeCloseTo(1 + 2.25, 12);
  });
});
