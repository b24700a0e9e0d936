import {expect, it} from "vitest";
import {batchNoiseExperiment} from "../../../lib/experiments/noise/batchNoiseExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const batches = 4000;
const schemes = ["without", "with", "fresh"] as const;

it("has one parameter's law, its surrogate, and what chance leaves of an error", async () => {
  const values = [-3, -1, 0, 0, 4];
  const rows = await runInProcess(
    batchNoiseExperiment({
      ...head,
      gradients: values.map(x => [x]),
      parameters: ["slope"],
      batchSizes: [1, 2],
      schemes,
      batches
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "scheme",
    "b",
    "batches",
    "first",
    "second",
    "measured",
    "standardError",
    "exact",
    "surrogate",
    "error",
    "expectedError",
    "errorQuantile95",
    "pValue",
    "surrogateError"
  ]);
  expect(rows.map(({scheme, b}) => `${scheme} ${b}`)).toEqual(
    schemes.flatMap(scheme => [`${scheme} 1`, `${scheme} 2`])
  );
  for (const {scheme, ...rest} of rows) {
    const row = numbersOf(rest);
    // Every batch there is.
    const means =
      row["b"] === 1
        ? values
        : values.flatMap((x, i) =>
            values.flatMap((y, j) => (scheme === "without" && i === j ? [] : [(x + y) / 2]))
          );
    const moment = (order: number) => means.reduce((sum, x) => sum + x ** order, 0) / means.length;
    const variance = moment(2);
    // Var s² of m numbers of kurtosis κ is (κ − (m − 3)/(m − 1))/m, and s² all but normal.
    const kurtosis = moment(4) / variance ** 2;
    const deviation = Math.sqrt((kurtosis - (batches - 3) / (batches - 1)) / batches);
    expect(row["batches"]).toBe(batches);
    expect(row["exact"]).toBeCloseTo(variance, 12);
    expectNear(row["measured"] / variance, 1, deviation);
    expectNear(row["standardError"] / variance / deviation, 1, 0.03);
    expect(row["surrogate"]).toBeCloseTo(26 / 4 / row["b"], 12);
    expect(row["error"]).toBeCloseTo(Math.abs(row["measured"] / variance - 1), 12);
    expect(row["expectedError"]).toBeCloseTo(deviation, 12);
    expect(row["errorQuantile95"]).toBeCloseTo(1.9599639845 * deviation, 8);
    expect(row["pValue"]).toBeCloseTo(outside(row["error"] / deviation), 5);
    expect(row["surrogateError"]).toBeCloseTo(Math.abs(row["measured"] / row["surrogate"] - 1), 12);
  }
});

/** P(|z| ≥ x) of a normal number, by midpoints. */
function outside(x: number): number {
  const steps = 1000;
  let inside = 0;
  for (let k = 0; k < steps; k++) inside += Math.exp(-((((k + 0.5) * x) / steps) ** 2) / 2);
  return 1 - (2 * x * inside) / steps / Math.sqrt(2 * Math.PI);
}

it("has in the plane three entries, and their distances counted off the diagonal twice", async () => {
  const gradients = [
    [-2, 1],
    [0, -2],
    [-1, 0],
    [3, 1]
  ];
  const rows = await runInProcess(
    batchNoiseExperiment({
      ...head,
      gradients,
      parameters: ["level", "slope"],
      batchSizes: [2],
      schemes: ["without"],
      batches: 200
    })
  );
  expect(rows.map(({first, second}) => `${first} ${second}`)).toEqual([
    "level level",
    "level slope",
    "slope slope"
  ]);
  const entries = [
    [0, 0],
    [0, 1],
    [1, 1]
  ];
  const norm = (of: (row: Readonly<Record<string, number>>) => number) =>
    Math.sqrt(
      rows.map(numbersOf).reduce((sum, row, k) => sum + (k === 1 ? 2 : 1) * of(row) ** 2, 0)
    );
  for (const [k, [i, j]] of entries.entries()) {
    const row = numbersOf(rows[k]);
    const G = gradients.reduce((sum, g) => sum + (g[i] * g[j]) / 3, 0);
    expect(row["surrogate"]).toBeCloseTo(G / 2, 12);
    // Half of the samples: half of what batches with replacement of G/b would have.
    expect(row["exact"]).toBeCloseTo(G / 4, 12);
    expect(row["surrogateError"]).toBeCloseTo(
      norm(r => r["measured"] - r["surrogate"]) / norm(r => r["surrogate"]),
      12
    );
    expect(row["error"]).toBeCloseTo(
      norm(r => r["measured"] - r["exact"]) / norm(r => r["exact"]),
      12
    );
  }
});
