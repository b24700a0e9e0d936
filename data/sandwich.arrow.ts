import {sandwichExperiment} from "../lib/experiments/noise/sandwichExperiment.js";

export default sandwichExperiment({
  name: "sandwich",
  title: "Least squares on unequal errors, over many data sets",
  source: "Fisher, Definition 3.3",
  seed: 33,
  skews: [-0.9, -0.6, -0.3, 0, 0.3, 0.6, 0.9],
  repeats: 3,
  dataSets: 100_000
});
