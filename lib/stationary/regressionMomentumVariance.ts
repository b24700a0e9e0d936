import {numberIn, positive, UnstableError} from "../check.js";
import type {RegressionBatchMoments} from "../noise/regressionBatchMoments.js";
import {heavyBallRoom, momentumIn} from "./stability.js";

/**
 * Exact stationary variance of heavy ball on a one-dimensional regression, g = a_B w − c_B
 *
 *     Var w = λ Var c_B / [(1 − µ) ā (2 − λā/(1 + µ)) − λ Var a_B]
 *
 * `curvature` ā, `curvatureVariance` Var a_B and `noise` Var c_B as `regressionBatchMoments` gives them,
 * λ (`learningRate`) > 0, µ (`momentum`) in [0, 1), batches independent of each other. With
 * Var a_B = 0 it is finite-rate (8).
 *
 * Method: (a_B, c_B) is independent of w and m, whose means vanish; the second moments s of w, q of wm
 * and r of m then obey ās + µq = λr/2, q = −λr/2 and r(1−µ²) = 2µāq + (ā² + Var a_B)s + Var c_B.
 * Source: derived here; finite-rate (4.7) asks for it.
 *
 * @throws UnstableError where the second moment has no fixed point, λ outside (0, limit).
 * @example
 * regressionMomentumVariance({curvature: 1, curvatureVariance: 0, noise: 1, learningRate: 1, momentum: 0}); // 1
 */
export function regressionMomentumVariance({
  curvature,
  curvatureVariance,
  noise,
  learningRate,
  momentum
}: RegressionBatchMoments & {learningRate: number; momentum: number}): number {
  positive("curvature", curvature);
  numberIn("curvatureVariance", curvatureVariance, "[0, ∞)", x => x >= 0);
  numberIn("noise", noise, "[0, ∞)", x => x >= 0);
  positive("learningRate", learningRate);
  momentumIn(momentum);
  const room =
    ((1 - momentum) / (1 + momentum)) *
      curvature *
      2 *
      heavyBallRoom(curvature, learningRate, momentum) -
    learningRate * curvatureVariance;
  if (!(room > 0)) {
    const limit =
      (2 * (1 - momentum) * curvature) /
      (((1 - momentum) * curvature ** 2) / (1 + momentum) + curvatureVariance);
    throw new UnstableError(`learningRate must lie in (0, ${limit}); got ${learningRate}`);
  }
  return (learningRate * noise) / room;
}
