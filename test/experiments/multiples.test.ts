import {expect, test} from "vitest";
import {plateauExperiment} from "../../lib/experiments/stationary/plateauExperiment.js";

const experiment = plateauExperiment({
  name: "short",
  title: "Short",
  source: "",
  seed: 1,
  replicates: 4000,
  settings: {noise: ["anisotropic"], rateTimesCurvature: 0.05, T: [20, 40]}
});

async function at(scale: number) {
  const jobs = experiment.jobs(scale);
  const results = [];
  for (const job of jobs) results.push(await experiment.run(job));
  return experiment.table(results, scale);
}

test("a multiple of the printed scale runs the printed cells, with as many more replicates", async () => {
  const [printed, threefold] = [await at(1), await at(3)];
  expect(threefold["steps"]).toEqual(printed["steps"]);
  expect([...threefold["risk"]]).not.toEqual([...printed["risk"]]);
  const costOf = (scale: number) =>
    experiment.jobs(scale).reduce<number>((sum, job) => sum + experiment.cost(job), 0);
  expect(costOf(3)).toBe(3 * costOf(1));
  for (const [i, error] of [...printed["standardError"]].entries())
    expect(Number(threefold["standardError"][i]) / Number(error)).toBeCloseTo(Math.sqrt(1 / 3), 1);
});
