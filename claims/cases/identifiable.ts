import type {LogisticModel} from "./problems.js";

/** Likelihoods and losses that do not see every direction: plain data. */

/** A logistic regression whose third input is the sum of the other two, its parameters the truth. */
export const redundant: LogisticModel = {
  name: "three inputs, one the sum of the others",
  inputs: [
    [1, 0, 1],
    [1, 2, 3],
    [1, -1, 0],
    [0, 1, 1]
  ],
  parameters: [0.4, -0.7, 0.2]
};

/** ½(θ₁ − z₁)² + z₂θ₂ with z = (±1, ±1), all four equally likely: flat along θ₂, and kicked along it. */
export const kicked = {
  name: "½(θ₁ − z₁)² + z₂θ₂",
  inputs: [],
  parameters: [],
  samples: [
    [1, 1],
    [1, -1],
    [-1, 1],
    [-1, -1]
  ]
} as const;

/** Labels 0 and 1 at two inputs of a logistic regression in one dimension. */
export const labelled = {parameter: 0.3, inputs: [1, -2], labels: [0, 1]} as const;
