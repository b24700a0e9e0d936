import {plateauExperiment} from "../lib/experiments/stationary/plateauExperiment.js";

export default plateauExperiment({
  name: "plateau",
  title: "Risk of SGD at a constant rate in ten dimensions",
  source: "Fisher, Experiment 4 and Table 4",
  seed: 1,
  replicates: 2000,
  settings: {
    noise: ["anisotropic", "isotropic"],
    rateTimesCurvature: 0.5,
    T: [300, 800, 2000, 5000, 10_000]
  }
});
