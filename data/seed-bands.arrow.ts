import {seedBandExperiment} from "../lib/experiments/stationary/seedBandExperiment.js";

export default seedBandExperiment({
  name: "seed-bands",
  title: "Cross-covariance from six short runs, over many such figures",
  source: "Fisher, Experiment 3 and Figure 6",
  seed: 6,
  replicates: 12_000,
  settings: {
    curvatures: [1, 0.1],
    noiseVariances: [1.5, 0.5],
    learningRate: 0.05,
    timeStep: 1,
    angles: [0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55, 60],
    batchSize: 64,
    steps: 2_500,
    burnIn: 800,
    seeds: 6
  }
});
