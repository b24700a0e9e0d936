import {describe, expect, test} from "vitest";
import {uniforms} from "../../lib/random/uniforms.js";
import {openBench} from "../../lib/workbench/bench.js";
import {modelGradients} from "../../lib/workbench/model.js";
import {readGradients} from "../../lib/workbench/readGradients.js";
import {uniformSource} from "../statistics/uniformSource.js";

const encoded = (text: string) => new TextEncoder().encode(text);
const tableOf = (text: string) => readGradients(encoded(text), {name: "data.csv"});

/** Forty rows: two columns of different units, a label or number that follows them. */
function data(label: (predictor: number, u: number) => number): string {
  const source = uniforms({seed: 5, experiment: "model", cell: "data", replicate: 0});
  const lines = Array.from({length: 40}, () => {
    const [x, z] = [1000 + 50 * source.next(), source.next() - 0.5];
    return `${x},${label((x - 1025) / 25 + 2 * z, source.next())},${z}`;
  });
  return `mass,y,angle\n${lines.join("\n")}\n`;
}
const binary = data((predictor, u) => (u < 1 / (1 + Math.exp(-predictor)) ? 1 : 0));
const numbers = data((predictor, u) => 3 * predictor + u);

/** The mean loss from the table's own numbers, sharing nothing with the library. */
function lossOf(kind: string, text: string, w: readonly number[]): number {
  const rows = text
    .trim()
    .split("\n")
    .slice(1)
    .map(line => line.split(",").map(Number));
  const gaussian = (z: number) => {
    // Φ by Simpson's rule on 4000 pieces from −12.
    const [from, pieces] = [-12, 4000];
    const step = (z - from) / pieces;
    let sum = 0;
    for (let k = 0; k <= pieces; k++) {
      const weight = k === 0 || k === pieces ? 1 : k % 2 ? 4 : 2;
      sum += weight * Math.exp(-((from + k * step) ** 2) / 2);
    }
    return (sum * step) / (3 * Math.sqrt(2 * Math.PI));
  };
  return (
    rows.reduce((total, [x, y, z]) => {
      const predictor = w[0] + w[1] * x + w[2] * z;
      const margin = (2 * y - 1) * predictor;
      if (kind === "linear") return total + (predictor - y) ** 2 / 2;
      return (
        total + (kind === "logistic" ? Math.log1p(Math.exp(-margin)) : -Math.log(gaussian(margin)))
      );
    }, 0) / rows.length
  );
}

describe.each(["linear", "logistic", "probit"] as const)("a %s regression", kind => {
  const text = kind === "linear" ? numbers : binary;
  const units = [1, 1 / 1025, 1];

  test("is at its minimum, with the gradients of single samples in the table's units", async () => {
    const fit = modelGradients(await tableOf(text), {kind, response: "y"}, "data.csv");
    expect([fit.rows, fit.columns, fit.names]).toEqual([40, 3, ["intercept", "mass", "angle"]]);
    const least = lossOf(kind, text, fit.weights);
    for (const [j, unit] of units.entries())
      for (const sign of [-1, 1]) {
        const beside = fit.weights.map((w, k) => (k === j ? w + sign * 1e-3 * unit : w));
        expect(lossOf(kind, text, beside)).toBeGreaterThan(least);
      }
    const mean = units.map((_, j) => {
      let sum = 0;
      for (let i = 0; i < 40; i++) sum += fit.data[3 * i + j];
      return sum / 40;
    });
    for (const [j, x] of mean.entries()) expect(Math.abs(x * units[j])).toBeLessThan(1e-9);
  });

  test("has the Hessian and gradients that differences of the loss have", async () => {
    const fit = modelGradients(await tableOf(text), {kind, response: "y"}, "data.csv");
    const at = (steps: readonly number[]) =>
      lossOf(
        kind,
        text,
        fit.weights.map((w, j) => w + steps[j] * units[j] * 1e-3)
      );
    for (let a = 0; a < 3; a++)
      for (let b = 0; b < 3; b++) {
        const unit = (s: number, t: number) =>
          [0, 1, 2].map(j => (j === a ? s : 0) + (j === b ? t : 0));
        const second =
          (at(unit(1, 1)) - at(unit(1, -1)) - at(unit(-1, 1)) + at(unit(-1, -1))) / 4e-6;
        expect(Math.abs(fit.hessian.get(a, b) * units[a] * units[b] - second)).toBeLessThan(1e-4);
      }
    const first = `${text.split("\n").slice(0, 2).join("\n")}\n`;
    for (let j = 0; j < 3; j++) {
      const moved = (s: number) =>
        lossOf(
          kind,
          first,
          fit.weights.map((w, k) => w + (k === j ? s * units[j] * 1e-4 : 0))
        );
      const slope = (moved(1) - moved(-1)) / 2e-4;
      expect(Math.abs(fit.data[j] * units[j] - slope)).toBeLessThan(1e-6);
    }
  });

  test("is what the bench reports on, Hessian and all", async () => {
    const bench = await openBench({
      gradients: {name: "data.csv", bytes: encoded(text)},
      model: {kind, response: "y"}
    });
    expect(bench.table.model).toBe(`${kind} regression of y on 2 columns and an intercept`);
    expect(bench.table.hessianFormat).toBe("fitted");
    const steps = bench.ask({
      rows: "per-sample",
      population: "whole",
      run: {learningRate: 1e-8, batchSize: 4}
    });
    let step = steps.next();
    while (!step.done) step = steps.next();
    const {report} = step.value;
    expect([report.samples, report.parameters]).toEqual([40, 3]);
    expect(report.stationary?.floor.value).toBeGreaterThan(0);
    expect(() => bench.ask({rows: {meanOf: 4}, population: "sample"}).next()).toThrow(/per-sample/);
  });
});

test("the last column is explained unless another is named, and groups stay with their rows", async () => {
  const table = await tableOf("group,x,y\na,1,2\nb,2,3\na,3,5\nb,4,5\n");
  const fit = modelGradients(table, {kind: "linear"}, "data.csv");
  expect(fit.model).toBe("linear regression of y on 1 column and an intercept");
  expect(fit.weights[1]).toBeCloseTo(1.1, 12);
  expect(fit.groups).toEqual(["a", "b", "a", "b"]);
});

describe("a table that no model fits is refused by column", () => {
  test.each([
    ["another label", "x,y\n1,0\n2,1\n3,2\n", "logistic", /y must hold 0 and 1.*got 2 at row 2/],
    ["a constant column", "x,z,y\n1,5,0\n2,5,1\n3,5,0\n", "linear", /z must vary.*got 5/],
    [
      "columns that depend",
      "x,z,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n",
      "linear",
      /^the columns of data\.csv besides y must be linearly independent, also of a constant; got/
    ],
    [
      "separable labels",
      "x,y\n1,0\n2,0\n3,1\n4,1\n",
      "probit",
      /^y in data\.csv must not be separable by the other columns, or there is no fit; got/
    ],
    [
      "columns that depend, of a logistic regression",
      "x,z,y\n1,2,0\n2,4,1\n3,6,0\n4,8,1\n",
      "logistic",
      /^the columns of data\.csv besides y must be linearly independent/
    ],
    ["a number that is none", "x,y\n1,0\nnan,1\n3,0\n", "linear", /finite.*NaN at row 1 of x/],
    ["too few rows", "x,y\n1,0\n2,1\n", "linear", /three rows/]
  ] as const)("%s", async (_, text, kind, message) => {
    const table = await tableOf(text);
    expect(() => modelGradients(table, {kind}, "data.csv")).toThrow(message);
  });

  test("a response that there is not, and a model that there is not", async () => {
    const table = await tableOf("x,y\n1,0\n2,1\n3,0\n");
    expect(() => modelGradients(table, {kind: "linear", response: "z"})).toThrow(/x, y; got z/);
    expect(() => modelGradients(table, {kind: "cubic" as never})).toThrow(
      /linear, logistic, probit/
    );
  });

  test("a Hessian beside a model", async () => {
    const bytes = encoded("x,y\n1,0\n2,1\n3,0\n");
    const files = {gradients: {name: "data.csv", bytes}, hessian: {name: "h.csv", bytes}};
    await expect(openBench({...files, model: {kind: "linear"}})).rejects.toThrow(
      /hessian must be left out/
    );
  });
});

test("a fit's small curvatures are its own, however its columns are scaled", async () => {
  const source = uniformSource(4);
  const lines = Array.from({length: 60}, () => {
    const [age, dose] = [50 + 12 * source.normal(), 0.02 + 0.001 * source.normal()];
    return `${age},${dose},${age + 100 * dose + source.normal()}`;
  });
  const bench = await openBench({
    gradients: {name: "data.csv", bytes: encoded(`age,dose,y\n${lines.join("\n")}\n`)},
    model: {kind: "linear"}
  });
  const steps = bench.ask({rows: "per-sample", population: "sample"});
  let step = steps.next();
  while (!step.done) step = steps.next();
  const {report, pictures} = step.value;
  const {curvatures} = pictures?.modes ?? {curvatures: []};
  // The least is below float32's rounding of the largest, and there all the same.
  expect(curvatures).toHaveLength(3);
  expect(curvatures[0] / curvatures[2]).toBeLessThan(1e-8);
  expect(report.findings.map(({code}) => code)).not.toContain("indefinite");
});
