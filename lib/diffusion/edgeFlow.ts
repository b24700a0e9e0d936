import {numberIn} from "../check.js";

/**
 * y of the central flow of `edgeDescent` at the time t = εηk. The flow
 *
 *     θ̇ = −∇L − ½∇ tr(∇²L V),   V the covariance of the oscillation, such that s stays at 2/η,
 *
 * is the gradient flow projected onto s = 2/η. With the variance w along v, ½w = ε/(1 + y²), and
 *
 *     ẏ = −ε y/(1 + y²),   ln y + ½y² = ½ − t.
 *
 * Source: Cohen, Damian, Talwalkar, Kolter and Lee (2025). Method: Newton's on ln y.
 *
 * @throws RangeError unless time ≥ 0
 * @example edgeFlow(1) // 0.5276973969625715
 */
export function edgeFlow(time: number): number {
  numberIn("time", time, "[0, ∞)", t => t >= 0);
  let z = time > 1 ? 0.5 - time : 0;
  for (let k = 0; k < 50; k++) {
    const square = Math.exp(2 * z);
    const step = (z + square / 2 - 0.5 + time) / (1 + square);
    z -= step;
    if (Math.abs(step) < 1e-15) break;
  }
  return Math.exp(z);
}
