import type {Named} from "../ledger/named.js";
import type {Family} from "../ledger/search/family.js";
import {geometric} from "./families/spectra.js";
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

/** A Gaussian of variance 1 whose mean is the product of all parameters, and the mean that it has in truth. */
export interface ProductModel extends Named {
  readonly parameters: readonly number[];
  readonly truth: number;
}

export const atTruth: ProductModel = {
  name: "mean θ₁θ₂ at its truth",
  parameters: [1.2, 0.5],
  truth: 0.6
};
export const besideTruth: ProductModel = {...atTruth, name: "beside it", parameters: [1.2, 0.51]};

/** Products of two to six parameters, each at one of its truths. */
export const productFamily: Family<ProductModel> = {
  ranges: "d = 2 … 6, means θ₁⋯θ_d at the truth, factors from ½ to 2",
  dimensions: [2, 6],
  build: (d, next) => {
    const parameters = Array.from({length: d}, () => geometric(0.5, 2, next()));
    const truth = parameters.reduce((product, x) => product * x, 1);
    return {name: `d = ${d}, mean ${Number(truth.toPrecision(3))}, drawn`, parameters, truth};
  }
};
