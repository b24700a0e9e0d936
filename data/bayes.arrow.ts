import {batchGridExperiment} from "../lib/experiments/stationary/batchGridExperiment.js";

export default batchGridExperiment({
  name: "bayes",
  title: "Variances of SGD with the noise of small batches of a data set",
  source: "finite-rate, Theorem 6",
  seed: 1,
  replicates: 600,
  settings: {
    curvatures: [1, 0.5, 0.1],
    batchSize: 10,
    datasetSize: 100,
    learningRates: [0.1, 0.2, 0.3, 0.4, 0.6, 0.9, 1.3, 1.7],
    momenta: [0],
    steps: 3500,
    burnIn: 500
  }
});
