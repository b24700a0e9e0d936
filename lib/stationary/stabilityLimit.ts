import {type MatrixLike, numberIn, optionsOf} from "../check.js";
import {inRange} from "../inRange.js";
import {largestCurvature} from "../linalg/definite.js";
import {heavyBallLimit, momentumIn, qhmLimit} from "./stability.js";

/**
 * The learning rate below which a constant-rate optimiser on a quadratic has a stationary law
 *
 *     2(1+µ)/λmax(K)   heavy ball, undamped;   2(1+µ)/((1+µ−2µν)λmax(K))   quasi-hyperbolic momentum
 *
 * K (`hessian`) is n×n, symmetric positive definite; µ (`momentum`, default 0) lies in [0, 1). With ν (`nu`)
 * in [0, 1] it is the optimiser of `qhmCovariance`, whose buffer is damped; without it that of
 * `momentumCovariance`, and with µ = 0 that of `sgdCovariance`. The law exists strictly below the limit,
 * whatever the noise. Source: finite-rate §4.5 and (72), by Jury's criterion.
 *
 * @throws RangeError if an argument is out of range or K not symmetric.
 * @throws UnstableError if K is not positive definite.
 * @example
 * stabilityLimit({hessian: [[4]], momentum: 0.5}); // 0.75
 */
export function stabilityLimit(options: {
  hessian: MatrixLike;
  momentum?: number;
  nu?: number;
}): number {
  const {
    hessian,
    momentum = 0,
    nu
  } = optionsOf("stabilityLimit", options, ["hessian", "momentum", "nu"]);
  momentumIn(momentum);
  if (nu !== undefined) numberIn("nu", nu, "[0, 1]", x => x >= 0 && x <= 1);
  const largest = largestCurvature("hessian", hessian);
  return inRange(
    "the limit",
    nu === undefined ? heavyBallLimit(largest, momentum) : qhmLimit(largest, momentum, nu)
  );
}
