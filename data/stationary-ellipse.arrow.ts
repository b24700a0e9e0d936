import {rotatedNoiseExperiment} from "../lib/experiments/stationary/rotatedNoiseExperiment.js";

export default rotatedNoiseExperiment({
  name: "stationary-ellipse",
  title: "Stationary covariance of SGD with noise turned against the curvature",
  source: "Fisher, Corollary 5.7 and Proposition 5.9",
  seed: 57,
  replicates: 1000,
  settings: {
    curvatures: [1, 0.3],
    noiseVariances: [1.6, 0.4],
    angles: [20, 40, 70],
    learningRates: [0.1, 0.3, 0.6, 1, 1.4, 1.7, 1.85, 1.95],
    batchSize: 64,
    steps: 6_400,
    burnIn: 400
  }
});
