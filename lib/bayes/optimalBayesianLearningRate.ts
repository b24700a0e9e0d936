import {inRange} from "../inRange.js";
import {invertIncreasing} from "../statistics/invertCdf.js";
import {type BayesianArguments, checkBayesian} from "./posteriorDivergence.js";

/**
 * The constant learning rate whose stationary law is closest to the posterior: the λ in (0, 2/kmax)
 * that minimises `posteriorDivergence`, where
 *
 *     λ ∂D_KL/∂λ = Σ h(λkᵢ) = 0,   h(x) = (2(N/S)x − 4)/(2 − x)²   (up to a factor ½)
 *
 * `eigenvalues` are those of the Hessian of the mean loss, `datasetSize` N, `batchSize` S < N (with
 * S = N there is no noise and no optimum). With one curvature k, λ = 2S/(Nk). The root is unique: at
 * any root, Σ xᵢh′(xᵢ) = Σ xᵢ[2(N/S)/(2−xᵢ)² + 2h(xᵢ)/(2−xᵢ)] > 0, since h changes sign once, at
 * x = 2S/N, and x/(2−x) increases, so that Σ xᵢh(xᵢ)/(2−xᵢ) ≥ 0 where Σ h(xᵢ) = 0. It lies between
 * 2S/(N kmax) and min(2/kmax, 2S/(N kmin)), and is found by bisection.
 * Source: finite-rate, Theorem 6, eq. (16) = (55), which is Σ h(λkᵢ) = 0 in another form.
 *
 * @throws RangeError unless every kᵢ > 0 and 1 ≤ S < N, or if λ is beyond the range of float64.
 * @example
 * optimalBayesianLearningRate({eigenvalues: [1, 1], datasetSize: 100, batchSize: 10}); // 0.2
 */
export function optimalBayesianLearningRate(options: BayesianArguments): number {
  const {eigenvalues, ratio} = checkBayesian("optimalBayesianLearningRate", options);
  const largest = eigenvalues.reduce((a, b) => Math.max(a, b));
  const smallest = eigenvalues.reduce((a, b) => Math.min(a, b));
  const balance = 2 / (1 + ratio);
  if (largest === smallest) return inRange("the learning rate", balance / largest);
  const slope = (lambda: number) =>
    eigenvalues.reduce((sum, k) => {
      const x = lambda * k;
      return sum + (2 * (1 + ratio) * x - 4) / (2 - x) ** 2;
    }, 0);
  const high = Math.min(2 / largest, balance / smallest);
  return invertIncreasing(slope, 0, balance / largest, high);
}
