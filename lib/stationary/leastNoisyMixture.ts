import {positive} from "../check.js";
import {qhmGain} from "./qhmGain.js";
import {momentumIn, qhmLimit} from "./stability.js";

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
  const share = (Math.sqrt(5) - 1) / 2;
  let [low, high] = [0, 1];
  while (high - low > 1e-7) {
    const [a, b] = [high - share * (high - low), low + share * (high - low)];
    // An unstable left point is above any stable one: the range in ν is an upper interval.
    if (variance(a) < variance(b)) high = b;
    else low = a;
  }
  return (low + high) / 2;
}
