import {degenerateMinimumExperiment} from "../lib/experiments/diffusion/degenerateMinimumExperiment.js";

export default degenerateMinimumExperiment({
  name: "degenerate-cloud",
  title: "Particles at a degenerate minimum, under two kinds of noise",
  source: "notes, section 3, singular learning theory",
  seed: 307,
  replicates: 240,
  output: "particles",
  settings: {
    inverseTemperature: 400,
    learningRate: 0.02,
    times: [0, 1000, 2500, 5000, 10_000, 20_000, 40_000]
  }
});
