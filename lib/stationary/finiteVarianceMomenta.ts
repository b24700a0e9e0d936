import {numberIn, positive, UnstableError} from "../check.js";

/**
 * Between which momenta heavy ball on a one-dimensional regression has a stationary variance: the roots of
 *
 *     (1 − µ) ā (2(1 + µ) − λā) = λ Var a_B (1 + µ),
 *
 * the lower no less than 0. `curvature` ā and `curvatureVariance` Var a_B as `regressionBatchMoments` gives
 * them, `learningRate` λ. Source: the room of `regressionMomentumVariance`.
 *
 * @throws UnstableError if no momentum in [0, 1) leaves room.
 * @example finiteVarianceMomenta({curvature: 1, curvatureVariance: 0, learningRate: 3}); // [0.5, 1]
 */
export function finiteVarianceMomenta({
  curvature: a,
  curvatureVariance: v,
  learningRate
}: {
  curvature: number;
  curvatureVariance: number;
  learningRate: number;
}): [number, number] {
  positive("curvature", a);
  numberIn("curvatureVariance", v, "[0, ∞)", x => x >= 0);
  positive("learningRate", learningRate);
  const linear = learningRate * (a * a - v);
  const room = linear ** 2 + 8 * a * (2 * a - learningRate * (a * a + v));
  const [low, high] = [-1, 1].map(sign => (linear + sign * Math.sqrt(room)) / (4 * a));
  if (!(room > 0 && high > 0 && low < 1))
    throw new UnstableError(`no momentum is stable at learningRate ${learningRate}`);
  return [Math.max(0, low), high];
}
