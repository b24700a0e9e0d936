import {varianceGridExperiment} from "../lib/experiments/stationary/varianceGridExperiment.js";

export default varianceGridExperiment({
  name: "momentum-white",
  title: "Variance under momentum and white noise, inside the edge of plain SGD",
  source: "finite-rate, Figure 9(a)",
  seed: 1,
  replicates: 10_000,
  settings: {
    curvatures: [1],
    noise: [1],
    learningRates: [1],
    momenta: [0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.98],
    steps: 2000,
    burnIn: 1000
  }
});
