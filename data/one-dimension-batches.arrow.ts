import {regressionGridExperiment} from "../lib/experiments/stationary/regressionGridExperiment.js";

export default regressionGridExperiment({
  name: "one-dimension-batches",
  title: "Variance of one regression weight under mini-batch noise, over learning rates",
  source: "finite-rate, Figure 2(b)",
  seed: 2,
  replicates: 1000,
  settings: {
    inputVariances: [1],
    labelDeviation: 1,
    size: 1000,
    batchSize: 100,
    schemes: ["without", "with", "fresh"],
    learningRates: [0.2, 0.4, 0.6, 0.8, 1, 1.2, 1.4, 1.6, 1.7, 1.8, 1.9],
    momenta: [0],
    steps: 300,
    burnIn: 100
  }
});
