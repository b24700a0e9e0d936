import {estimationExperiment} from "../lib/experiments/noise/estimationExperiment.js";

export default estimationExperiment({
  name: "estimating",
  title: "Estimates of the gradient covariance",
  source: "Fisher, §9.4",
  seed: 94,
  eigenvalues: [8, 0.5, 4, 0.25, 2, 0.125],
  degrees: 30,
  rank: 2,
  samples: [8, 16, 32, 64, 128, 256, 512],
  alphas: [0.02, 0.05, 0.1, 0.2, 0.4, 0.6, 0.8],
  replicates: 800
});
