import type {LearningRate} from "./spec.js";

/** ηₜ for t = 0 … steps − 1; a constant rate is a single entry. */
export function ratesOf(rate: LearningRate, steps: number): Float64Array {
  if (typeof rate === "number") return Float64Array.of(rate);
  if (!("scale" in rate)) return Float64Array.from(rate);
  const rates = new Float64Array(steps);
  for (let t = 0; t < steps; t++) rates[t] = rate.scale / (t + rate.offset);
  return rates;
}
