import {regressionGridExperiment} from "../lib/experiments/stationary/regressionGridExperiment.js";

export default regressionGridExperiment({
  name: "momentum-batches-edge",
  title: "Variance under momentum and mini-batch noise, beyond the edge of plain SGD",
  source: "finite-rate, Figure 4(b)",
  seed: 5,
  replicates: 1000,
  settings: {
    inputVariances: [1],
    labelDeviation: 1,
    size: 1000,
    batchSize: 100,
    schemes: ["without"],
    learningRates: [2.75],
    momenta: [0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95],
    steps: 600,
    burnIn: 200
  }
});
