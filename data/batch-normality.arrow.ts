import {sumNormalityExperiment} from "../lib/experiments/noise/sumNormalityExperiment.js";

export default sumNormalityExperiment({
  name: "batch-normality",
  title: "How far the noise of a batch is from normal",
  source: "notes, section 2.3, Lindeberg condition",
  seed: 231,
  replicates: 40_000,
  shares: [1, 0.0625, 0.00390625],
  batchSizes: [1, 4, 16, 64, 256, 1024]
});
