import {escapeExperiment} from "../lib/experiments/escape/escapeExperiment.js";

export default escapeExperiment({
  name: "escape-efficiency",
  title: "Mean loss of runs that leave the minimum",
  source: "finite-rate, Figure 5",
  seed: 1,
  replicates: 50_000,
  settings: {
    curvatures: [1],
    noise: [1],
    learningRates: [0.2, 1.85],
    times: [1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 25, 30]
  }
});
