import {integer, numberIn, positive} from "../check.js";

export interface ReshuffledOptions {
  /** h > 0. */
  readonly curvature: number;
  /** η in (0, 2/h). */
  readonly learningRate: number;
  /** σ², the variance of one batch's gradient noise, (1/m) Σ ξ² over the m batches of an epoch. */
  readonly noise: number;
  /** m ≥ 2, the batches of an epoch. */
  readonly batches: number;
}

export interface ReshuffledVariance {
  /** After the last batch of an epoch. */
  readonly atEnd: number;
  /** Averaged over the m places in an epoch. */
  readonly average: number;
  /** After j = 1 … m batches of an epoch. */
  readonly within: Float64Array;
}

/**
 * Stationary variance of θ ← (1 − ηh)θ + ηξ where an epoch visits the same m batches once, in a new
 * order each time, so that Σξ = 0 over an epoch and Cov(ξᵢ, ξⱼ) = σ²(δᵢⱼ − (1 − δᵢⱼ)/(m − 1)) within
 *
 *     Vⱼ = a^{2j} V_m + η²σ² m/(m−1) [Σ_{i<j} a^{2i} − (Σ_{i<j} aⁱ)²/m],   a = 1 − ηh
 *
 * with V_m from j = m. For x = ηhm ≪ 1 the average is x/3 of white noise's and V_m only x²/12. Every Vⱼ
 * is below white noise's for ηh < 1, equal to it at ηh = 1 and above it beyond, by less than m/(m−1).
 * Source: notes, section 2.3 (no auto-correlation); the batches are held fixed at θ = 0, as gradients
 * that are affine in θ with one Hessian have it.
 *
 * @throws RangeError on an argument out of range
 * @example reshuffledVariance({curvature: 1, learningRate: 1, noise: 1, batches: 5}).average // 1
 */
export function reshuffledVariance({
  curvature,
  learningRate,
  noise,
  batches: m
}: ReshuffledOptions): ReshuffledVariance {
  positive("curvature", curvature);
  positive("noise", noise);
  integer("batches", m, 2);
  const limit = 2 / curvature;
  numberIn(
    "learningRate",
    learningRate,
    `(0, 2/curvature) = (0, ${limit})`,
    x => x > 0 && x < limit
  );
  const x = learningRate * curvature;
  const size = (learningRate * learningRate * noise * m) / (m - 1);
  const within = new Float64Array(m);
  const kept = new Float64Array(m);
  // Sums of bᵢ = 1 − aⁱ, which are small where those of aⁱ would cancel.
  let [lost, plain, squares] = [0, 0, 0];
  for (let j = 0; j < m; j++) {
    plain += lost;
    squares += lost * lost;
    lost += x * (1 - lost);
    kept[j] = (1 - lost) * (1 - lost);
    const rest = 1 - (j + 1) / m;
    within[j] = size * Math.max(0, rest * (j + 1 - 2 * plain) + (squares - (plain * plain) / m));
  }
  const atEnd = within[m - 1] / (lost * (2 - lost));
  let average = 0;
  for (let j = 0; j < m; j++) {
    within[j] += kept[j] * atEnd;
    average += within[j] / m;
  }
  return {atEnd, average, within};
}
