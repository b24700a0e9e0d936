import {expect, it} from "vitest";
import {batchGridExperiment} from "../../../lib/experiments/stationary/batchGridExperiment.js";
import {runInProcess} from "../runInProcess.js";

const gradients = [-3, -1, 0, 1, 3];
const datasetSize = gradients.length;
/** Their variance, which the experiment takes for the curvature. */
const h = gradients.reduce((sum, g) => sum + g * g, 0) / (datasetSize - 1);

/** Variance of the mean of a batch of two, over all pairs. */
const pairs = gradients.flatMap((a, i) => gradients.slice(i + 1).map(b => (a + b) / 2));
const noise = pairs.reduce((sum, mean) => sum + mean ** 2, 0) / pairs.length;

it("has the noise of all batches of a data set, and the variance that it leads to", async () => {
  const eta = 0.1;
  const experiment = batchGridExperiment({
    name: "pairs",
    title: "",
    source: "",
    seed: 1,
    replicates: 400,
    settings: {
      curvatures: [h],
      batchSize: 2,
      datasetSize,
      learningRates: [eta],
      momenta: [0],
      steps: 400,
      burnIn: 100
    }
  });
  const [row] = await runInProcess(experiment);
  const variance = (eta ** 2 * noise) / (1 - (1 - eta * h) ** 2);
  const {
    finalVariance,
    finalStandardError,
    variance: overTime,
    standardError
  } = row as Record<string, number>;
  expect(Math.abs(finalVariance - variance)).toBeLessThan(4 * finalStandardError);
  expect(Math.abs(overTime - variance)).toBeLessThan(4 * standardError);
  expect(standardError / variance).toBeLessThan(0.02);
});
