import {expect, it} from "vitest";
import {planePair} from "../../../lib/budgets/planePair.js";
import {schedulesExperiment} from "../../../lib/experiments/budgets/schedulesExperiment.js";

const experiment = schedulesExperiment({
  name: "test: schedules",
  title: "",
  source: "",
  seed: 1,
  replicates: 1000,
  settings: {curvatureRatio: 3, metricRatio: 10, degrees: [0, 30], eta0: [0.4, 1.5], T: [20, 200]}
});

async function rows(scale: number): Promise<Record<string, number>[]> {
  const results = await Promise.all(experiment.jobs(scale).map(job => experiment.run(job)));
  const table = experiment.table(results, scale) as Record<string, ArrayLike<number>>;
  return Array.from(table["risk"], (_, k) =>
    Object.fromEntries(Object.entries(table).map(([name, column]) => [name, column[k]]))
  );
}

it("meets the exact second moment, carried entry by entry", async () => {
  const table = await rows(1);
  expect(table.map(({degrees, eta0, horizon}) => [degrees, eta0, horizon])).toEqual(
    [0, 30].flatMap(angle => [0.4, 1.5].flatMap(eta0 => [20, 200].map(T => [angle, eta0, T])))
  );
  for (const {degrees, eta0, horizon, risk, standardError} of table) {
    const {metric} = planePair({curvatureRatio: 3, metricRatio: 10, degrees});
    let expected = 0;
    for (const [i, p] of [1, 3].entries())
      for (const [j, q] of [1, 3].entries()) {
        let entry = 0;
        for (let t = 1; t < horizon; t++) {
          const eta = eta0 / t;
          entry = (1 - eta * p) * (1 - eta * q) * entry + eta * eta * metric.get(i, j);
        }
        expected += metric.get(i, j) * entry;
      }
    expect(Math.abs(risk - expected) / standardError).toBeLessThan(4);
    expect(standardError / expected).toBeLessThan(0.06);
  }
});

it("shortens the horizons with the scale", async () => {
  expect((await rows(0.5)).map(row => row["horizon"]).slice(0, 2)).toEqual([10, 100]);
});
