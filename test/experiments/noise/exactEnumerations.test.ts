import {expect, it} from "vitest";
import {conditioningExperiment} from "../../../lib/experiments/noise/conditioningExperiment.js";
import {enumerationExperiment} from "../../../lib/experiments/noise/enumerationExperiment.js";
import {twoPopulations} from "../../../lib/noise/twoPopulations.js";
import {head, runInProcess} from "../runInProcess.js";

const gradients = [
  [1, 2],
  [0, -1],
  [3, 0.5],
  [-2, 1],
  [0.5, -3]
];

it("enumerationExperiment visits every subset and every ordered batch, to the formula", async () => {
  const rows = await runInProcess(enumerationExperiment({...head, gradients}));
  const counts = rows.filter(({scheme}) => scheme === "without").map(({batches}) => batches);
  expect(counts).toEqual([5, 10, 10, 5, 1]);
  const ordered = rows.filter(({scheme}) => scheme === "with").map(({b, batches}) => [b, batches]);
  expect(ordered.slice(0, 3)).toEqual([
    [1, 5],
    [2, 25],
    [3, 125]
  ]);
  for (const {difference} of rows) expect(difference).toBeLessThan(1e-14);
});

it("conditioningExperiment enumerates the three levels to their formulas, level by level", async () => {
  const populations = twoPopulations(1.5);
  const rows = await runInProcess(conditioningExperiment({...head, datasetSize: 3, populations}));
  expect(rows.map(({level, b}) => `${level} ${b}`).slice(0, 4)).toEqual([
    "givenData 1",
    "givenPopulation 1",
    "unconditional 1",
    "givenData 2"
  ]);
  for (const {enumerated, exact, difference} of rows as Record<string, number>[]) {
    expect(enumerated).toBeCloseTo(exact, 12);
    expect(difference).toBeLessThan(1e-13);
  }
  // Given all of the data nothing is left to chance; over data sets a half or more is.
  const whole = rows.filter(({b}) => b === 3) as Record<string, number>[];
  expect(whole[0]["exact"]).toBeCloseTo(0, 14);
  expect(whole[1]["exact"]).toBeGreaterThan(0);
  expect(whole[2]["exact"]).toBeGreaterThan(whole[1]["exact"]);
});
