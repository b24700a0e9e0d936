import {misspecificationExperiment} from "../lib/experiments/noise/misspecificationExperiment.js";

export default misspecificationExperiment({
  name: "misspecification",
  title: "Covariance of batches of a logistic fit to probit data",
  source: "Fisher, Experiment A and Figure 9",
  seed: 9,
  truths: [
    {dimension: 2, length: 1, square: 0},
    {dimension: 5, length: 1, square: 0},
    {dimension: 10, length: 1, square: 0},
    {dimension: 5, length: 2, square: 0},
    {dimension: 5, length: 2, square: 1}
  ],
  samples: 50_000,
  batchSize: 256,
  batches: 800,
  repetitions: 32
});
