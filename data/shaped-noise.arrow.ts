import {shapedNoiseExperiment} from "../lib/experiments/noise/shapedNoiseExperiment.js";

export default shapedNoiseExperiment({
  name: "shaped-noise",
  title: "Variance under Student t and χ² noise, over learning rates",
  source: "finite-rate, Figure 8",
  seed: 1,
  replicates: 10_000,
  shapes: ["student-t", "chi-square"],
  learningRates: [0.2, 0.6, 1, 1.4, 1.8, 1.95],
  steps: 1000
});
