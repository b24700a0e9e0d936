import {stationaryVarianceExperiment} from "../lib/experiments/stationary/stationaryVarianceExperiment.js";

export default stationaryVarianceExperiment({
  name: "batch-scaling",
  title: "Stationary variance against batch size",
  source: "Fisher, Experiment 1 and Figure 2",
  seed: 1,
  replicates: 500,
  settings: {
    hessianEigenvalues: [1, 0.1],
    noiseVariances: [1, 1],
    learningRate: 0.05,
    timeStep: 1,
    b: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
    steps: 200_000,
    burnIn: 5_000
  }
});
