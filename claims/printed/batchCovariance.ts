import type {Matrix} from "ml-matrix";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import type {RowBatch} from "../cases/batches.js";
import {times} from "./algebra.js";
import {empiricalCovariance} from "./dataSet.js";

/** Σ_emp/B. */
export const empirical = ({rows, batchSize: b}: RowBatch): Matrix =>
  times(1 / b, empiricalCovariance(rows));

/** Sₙ/B, with 1/(n−1). */
export const unbiased = ({rows, batchSize: b}: RowBatch): Matrix =>
  times(1 / b, gradientCovariance(rows));

/** (n−B)/(n−1) Σ_emp/B. */
export const withoutReplacement = ({rows, samples: n, batchSize: b}: RowBatch): Matrix =>
  times((n - b) / (n - 1) / b, empiricalCovariance(rows));
