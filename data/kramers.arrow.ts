import {kramersExperiment} from "../lib/experiments/escape/kramersExperiment.js";

export default kramersExperiment({
  name: "kramers",
  title: "Exit of SGD from a quadratic well over a quadratic barrier",
  source: "finite-rate, Theorem 9 and Figure 6",
  seed: 1,
  replicates: 2000,
  settings: {
    steps: [
      0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.1, 1.2, 1.3, 1.4, 1.5, 1.6, 1.7, 1.8, 1.9
    ],
    ratios: [0.5, 0.7, 1, 1.4, 2],
    heights: [4, 6, 8, 10, 12],
    simulated: {steps: [0.2, 0.5, 0.8, 1.1, 1.4, 1.7], ratios: [0.5, 1, 2], heights: [6]}
  }
});
