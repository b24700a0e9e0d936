import {planeNoiseExperiment} from "../lib/experiments/diffusion/planeNoiseExperiment.js";

const cell = (angle: number, across: number) => ({
  flat: 0.3,
  along: 1,
  across,
  angle,
  learningRate: 0.1,
  updates: 4000
});

export default planeNoiseExperiment({
  name: "singular-noise",
  title: "Second moments under noise that fades in one direction",
  source: "notes, section 2.3, positive definite covariance and detailed balance",
  seed: 241,
  replicates: 400,
  cells: [
    ...[1, 0.1, 0.01, 0.001, 0].map(across => cell(45, across)),
    ...[1, 0.1, 0.01, 0.001].map(across => cell(0, across)),
    ...[10, 22.5, 67.5, 80].map(angle => cell(angle, 0))
  ]
});
