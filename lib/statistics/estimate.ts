import {numberIn} from "../check.js";
import type {MeanError} from "./meanError.js";
import {studentTQuantile} from "./studentT.js";

/** A number with its standard error and a confidence interval. */
export interface Estimate {
  value: number;
  standardError: number;
  /** Degrees of freedom of Student's t; ∞ for the normal. */
  degrees: number;
  low: number;
  high: number;
  confidence: number;
}

export interface ConfidenceOptions {
  /** The probability that the interval covers; default 0.95. */
  confidence?: number;
}

/** value ± t · standardError. */
export function symmetricEstimate(
  value: number,
  {standardError, degrees}: Pick<MeanError, "standardError" | "degrees">,
  {confidence = 0.95}: ConfidenceOptions = {}
): Estimate {
  const half = quantile(confidence, degrees) * standardError;
  return {value, standardError, degrees, low: value - half, high: value + half, confidence};
}

/** value · exp(± t · standardError/value): the interval of a positive quantity, on the log scale. */
export function logEstimate(
  value: number,
  {standardError, degrees}: Pick<MeanError, "standardError" | "degrees">,
  {confidence = 0.95}: ConfidenceOptions = {}
): Estimate {
  const factor = value > 0 ? Math.exp((quantile(confidence, degrees) * standardError) / value) : 1;
  return {value, standardError, degrees, low: value / factor, high: value * factor, confidence};
}

function quantile(confidence: number, degrees: number): number {
  numberIn("confidence", confidence, "(0, 1)", p => p > 0 && p < 1);
  return studentTQuantile((1 + confidence) / 2, degrees);
}
