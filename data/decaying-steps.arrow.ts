import {decayingStepsExperiment} from "../lib/experiments/budgets/decayingStepsExperiment.js";

export default decayingStepsExperiment({
  name: "decaying-steps",
  title: "Risk and directional variances of SGD with decaying steps in ten dimensions",
  source: "Fisher, Experiments 5 and 6, Table 5, Figures 4 and 8",
  seed: 1,
  replicates: 20_000,
  settings: {
    noise: ["anisotropic", "isotropic"],
    eta0: 1.2,
    offset: 50,
    T: [600, 1200, 2400, 4800, 9600],
    groupSize: 800
  }
});
