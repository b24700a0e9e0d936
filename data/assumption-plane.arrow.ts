import {planeNoiseExperiment} from "../lib/experiments/diffusion/planeNoiseExperiment.js";

const common = {flat: 0.004, learningRate: 0.5, updates: 20_000};

export default planeNoiseExperiment({
  name: "assumption-plane",
  title: "Noise along the curvature, turned, and of one direction, at the reference setting",
  source: "notes, section 2.4",
  seed: 242,
  replicates: 400,
  cells: [
    {...common, angle: 0, along: 1, across: 0.004},
    {...common, angle: 45, along: 1.6, across: 0.4},
    {...common, angle: 45, along: 1, across: 0}
  ]
});
