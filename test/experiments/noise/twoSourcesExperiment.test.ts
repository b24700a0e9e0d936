import {expect, test} from "vitest";
import {everyOrderedBatch, everySubset, overDataSets} from "../../../claims/brute/finiteLaw.js";
import {twoSourcesExperiment} from "../../../lib/experiments/noise/twoSourcesExperiment.js";
import {lineThroughPoints} from "../../../lib/problems/sevenPoints.js";

const population = lineThroughPoints(4).sampleGradients([0.4, -0.3]).to2DArray();
const experiment = twoSourcesExperiment({
  name: "test",
  title: "test",
  source: "test",
  population,
  datasetSize: 3,
  batchSize: 2,
  steps: 3
});
const results = experiment.jobs(1).map(job => experiment.run(job));
const table = experiment.table(results as never, 1) as Record<string, ArrayLike<number | string>>;

test("enumeration and formula agree in every part", () => {
  for (let i = 0; i < table["exact"].length; i++)
    expect(table["enumerated"][i]).toBeCloseTo(table["exact"][i] as number, 11);
});

test("one step, against all ordered data sets and batches", () => {
  const law = {points: population, probabilities: population.map(() => 0.25)};
  const trace = (m: number[][]) => m[0][0] + m[1][1];
  for (const [scheme, draw] of [
    ["with", everyOrderedBatch],
    ["without", everySubset]
  ] as const) {
    const {within, between} = overDataSets(law, 3, 2, draw);
    const unit = trace(overDataSets(law, 1, 1, everySubset).between);
    const at = (part: string) =>
      Array.from(table["enumerated"]).find(
        (_, i) =>
          table["scheme"][i] === scheme && table["steps"][i] === 1 && table["part"][i] === part
      );
    expect(at("batch")).toBeCloseTo(trace(within) / unit, 11);
    expect(at("sampling")).toBeCloseTo(trace(between) / unit, 11);
  }
});
