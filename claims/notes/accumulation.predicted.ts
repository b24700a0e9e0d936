import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {estimator, gradients, type Kick, kicks} from "../cases/problems.js";
import type {Drawing} from "../cases/setup.js";
import {times} from "../printed/algebra.js";
import {empiricalCovariance} from "../printed/dataSet.js";

const {steps: N, learningRate: eta, batchSize: B} = kicks;

/** A multiple of (16), the covariance of one sample's gradient, with 1/n. */
const accumulated = (factor: number) => (_: Kick) => times(factor, empiricalCovariance(gradients));

/** Var Σ ηξ = Nη²Σ/B = tηΣ/B. */
export const rateScaled = accumulated((N * eta ** 2) / B);

/** (19): Nη²Σ. */
export const rateScaledAsPrinted = accumulated(N * eta ** 2);

/** N²η²Σ/B, were the kicks one and the same. */
export const rateScaledCoherent = accumulated((N * eta) ** 2 / B);

/** Var Σ √η ξ = NηΣ/B = tΣ/B. */
export const rootScaled = accumulated((N * eta) / B);

/** (21): NηΣ. */
export const rootScaledAsPrinted = accumulated(N * eta);

/** N²ηΣ/B. */
export const rootScaledCoherent = accumulated((N ** 2 * eta) / B);

const shareOf = ({replacement}: Drawing) => {
  const {rows, batchSize} = estimator;
  return replacement ? 1 : (rows.length - batchSize) / (rows.length - 1);
};

/** §1.8.5: the mean of B/(m−1) Σⱼ(g_Bⱼ − ḡ)(g_Bⱼ − ḡ)ᵀ is Σ_emp, or (n−B)/(n−1) of it. */
export const estimatorMean = (drawing: Drawing) =>
  times(shareOf(drawing), empiricalCovariance(estimator.rows));

/** The same with Sₙ, with 1/(n−1). */
export const estimatorMeanUnbiased = (drawing: Drawing) =>
  times(shareOf(drawing), gradientCovariance(estimator.rows));
