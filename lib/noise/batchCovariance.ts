import {Matrix} from "ml-matrix";
import {square} from "../elementary/square.js";
import type {BatchGradients} from "./batchGradients.js";

/** A measured covariance of independent mini-batch means, and how far it can be trusted. */
export interface BatchCovariance {
  batches: number;
  mean: number[];
  /** Sample covariance of the batch means, 1/(m−1). */
  covariance: Matrix;
  /** Standard error of each entry of `covariance`. */
  standardErrors: Matrix;
  /** (Tr Γ)²/Tr Γ², Γ the covariance of vec Ĉ: degrees of freedom of ‖Ĉ − C‖² as a scaled χ². */
  effectiveDegrees: number;
}

/**
 * Sample covariance Ĉ of m independent batch means, with the standard error of each entry
 *
 *     Var Ĉᵢⱼ = µ̂ᵢᵢⱼⱼ/m − (m−2) Ĉᵢⱼ²/(m(m−1)) + ĈᵢᵢĈⱼⱼ/(m(m−1))
 *
 * where µ̂ᵢᵢⱼⱼ is the sample mean of (xᵢ − x̄ᵢ)²(xⱼ − x̄ⱼ)². No normality is assumed: the fourth
 * moments are those of the batch means themselves (the exact variance of a sample covariance of
 * i.i.d. vectors; Kendall & Stuart, vol. 1, ch. 13).
 *
 * @throws RangeError on fewer than two batches.
 * @example
 * batchCovariance(batchGradients(psi, {batchSize: 4, batches: 20000, scheme: "with", source}));
 */
export function batchCovariance({
  values,
  batches: m,
  dimension: d
}: BatchGradients): BatchCovariance {
  if (m < 2) throw new RangeError(`batches must be at least 2; got ${m}`);
  const mean = new Array<number>(d).fill(0);
  for (let k = 0; k < m; k++) for (let j = 0; j < d; j++) mean[j] += values[k * d + j];
  for (let j = 0; j < d; j++) mean[j] /= m;

  const pairs: [number, number][] = [];
  for (let i = 0; i < d; i++) for (let j = i; j < d; j++) pairs.push([i, j]);
  const p = pairs.length;
  const second = new Float64Array(p);
  const fourth = new Float64Array(p * p);
  const products = new Float64Array(p);
  const x = new Float64Array(d);
  for (let k = 0; k < m; k++) {
    for (let j = 0; j < d; j++) x[j] = values[k * d + j] - mean[j];
    let index = 0;
    for (let i = 0; i < d; i++) for (let j = i; j < d; j++) products[index++] = x[i] * x[j];
    for (let a = 0; a < p; a++) {
      const product = products[a];
      second[a] += product;
      for (let b = a; b < p; b++) fourth[a * p + b] += product * products[b];
    }
  }

  const covariance = Matrix.zeros(d, d);
  const standardErrors = Matrix.zeros(d, d);
  for (const [a, [i, j]] of pairs.entries()) {
    covariance.set(i, j, second[a] / (m - 1));
    covariance.set(j, i, second[a] / (m - 1));
  }
  let trace = 0;
  let traceSquare = 0;
  for (const [a, [i, j]] of pairs.entries()) {
    for (let b = a; b < p; b++) {
      const gamma = fourth[a * p + b] / m - (second[a] / m) * (second[b] / m);
      const copies = (i === j ? 1 : 2) * (pairs[b][0] === pairs[b][1] ? 1 : 2);
      if (a === b) trace += (i === j ? 1 : 2) * gamma;
      traceSquare += (a === b ? 1 : 2) * copies * gamma * gamma;
    }
    const c = covariance.get(i, j);
    const spread = covariance.get(i, i) * covariance.get(j, j);
    const variance = fourth[a * p + a] / square(m) - ((m - 2) * c * c - spread) / (m * (m - 1));
    const error = Math.sqrt(Math.max(0, variance));
    standardErrors.set(i, j, error);
    standardErrors.set(j, i, error);
  }
  const effectiveDegrees = trace > 0 ? square(trace) / traceSquare : 1;
  return {batches: m, mean, covariance, standardErrors, effectiveDegrees};
}
