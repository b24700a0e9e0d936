import {integer, numberIn, positive} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";

/** One eigendirection of the Hessian. */
export interface Mode {
  /** h > 0, the eigenvalue. */
  readonly curvature: number;
  /** Variance of the gradient noise along the direction, already divided by the batch size. */
  readonly noise: number;
  /** η > 0. */
  readonly learningRate: number;
}

/**
 * Variance of one eigendirection after t steps of θ ← θ − η(hθ + ζ), started at the minimum
 *
 *     σ²_t = (1 − (1 − ηh)^{2t}) ηc / (h(2 − ηh)),   c = Var ζ
 *
 * the geometric sum Σ_{s<t} η²c(1 − ηh)^{2s}. Any η > 0 is accepted: for ηh ≥ 2 the variance grows
 * without bound (at ηh = 2 as tη²c). Source: unrolling Fisher, eq. (32); finite-rate, Theorem 7.
 *
 * @throws RangeError unless curvature, noise and learningRate are positive and steps an integer ≥ 0.
 * @example modeVariance({curvature: 1, noise: 1, learningRate: 1}, 1) // 1
 */
export function modeVariance(mode: Mode, steps: number): number {
  const {curvature: h, noise: c, learningRate: eta} = check(mode);
  integer("steps", steps, 0);
  if (steps === 0) return 0;
  const room = sumLessProduct(2, 0, eta, h);
  if (room === 0) return steps * eta * c * eta;
  // log |1 − ηh|, by whichever of ηh and 2 − ηh is the smaller.
  const decay = Math.log1p(-Math.min(eta * h, room));
  return ((-Math.expm1(2 * steps * decay) / room) * eta * c) / h;
}

/**
 * The same in continuous time s = t: dθ = −ηhθ ds + η√c dW from the minimum
 *
 *     σ²(t) = (1 − e^{−2ηht}) ηc / (2h)
 *
 * Source: Fisher, Theorem 5.6; finite-rate, eq. (19).
 *
 * @throws RangeError unless curvature, noise and learningRate are positive and time ≥ 0.
 * @example ouModeVariance({curvature: 1, noise: 2, learningRate: 0.1}, 1e6) // 0.1
 */
export function ouModeVariance(mode: Mode, time: number): number {
  const {curvature: h, noise: c, learningRate: eta} = check(mode);
  numberIn("time", time, "[0, ∞)", t => t >= 0);
  return (-Math.expm1(-2 * eta * h * time) * eta * c) / (2 * h);
}

function check(mode: Mode): Mode {
  positive("curvature", mode.curvature);
  positive("noise", mode.noise);
  positive("learningRate", mode.learningRate);
  return mode;
}
