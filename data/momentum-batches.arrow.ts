import {regressionGridExperiment} from "../lib/experiments/stationary/regressionGridExperiment.js";

export default regressionGridExperiment({
  name: "momentum-batches",
  title: "Variance under momentum and mini-batch noise, at the edge of plain SGD",
  source: "finite-rate, Figure 9(b)",
  seed: 3,
  replicates: 1000,
  settings: {
    inputVariances: [1],
    labelDeviation: 1,
    size: 1000,
    batchSize: 100,
    schemes: ["without"],
    learningRates: [2],
    momenta: [0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95],
    steps: 600,
    burnIn: 200
  }
});
