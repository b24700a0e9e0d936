import {describe, integer, numberIn, optionsOf, UnstableError} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {deviance} from "../statistics/logGamma.js";

export interface BayesianArguments {
  /** Eigenvalues k_i > 0 of the Hessian K of the mean loss. */
  eigenvalues: ArrayLike<number>;
  /** N, the number of samples. */
  datasetSize: number;
  /** S in [1, N − 1]. */
  batchSize: number;
}

/**
 * Kullback–Leibler divergence of stationary SGD from the posterior, in nats
 *
 *     D_KL(q‖f) = ½ Σ [N kᵢσᵢ − ln(N kᵢσᵢ) − 1],   N kᵢσᵢ = r λkᵢ/(2 − λkᵢ),   r = (N − S)/S
 *
 * q = N(0, Σ) with Σ = λ (N−S)/(NS) (2I − λK)⁻¹, the stationary covariance under C = (N−S)/(NS) K;
 * f = N(0, (NK)⁻¹). Zero iff every rλkᵢ = 2 − λkᵢ. Finite-rate, §6.1 and (52)–(53), constants kept.
 *
 * @throws UnstableError unless 0 < λ < 2/max kᵢ; RangeError as `optimalBayesianLearningRate`.
 * @example
 * posteriorDivergence({eigenvalues: [1], datasetSize: 100, batchSize: 10}, 0.2); // 0
 */
export function posteriorDivergence(options: BayesianArguments, learningRate: number): number {
  const {eigenvalues, ratio} = checkBayesian("posteriorDivergence", options);
  const largest = eigenvalues.reduce((a, b) => Math.max(a, b));
  if (!(learningRate > 0 && sumLessProduct(2, 0, learningRate, largest) > 0))
    throw new UnstableError(
      `learningRate must lie in (0, 2/kmax) = (0, ${2 / largest}); got ${learningRate}`
    );
  return eigenvalues.reduce((sum, k) => {
    const x = (ratio * learningRate * k) / sumLessProduct(2, 0, learningRate, k);
    return sum + deviance(1, x) / 2;
  }, 0);
}

/** Checked eigenvalues, and r = (N − S)/S. */
export function checkBayesian(
  caller: string,
  options: BayesianArguments
): {eigenvalues: number[]; ratio: number} {
  const {eigenvalues, datasetSize, batchSize} = optionsOf(caller, options, [
    "eigenvalues",
    "datasetSize",
    "batchSize"
  ]);
  if (typeof eigenvalues !== "object" || !(eigenvalues?.length > 0))
    throw new RangeError(
      `eigenvalues must be a list of numbers, one at least; got ${describe(eigenvalues)}`
    );
  const values = Array.from(eigenvalues, k =>
    numberIn("eigenvalues", k, "(0, ∞)", value => value > 0)
  );
  const n = integer("datasetSize", datasetSize, 2);
  const s = integer("batchSize", batchSize, 1, n - 1);
  return {eigenvalues: values, ratio: (n - s) / s};
}
