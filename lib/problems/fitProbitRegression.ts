import type {MatrixLike} from "../check.js";
import {inverseMillsRatio} from "../statistics/inverseMillsRatio.js";
import {type BinaryFit, type FitOptions, fitBinaryRegression} from "./fitBinaryRegression.js";
import {probitRegression} from "./probitRegression.js";

/**
 * Maximum-likelihood probit regression. `features` is n×d of full column rank, `labels` n zeros and ones; see
 * `probitRegression`.
 *
 * @throws as `fitBinaryRegression`
 * @example
 * fitProbitRegression([[1], [1], [1], [1]], [0, 1, 1, 1]).weights; // [Φ⁻¹(3/4)] = [0.6745]
 */
export const fitProbitRegression = (
  features: MatrixLike,
  labels: readonly number[],
  options?: FitOptions
): BinaryFit => fitBinaryRegression(probit, features, labels, options);

const probit = {problem: probitRegression, miss: inverseMillsRatio};
