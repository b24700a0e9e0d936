import type {Rows} from "../cases/problems.js";

/**
 * E[w(p) xxᵀ] over the inputs of a logistic regression, p the probability of a label 1; with
 * w = p(1 − p), the variance of the label, its Fisher information.
 */
export const logisticInformation = (
  {inputs, parameters}: {readonly inputs: Rows; readonly parameters: readonly number[]},
  weight: (p: number) => number = p => p * (1 - p)
): number[][] =>
  parameters.map((_, i) =>
    parameters.map((__, j) =>
      inputs.reduce((sum, x) => {
        const p = 1 / (1 + Math.exp(-x.reduce((s, v, k) => s + v * parameters[k], 0)));
        return sum + (weight(p) * x[i] * x[j]) / inputs.length;
      }, 0)
    )
  );
