import {Matrix} from "ml-matrix";
import {type Model, type Scattered, sampleCounts} from "../cases/information.js";
import type {SecondRun} from "../cases/secondOrder.js";
import {invert, K, plus, shareOf, times, toMatrix} from "../printed/algebra.js";

/** The curvature Σ p(1−p)xxᵀ/n of the mean negative log-likelihood. */
const curvature = ({inputs, parameters}: Model, over = inputs.length) => {
  const x = toMatrix(inputs);
  const p = x.mmul(Matrix.columnVector([...parameters])).to1DArray();
  const weights = p.map(z => 1 / ((1 + Math.exp(-z)) * (1 + Math.exp(z))));
  return times(1 / over, x.transpose(), Matrix.diag(weights), x);
};

export const information = (model: Model) => curvature(model);

/** Without the mean. */
export const informationSummed = (model: Model) => curvature(model, 1);

/** λ((1+µ)c + 1 − µ)/(2(1−µ²)), the factor of K⁻¹ in (26). */
const ownScale = ({
  rate,
  momentum: mu,
  datasetSize: N,
  batchSize: S
}: Pick<SecondRun, "rate" | "momentum" | "datasetSize" | "batchSize">) =>
  (rate * (((1 + mu) * (N - S)) / (N * S) + 1 - mu)) / (2 * (1 - mu ** 2));

/** KΣK with the Σ of (26). */
export const informationPrinted = (model: Model) => times(ownScale(model), curvature(model));

/** (25). */
export const vanishing = (run: SecondRun) => {
  const {rate, momentum: mu} = run;
  const gain = ((1 + mu) / (1 - mu)) * (rate / (2 * (1 + mu) - rate)) * shareOf(run);
  return times(gain, invert(K(run)));
};

/** (26). */
export const staying = (run: SecondRun) => times(ownScale(run), invert(K(run)));

/** (25) with 1/S for (N−S)/(NS). */
export const vanishingNot = (run: SecondRun) =>
  times(run.datasetSize / (run.datasetSize - run.batchSize), vanishing(run));

/** c[K(1 + Tr KΣ) + KΣK], without the first term, and without Tr KΣ. */
const noiseWith =
  (of: (k: Matrix, s: Matrix) => Matrix) =>
  ({hessian, sigma, share}: Scattered) =>
    times(share, of(toMatrix(hessian), toMatrix(sigma)));
export const noise = noiseWith((k, s) => plus(times(1 + times(k, s).trace(), k), times(k, s, k)));
export const noisePrinted = noiseWith((k, s) => times(k, s, k));
export const noiseOfMinimum = noiseWith((k, s) => plus(k, times(k, s, k)));

/** t·Tr FΣₜ/d for a rate λ, and for 1/t, at every t. */
const scores = (constant: (lambda: number, t: number) => number) => (run: SecondRun) =>
  sampleCounts.flatMap(t => [constant(run.rate, t), 1]);
export const efficiency = scores(
  (lambda, t) => ((t * lambda) / (2 - lambda)) * (1 - (1 - lambda) ** (2 * t))
);
export const efficiencyPrinted = scores(() => 1);
export const efficiencyContinuous = scores(
  (lambda, t) => ((t * lambda) / 2) * (1 - Math.exp(-2 * lambda * t))
);
