import type {Matrix} from "ml-matrix";
import {finitePopulationCovariance} from "../../lib/noise/finitePopulationCovariance.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {type MisspecifiedLogit, misspecifiedLogit} from "../../lib/problems/probitTruth.js";
import {probits} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";

const {lengths, batches} = probits;
const byLength = (f: (fit: MisspecifiedLogit) => readonly number[]): Numbers =>
  Object.fromEntries(lengths.map(length => [`s = ${length}`, f(misspecifiedLogit({length}))]));

/** β⋆/β₀'s length, then J⋆ and H⋆, each along β₀ and across it. */
export const projections = (): Numbers =>
  byLength(({slope, noise, curvature}) => [
    slope,
    noise.along,
    noise.across,
    curvature.along,
    curvature.across
  ]);

/** Were the information equality to survive: H⋆ for J⋆. */
export const informationEquality = (): Numbers =>
  byLength(({slope, curvature}) => [
    slope,
    curvature.along,
    curvature.across,
    curvature.along,
    curvature.across
  ]);

const features = probits.features.map(row => [...row]);
const problem = logisticRegression(features, [...probits.labels]);

/** (1/b)(1 − b/n) S_n of the scores, at any weights. */
export const batchNoise = (): Numbers => ({
  "n = 8, b = 3": finitePopulationCovariance(
    problem.sampleGradients([...probits.weights]),
    probits.batchSize
  ).to1DArray()
});

/** The same with the Hessian for the covariance of the scores. */
export function batchCurvature(): Numbers {
  const n = features.length;
  const b = probits.batchSize;
  const H: Matrix = problem.hessian([...probits.weights]);
  return {"n = 8, b = 3": H.mul((1 - b / n) / b).to1DArray()};
}

/** Three times the sampling error of 800 variances, √(2/(m−1)). */
export const threshold = (): Numbers => ({
  "‖H − J‖/‖J‖": [3 * Math.sqrt(2 / (batches - 1))]
});

/** Three times that of all entries of a 10 × 10 matrix, √(11/(m−1)). */
export const fullThreshold = (): Numbers => ({
  "‖H − J‖/‖J‖": [3 * Math.sqrt(11 / (batches - 1))]
});

export const probitThreshold = (): Numbers =>
  Object.fromEntries(lengths.map(length => [`s = ${length}`, [3 * Math.sqrt(2 / (batches - 1))]]));

/** The expected square of a relative error on the diagonal: 2/(m−1), whatever the matrix. */
export const squaredError = (): Numbers => ({
  "d = 1": [2 / (batches - 1)],
  "d = 5": [2 / (batches - 1)]
});

/** That of all entries, (1 + r)/(m−1) with r = (Tr J)²/Tr J². */
export function squaredErrorFull(): Numbers {
  const {noise} = misspecifiedLogit({length: 1});
  const r = (d: number) =>
    (noise.along + (d - 1) * noise.across) ** 2 / (noise.along ** 2 + (d - 1) * noise.across ** 2);
  return {"d = 1": [(1 + r(1)) / (batches - 1)], "d = 5": [(1 + r(5)) / (batches - 1)]};
}
