import {shapedNoiseExperiment} from "../lib/noise/shapedNoiseExperiment.js";

export default shapedNoiseExperiment({
  name: "shaped-noise",
  title: "Variance under Student t and χ² noise, over learning rates",
  source: "finite-rate, Figure 8",
  seed: 1,
  replicates: 10_000,
  shapes: ["student-t", "chi-square"],
  learningRates: [0.1, 0.4, 0.7, 1, 1.3, 1.6, 1.8, 1.9],
  steps: 200
});
