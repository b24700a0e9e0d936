import type {estimates} from "../cases/dataSets.js";
import type {Pair} from "../cases/pairs.js";
import type {movingRates} from "../cases/problems.js";
import {covarianceOf, type Law, meanOf} from "../printed/law.js";

type Estimate = (typeof estimates)[number];
type Moving = (typeof movingRates)[number];

/** Fourth moment E‖y‖⁴, Tr G and ‖G‖² of a law. */
function moments(law: Law) {
  const mean = meanOf(law);
  const squares = law.points.map(point =>
    point.reduce((sum, x, j) => sum + (x - mean[j]) * (x - mean[j]), 0)
  );
  return {
    fourth: squares.reduce((sum, s, k) => sum + law.probabilities[k] * s * s, 0),
    trace: squares.reduce((sum, s, k) => sum + law.probabilities[k] * s, 0),
    norm2: covarianceOf(law)
      .to1DArray()
      .reduce((sum, x) => sum + x * x, 0)
  };
}

/** E‖Ĝ − G‖² = E‖y‖⁴/m − (m−2)‖G‖²/(m(m−1)) + (Tr G)²/(m(m−1)): O(1/m). */
export function squaredError(each: Estimate) {
  const {fourth, trace, norm2} = moments(each);
  const {m} = each;
  return fourth / m + (trace * trace - (m - 2) * norm2) / (m * (m - 1));
}

/** Its leading term alone. */
export function squaredErrorLeading(each: Estimate) {
  const {fourth, norm2} = moments(each);
  return (fourth - norm2) / each.m;
}

/** The printed average is unbiased: E Ĝ = G, in units of G. */
export const unbiased = () => 1;

/** 2/(2−α), as with the running mean. */
export const biasBefore = ({alpha}: Moving) => 2 / (2 - alpha);

/** 2/(2−α) with the mean before its update, 2(1−α)²/(2−α) after it. */
export const biases = ({alpha}: Moving) => [2 / (2 - alpha), (2 * (1 - alpha) ** 2) / (2 - alpha)];

/** As if the running mean were independent of what it is compared with, after the update too. */
export const biasesAlike = (each: Moving) => [biasBefore(each), biasBefore(each)];

/** Tr G/max Gᵢᵢ. */
export function diagonalDimension({noise}: Pair) {
  const diagonal = noise.map((row, i) => row[i]);
  return diagonal.reduce((sum, x) => sum + x, 0) / Math.max(...diagonal);
}

/** Tr G over the mean of the diagonal: d. */
export const fullDimension = ({noise}: Pair) => noise.length;
