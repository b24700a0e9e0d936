import {dependentBatchesExperiment} from "../lib/experiments/noise/dependentBatchesExperiment.js";

export default dependentBatchesExperiment({
  name: "exchangeability",
  title: "Stationary variances under batches of dependent samples",
  source: "Fisher, Experiment B and Figure 10",
  seed: 10,
  dependences: [
    {kind: "shared", inflation: 0},
    {kind: "shared", inflation: 0.25},
    {kind: "shared", inflation: 0.5},
    {kind: "shared", inflation: 0.75},
    {kind: "shared", inflation: 1},
    {kind: "contaminated", inflation: 0.5},
    {kind: "contaminated", inflation: 1},
    {kind: "stiff", inflation: 0.5},
    {kind: "stiff", inflation: 1},
    {kind: "lasting", inflation: 0.125, keep: 0.8},
    {kind: "lasting", inflation: 0.25, keep: 0.8},
    {kind: "reused", uses: 2},
    {kind: "reused", uses: 4}
  ],
  curvatures: [1, 0.1],
  learningRate: 0.4,
  batchSize: 8,
  replicates: 800,
  steps: 2_000,
  burnIn: 200
});
