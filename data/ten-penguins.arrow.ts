import csv from "@observablehq/sample-datasets/penguins.csv";
import {enumerationExperiment} from "../lib/experiments/noise/enumerationExperiment.js";
import {penguinModel} from "../lib/problems/penguins.js";

export default enumerationExperiment({
  name: "ten-penguins",
  title: "Every mini-batch of ten penguins",
  source: "Fisher, Lemma 4.1; notes, Proposition 1",
  gradients: penguinModel(csv)
    .gradients.filter((_, i) => i % 36 === 0)
    .slice(0, 10)
});
