import csv from "@observablehq/sample-datasets/penguins.csv";
import {tableExperiment} from "../lib/experiments/tableExperiment.js";
import {penguinModel, penguinParameters} from "../lib/problems/penguins.js";

const {gradients, labels, species, rowsInFile, fit} = penguinModel(csv);

export default tableExperiment({
  name: "penguin-gradients",
  title: "Each penguin's gradient at the optimum of a logistic regression of its sex",
  source: "Palmer penguins",
  spec: {rowsInFile, weights: fit.weights, gradientNorm: fit.gradientNorm},
  columns: () => ({
    species,
    male: Int32Array.from(labels),
    rowsInFile: Int32Array.from(labels, () => rowsInFile),
    ...Object.fromEntries(
      penguinParameters.map((name, j) => [name, Float64Array.from(gradients, row => row[j])])
    )
  })
});
