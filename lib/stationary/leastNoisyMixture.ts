import {positive} from "../check.js";
import {goldenSection} from "../elementary/goldenSection.js";
import {qhmGain} from "./qhmGain.js";
import {momentumIn, qhmLimit} from "./stability.js";

/** What they leave of [0, 1] is 8·10⁻⁸ wide. */
const sections = 34;

/**
 * The mixture ν in [0, 1] at which quasi-hyperbolic momentum has the least stationary variance along one
 * direction, at a given step λ, curvature k and momentum µ
 *
 *     ν → (1+µ)/(4µ), or 1 if that is larger, as λk → 0
 *
 * ν is restricted to where λ is stable. Method: golden section to 10⁻⁷; the variance has one minimum in
 * ν (tested on a grid). Source: finite-rate (72), Table 1.
 *
 * @throws RangeError if an argument is out of range or no ν is stable.
 * @example leastNoisyMixture({curvature: 1, learningRate: 1e-3, momentum: 0.5}) // about 0.75
 */
export function leastNoisyMixture({
  curvature,
  learningRate,
  momentum
}: {
  curvature: number;
  learningRate: number;
  momentum: number;
}): number {
  positive("curvature", curvature);
  positive("learningRate", learningRate);
  momentumIn(momentum);
  const variance = (nu: number) =>
    learningRate < qhmLimit(curvature, momentum, nu)
      ? qhmGain(curvature, curvature, learningRate, momentum, nu)
      : Number.POSITIVE_INFINITY;
  if (variance(1) === Number.POSITIVE_INFINITY)
    throw new RangeError(`learningRate must be stable for some ν; got ${learningRate}`);
  // An unstable left point is above any stable one: the range in ν is an upper interval.
  return goldenSection(variance, [0, 1], sections);
}
