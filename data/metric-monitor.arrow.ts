import {monitorExperiment} from "../lib/experiments/training/monitorExperiment.js";

export default monitorExperiment({
  name: "metric-monitor",
  title: "The monitor of the frozen metric on a logistic regression",
  source: "Fisher, §9.3",
  seed: 1,
  replicates: 800,
  settings: {
    size: 200,
    weights: [0.3, 1.2, 2],
    scales: [2, 0.25],
    learningRates: [0.2, 0.8, 3.2],
    batchSize: 4,
    snapshots: [0, 10, 30, 100, 300, 1000, 4000],
    spread: 0.7
  }
});
