import type {Matrix} from "ml-matrix";
import {integer, positive} from "../check.js";
import {square} from "../elementary/square.js";
import {regularisedGammaInverse, regularisedGammaQ} from "../statistics/incompleteGamma.js";

/** A relative Frobenius error beside the law that sampling alone gives it. */
export interface FrobeniusError {
  /** ‖Ĉ − C‖_F / ‖C‖_F. */
  relative: number;
  /** √E‖Ĉ − C‖²_F / ‖C‖_F when C is right: exact. */
  expected: number;
  /** What `relative` stays below with probability 0.95 when C is right. */
  quantile95: number;
  /** The probability of an error this large or larger when C is right. */
  pValue: number;
}

/**
 * Relative Frobenius error of a covariance measured on m i.i.d. vectors, and its sampling law
 *
 *     E‖Ĉ − C‖²_F = E‖x‖⁴/m − (m−2) Tr C²/(m(m−1)) + (Tr C)²/(m(m−1))
 *
 * exactly, for Ĉ with 1/(m−1) and x centred of covariance C (the sum over entries of the variance
 * of a sample covariance). ‖Ĉ − C‖² is asymptotically a weighted sum of χ²₁; quantile and p-value
 * are those of the scaled χ² with the same mean and ν = (Tr Γ)²/Tr Γ² (Satterthwaite), which at
 * ν ≥ 3 errs by under 0.01 in probability.
 *
 * @param options.fourthMoment E‖x‖⁴ under the predicted law, e.g. `batchFourthMoment`.
 * @param options.effectiveDegrees ν, from `batchCovariance`.
 * @throws RangeError on mismatched shapes or a predicted covariance of zero.
 * @example
 * frobeniusError({measured, predicted, fourthMoment, batches: 20000, effectiveDegrees: 8.2}).pValue
 */
export function frobeniusError({
  measured,
  predicted,
  fourthMoment,
  batches,
  effectiveDegrees
}: {
  measured: Matrix;
  predicted: Matrix;
  fourthMoment: number;
  batches: number;
  effectiveDegrees: number;
}): FrobeniusError {
  if (measured.rows !== predicted.rows || measured.columns !== predicted.columns)
    throw new RangeError(
      `measured must be ${predicted.rows}×${predicted.columns}, as predicted; got ${measured.rows}×${measured.columns}`
    );
  const m = integer("batches", batches, 2);
  positive("fourthMoment", fourthMoment);
  positive("effectiveDegrees", effectiveDegrees);
  const norm = positive("‖predicted‖", predicted.norm());
  const difference = measured.clone().sub(predicted).norm();
  const expectedSquare =
    fourthMoment / m - ((m - 2) * square(norm) - square(predicted.trace())) / (m * (m - 1));
  const scale = expectedSquare / (effectiveDegrees / 2);
  return {
    relative: difference / norm,
    expected: Math.sqrt(expectedSquare) / norm,
    quantile95: Math.sqrt(scale * regularisedGammaInverse(effectiveDegrees / 2, 0.95)) / norm,
    pValue: regularisedGammaQ(effectiveDegrees / 2, square(difference) / scale)
  };
}
