import {expect, it} from "vitest";
import {queueGradientsExperiment} from "../../../lib/experiments/sampling/queueGradientsExperiment.js";
import {expectNear, numbersOf} from "../fourErrors.js";
import {head, runInProcess} from "../runInProcess.js";

const replicates = 4000;
const mu = 2;

it("has of samples of one customer, who never waits, the moments of an exponential number", async () => {
  const rows = await runInProcess(
    queueGradientsExperiment({
      ...head,
      replicates,
      settings: {serviceRates: [mu], customers: [1], b: [1, 4], warmUp: 40}
    })
  );
  expect(Object.keys(rows[0])).toEqual([
    "estimator",
    "scheme",
    "serviceRate",
    "customers",
    "b",
    "mean",
    "standardError",
    "noise",
    "noiseError"
  ]);
  expect(rows.map(({estimator, scheme, b}) => `${estimator}, ${scheme}, ${b}`)).toEqual(
    [
      "perturbation, begins empty",
      "perturbation, one long run",
      "likelihood ratio, begins empty"
    ].flatMap(pair => [1, 4].map(b => `${pair}, ${b}`))
  );
  for (const row of rows) expect([row["serviceRate"], row["customers"]]).toEqual([mu, 1]);
  // −E/μ² has variance 1/μ⁴ and kurtosis 9; (E − E²)/μ² has 13/μ⁴.
  for (const k of [0, 1, 4, 5]) {
    const row = numbersOf(rows[k]);
    const noise = (k < 4 ? 1 : 13) / mu ** 4;
    expectNear(row["mean"], -1 / mu ** 2, Math.sqrt(noise / row["b"] / replicates));
    expect(row["standardError"]).toBeCloseTo(Math.sqrt(row["noise"] / row["b"] / replicates), 9);
    expectNear(row["noise"], noise, row["noiseError"]);
    if (k >= 4) continue;
    // Of a mean of b, the kurtosis is 3 + 6/b.
    const error = noise * Math.sqrt((2 + 6 / row["b"]) / replicates);
    expectNear(row["noise"], noise, error);
    expect(row["noiseError"] / error).toBeGreaterThan(0.7);
    expect(row["noiseError"] / error).toBeLessThan(1.4);
  }
  // In a long run customers wait, and neighbours wait together: b of them are more than b times as noisy.
  const [one, four] = [rows[2], rows[3]].map(numbersOf);
  expect(one["noise"]).toBeGreaterThan(2 / mu ** 4);
  expect(four["noise"] - one["noise"]).toBeGreaterThan(4 * four["noiseError"]);
});
