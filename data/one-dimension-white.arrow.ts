import {varianceGridExperiment} from "../lib/experiments/stationary/varianceGridExperiment.js";

export default varianceGridExperiment({
  name: "one-dimension-white",
  title: "Variance of one parameter under white noise, over learning rates",
  source: "finite-rate, Figure 2(a)",
  seed: 1,
  replicates: 10_000,
  settings: {
    curvatures: [1],
    noise: [1],
    learningRates: [
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9,
      1.95, 1.98
    ],
    momenta: [0],
    steps: 1000,
    burnIn: 500
  }
});
