import {inRange, optionsOf} from "../check.js";
import {heavyBallGain} from "./heavyBallGain.js";
import type {MomentumRun} from "./linearRun.js";
import {quadratic} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn, requireStable} from "./stability.js";

/**
 * The expected excess loss ½ Tr KΣ of heavy ball in its stationary state, Σ that of
 * `momentumCovariance`, with the same arguments, shapes and stability region.
 *
 * It equals λ/(4(1−µ)) Tr[(I − λK/(2(1+µ)))⁻¹C] for every C, commuting with K or not, as only the
 * diagonal of C in the eigenbasis of K enters.
 *
 * Method: ½ Σᵢ kᵢΣᵢᵢ in that basis. Source: finite-rate (11) and theorem 5, (12).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric, orders differ, or the
 * loss is beyond the range of float64.
 * @throws UnstableError if K is not positive definite or λ outside (0, 2(1+µ)/λmax).
 * @example
 * approximationError({hessian: [[1]], noise: [[1]], learningRate: 1}); // 0.5
 */
export function approximationError(options: MomentumRun): number {
  const {
    hessian,
    noise,
    learningRate,
    momentum = 0
  } = optionsOf("approximationError", options, ["hessian", "noise", "learningRate", "momentum"]);
  momentumIn(momentum);
  const {n, curvatures, noise: c} = quadratic(hessian, noise);
  const largest = curvatures[n - 1];
  const room = () => heavyBallRoom(largest, learningRate, momentum);
  requireStable(learningRate, heavyBallLimit(largest, momentum), "2(1+momentum)/λmax", room);
  const error = curvatures.reduce(
    (sum, k, i) => sum + 0.5 * k * c[i * (n + 1)] * heavyBallGain(k, k, learningRate, momentum),
    0
  );
  return inRange("the stationary loss", error);
}
