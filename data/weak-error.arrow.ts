import {weakErrorExperiment} from "../lib/experiments/diffusion/weakErrorExperiment.js";

export default weakErrorExperiment({
  name: "weak-error",
  title: "Mean loss of SGD and of its continuous stand-ins as the learning rate is halved",
  source: "Fisher, Theorem 5.4; notes, equation (23)",
  seed: 54,
  replicates: 400_000,
  settings: {
    start: 2,
    time: 1.5,
    levels: 9,
    simulatedLevels: 3,
    series: [
      {
        name: "b fixed",
        fixed: {batchSize: 1},
        noise: "skewed",
        growth: 0.5,
        modes: 64
      },
      {
        name: "τ fixed",
        fixed: {temperature: 0.35},
        noise: "gaussian",
        growth: 0.5,
        modes: 32
      },
      {
        name: "τ fixed, constant noise",
        fixed: {temperature: 0.35},
        noise: "gaussian",
        growth: 0,
        modes: 32
      },
      {
        name: "τ fixed, skewed noise",
        fixed: {temperature: 0.35},
        noise: "skewed",
        growth: 0.5,
        modes: 32
      }
    ]
  }
});
