import {varianceGridExperiment} from "../lib/experiments/stationary/varianceGridExperiment.js";

export default varianceGridExperiment({
  name: "bayes",
  title: "Variances of SGD with the noise of batches of 10 out of 100",
  source: "finite-rate, Theorem 6",
  seed: 1,
  replicates: 600,
  settings: {
    curvatures: [1, 0.5, 0.1],
    // (N − S)/(NS) = 0.09 times the curvatures.
    noise: [0.09, 0.045, 0.009],
    learningRates: [0.1, 0.2, 0.3, 0.4, 0.6, 0.9, 1.3, 1.7],
    momenta: [0],
    steps: 3500,
    burnIn: 500
  }
});
