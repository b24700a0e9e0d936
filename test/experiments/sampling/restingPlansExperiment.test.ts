import {expect, it} from "vitest";
import {restingPlansExperiment} from "../../../lib/experiments/sampling/restingPlansExperiment.js";
import {heatingDays} from "../../../lib/sampling/heating.js";
import {sampleData} from "../../sampling/data.js";
import {head, runInProcess} from "../runInProcess.js";

const settings = {
  shares: [0.25, 0.0625],
  batchSize: 16,
  burnIn: 6,
  relaxations: 40,
  capacity: [1, 1, 1.2],
  shortage: 1
} as const;

it("finds the mean plan beside the best one, by an amount of the order of the rate", async () => {
  const days = heatingDays(sampleData("weather.csv"), ["Seattle", "New York"]);
  const [large, small] = await runInProcess(
    restingPlansExperiment({...head, replicates: 60, settings}, days)
  );
  expect(Number(large["distance"]) / Number(large["standardError"])).toBeGreaterThan(6);
  for (const row of [large, small]) {
    const [distance, error] = [Number(row["distance"]), Number(row["standardError"])];
    // The law at rest is normal to first order only.
    expect(Math.abs(distance - Number(row["predicted"]))).toBeLessThan(0.2 * distance + 3 * error);
  }
  // A quarter of the rate: neither half the distance, as with the root of it, nor a sixteenth.
  const ratio = Number(large["predicted"]) / Number(small["predicted"]);
  expect(Math.abs(ratio - 4)).toBeLessThan(1);
});

it("has its mean at the best plan where the cost is quadratic", async () => {
  // Short in one city, in the other, or alike in both: near the best plan, capacities 10, 10 and 5, no day has a kink.
  const days = [-0.2, -0.1, 0.1, 0.2].flatMap(
    by =>
      [
        [15.8 + by, 0],
        [0, 15.8 + by],
        [14.1 + by, 14.1 - by],
        [14.1 - by, 14.1 + by]
      ] as const
  );
  const [row] = await runInProcess(
    restingPlansExperiment({...head, replicates: 2, settings: {...settings, shares: [0.01]}}, days)
  );
  expect(Number(row["predicted"])).toBeLessThan(1e-6);
});
