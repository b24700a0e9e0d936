import type {Matrix} from "ml-matrix";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {misspecifiedLogit} from "../../lib/problems/probitTruth.js";
import {probits} from "../cases/fisher.js";

const {batches} = probits;

/** β⋆/β₀'s length, then J⋆ and H⋆, each along β₀ and across it. */
export function projection({length}: {length: number}) {
  const {slope, noise, curvature} = misspecifiedLogit({length});
  return [slope, noise.along, noise.across, curvature.along, curvature.across];
}

/** Were the information equality to survive: H⋆ for J⋆. */
export function informationEquality({length}: {length: number}) {
  const {slope, curvature} = misspecifiedLogit({length});
  return [slope, curvature.along, curvature.across, curvature.along, curvature.across];
}

const features = probits.features.map(row => [...row]);
const problem = logisticRegression(features, [...probits.labels]);

/** (1/b)(1 − b/n) S_n of the scores, at any weights. */
export const batchNoise = () =>
  finitePopulationCovariance(problem.sampleGradients([...probits.weights]), probits.batchSize);

/** The same with the Hessian for the covariance of the scores. */
export function batchCurvature() {
  const n = features.length;
  const b = probits.batchSize;
  const H: Matrix = problem.hessian([...probits.weights]);
  return H.mul((1 - b / n) / b);
}

/** Three times the sampling error of 800 variances, √(2/(m−1)). */
export const threshold = () => 3 * Math.sqrt(2 / (batches - 1));

/** Three times that of all entries of a 10 × 10 matrix, √(11/(m−1)). */
export const fullThreshold = () => 3 * Math.sqrt(11 / (batches - 1));

/** The expected square of a relative error on the diagonal: 2/(m−1), whatever the matrix. */
export const squaredError = () => 2 / (batches - 1);

/** That of all entries, (1 + r)/(m−1) with r = (Tr J)²/Tr J². */
export function squaredErrorFull({dimension: d}: {dimension: number}) {
  const {noise} = misspecifiedLogit({length: 1});
  const r =
    (noise.along + (d - 1) * noise.across) ** 2 / (noise.along ** 2 + (d - 1) * noise.across ** 2);
  return (1 + r) / (batches - 1);
}
