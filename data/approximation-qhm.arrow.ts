import {varianceGridExperiment} from "../lib/experiments/stationary/varianceGridExperiment.js";

export default varianceGridExperiment({
  name: "approximation-qhm",
  title: "Stationary variances of quasi-hyperbolic momentum",
  source: "finite-rate, (72) and Table 1",
  seed: 1,
  replicates: 2000,
  settings: {
    curvatures: [1, 0.3],
    noise: [1, 0.5],
    learningRates: [0.2, 0.6, 1, 1.4, 1.8],
    momenta: [0.6],
    nus: [0, 0.35, 0.7, 1],
    steps: 2000,
    burnIn: 500
  }
});
