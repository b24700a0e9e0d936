import {heavyTailsExperiment} from "../lib/experiments/diffusion/heavyTailsExperiment.js";

export default heavyTailsExperiment({
  name: "heavy-tails",
  title: "The stationary law under α-stable gradient noise",
  source: "notes, section 2.3, finite variance",
  seed: 232,
  replicates: 10_000,
  settings: {
    alphas: [1.2, 1.4, 1.6, 1.8, 1.9, 2],
    steps: [0.05, 0.2, 1.5],
    distances: [1, 2, 4, 8, 16, 32, 64]
  }
});
