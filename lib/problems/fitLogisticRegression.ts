import type {MatrixLike} from "../check.js";
import {exp} from "../elementary/exp.js";
import {type BinaryFit, type FitOptions, fitBinaryRegression} from "./fitBinaryRegression.js";
import {logisticRegression} from "./logisticRegression.js";

/**
 * Maximum-likelihood logistic regression. `features` is n×d of full column rank, `labels` n zeros and ones; see
 * `logisticRegression`.
 *
 * @throws as `fitBinaryRegression`
 * @example
 * fitLogisticRegression([[1], [1], [1]], [0, 1, 1]).weights; // [log 2]
 */
export const fitLogisticRegression = (
  features: MatrixLike,
  labels: readonly number[],
  options?: FitOptions
): BinaryFit => fitBinaryRegression(logistic, features, labels, options);

const logistic = {problem: logisticRegression, miss: (margin: number) => 1 / (1 + exp(margin))};
