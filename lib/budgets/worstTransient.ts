import {integer, positive} from "../check.js";

/**
 * What the start can still contribute to ‖∇L(θ_T)‖²_{F⁻¹} on a quadratic of given ΔL = ½hθ₀², at its worst h
 *
 *     max over h of (2hΔL/f)(1 − ηh)^{2T} = (2ΔL/(ηf(2T + 1))) (2T/(2T + 1))^{2T}
 *
 * f > 0 is the metric along that direction. For large T it is ΔL/(e ηT f): the transient of Fisher,
 * eq. (45), divided by e.
 *
 * @throws RangeError unless gap, metric and learningRate are positive and steps an integer ≥ 1
 * @example worstTransient({gap: 1, metric: 1, learningRate: 0.5, steps: 1}); // (4/3)(4/9)
 */
export function worstTransient({
  gap,
  metric,
  learningRate,
  steps
}: {
  gap: number;
  metric: number;
  learningRate: number;
  steps: number;
}): number {
  positive("gap", gap);
  positive("metric", metric);
  positive("learningRate", learningRate);
  integer("steps", steps, 1);
  const odd = 2 * steps + 1;
  return ((2 * gap) / (learningRate * metric * odd)) * Math.exp(2 * steps * Math.log1p(-1 / odd));
}
