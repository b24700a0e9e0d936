import {degenerateMinimumExperiment} from "../lib/experiments/diffusion/degenerateMinimumExperiment.js";

export default degenerateMinimumExperiment({
  name: "degenerate-minimum",
  title: "From the tempered posterior of a degenerate minimum, under two kinds of noise",
  source: "notes, section 3, singular learning theory",
  seed: 306,
  replicates: 2400,
  output: "means",
  settings: {
    inverseTemperature: 400,
    learningRate: 0.02,
    times: [0, 500, 1000, 2000, 4000, 7000, 10_000, 15_000, 20_000]
  }
});
