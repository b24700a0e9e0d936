import {schedulesExperiment} from "../lib/experiments/budgets/schedulesExperiment.js";

export default schedulesExperiment({
  name: "schedules",
  title:
    "Risk of SGD with steps η₀/t in the plane, for metrics that commute with the Hessian and do not",
  source: "Fisher, Theorem 6.5",
  seed: 1,
  replicates: 6000,
  settings: {
    curvatureRatio: 4,
    metricRatio: 20,
    degrees: [0, 12, 45],
    eta0: [0.2, 0.35, 0.75, 2],
    T: [100, 400, 1600, 6400]
  }
});
