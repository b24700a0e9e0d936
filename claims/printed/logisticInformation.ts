import type {Rows} from "../cases/matrices.js";

interface LogisticModel {
  readonly inputs: Rows;
  readonly parameters: readonly number[];
}

/**
 * E[w(p) xxᵀ] over the inputs of a logistic regression, p the probability of a label 1; with
 * w = p(1 − p), the variance of the label, its Fisher information.
 */
export const logisticInformation = (
  {inputs, parameters}: LogisticModel,
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

/** The same with p(1 − p) = 1/(2 + 2 cosh z) at the logit z, row by row. */
export function logisticInformationByCosh({inputs, parameters}: LogisticModel): number[] {
  const d = parameters.length;
  const sums = new Array<number>(d * d).fill(0);
  for (const x of inputs) {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    const weight = 1 / (2 + 2 * Math.cosh(logit)) / inputs.length;
    for (let k = 0; k < d * d; k++) sums[k] += weight * x[Math.floor(k / d)] * x[k % d];
  }
  return sums;
}
