import {heavyTailsExperiment} from "../lib/experiments/diffusion/heavyTailsExperiment.js";

export default heavyTailsExperiment({
  name: "assumption-tails",
  title: "Stable noise at the reference setting",
  source: "notes, section 2.4",
  seed: 241,
  replicates: 3000,
  settings: {alphas: [1.8], steps: [0.002], distances: [1]}
});
