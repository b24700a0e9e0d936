import {readFileSync} from "node:fs";
import {join} from "node:path";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {penguinModel, penguinParameters} from "../../lib/problems/penguins.js";
import {root} from "../root.js";
import {safetensors} from "./safetensors.js";

/** How far gradient descent has come where the gradients are taken. */
const descent = {learningRate: 1, steps: 10} as const;

/** Gradients and Hessian of the penguins' logistic regression on its way from zero, as files. */
export function penguinFiles(): {gradients: Uint8Array; hessian: Uint8Array} {
  const csv = join(root, "node_modules/@observablehq/sample-datasets/penguins.csv");
  const {features, labels} = penguinModel(readFileSync(csv, "utf8"));
  const problem = logisticRegression(features, labels);
  let w = features[0].map(() => 0);
  for (let step = 0; step < descent.steps; step++) {
    const g = problem.gradient(w);
    w = w.map((x, j) => x - descent.learningRate * g[j]);
  }
  return {
    gradients: safetensors(
      problem.sampleGradients(w).to2DArray(),
      penguinParameters.map(name => ({name, shape: []})),
      "F64"
    ),
    hessian: safetensors(
      problem.hessian(w).to2DArray(),
      [{name: "hessian", shape: [w.length]}],
      "F64"
    )
  };
}
