import csv from "@observablehq/sample-datasets/penguins.csv";
import {batchNoiseExperiment} from "../lib/experiments/noise/batchNoiseExperiment.js";
import {penguinModel, penguinParameters} from "../lib/problems/penguins.js";

export default batchNoiseExperiment({
  name: "alignment",
  title: "Mini-batch gradients of a logistic regression on the Palmer penguins",
  source: "Fisher, Lemma 4.1 and Theorem 4.3; notes, Proposition 1",
  seed: 4,
  gradients: penguinModel(csv).gradients,
  parameters: penguinParameters,
  batchSizes: [1, 2, 4, 8, 16, 32, 64, 128],
  schemes: ["without", "with", "fresh"],
  batches: 100_000
});
