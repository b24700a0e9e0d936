import {varianceGridExperiment} from "../lib/experiments/stationary/varianceGridExperiment.js";

export default varianceGridExperiment({
  name: "momentum-edge",
  title: "Variance under momentum and white noise, beyond the edge of plain SGD",
  source: "finite-rate, Figure 4(a)",
  seed: 1,
  replicates: 10_000,
  settings: {
    curvatures: [1],
    noise: [1],
    learningRates: [2.75],
    momenta: [0.39, 0.4, 0.42, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95, 0.98],
    steps: 2000,
    burnIn: 1000
  }
});
