import {angleSweepExperiment} from "../lib/experiments/stationary/angleSweepExperiment.js";

export default angleSweepExperiment({
  name: "angle-sweep",
  title: "Stationary covariance against the angle of the noise",
  source: "Fisher, Experiment 2 and Figure 3",
  seed: 2,
  replicates: 500,
  settings: {
    curvatures: [1, 0.1],
    noiseVariances: [1.5, 0.5],
    learningRate: 0.05,
    timeStep: 1,
    angles: [0, 7.5, 15, 22.5, 30, 37.5, 45, 52.5, 60, 67.5, 75, 82.5, 90],
    batchSize: 64,
    otherBatchSizes: [1, 512],
    otherAngle: 30,
    steps: 200_000,
    burnIn: 5_000
  }
});
