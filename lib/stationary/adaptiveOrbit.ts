import {integer, numberIn, positive} from "../check.js";
import {type AdaptiveMethod, checkForgetting} from "./adaptiveCovarianceMap.js";

/**
 * What the covariance map of the natural gradient or of Adam does with a scalar, noise C = cKΣK and no
 * momentum: u₀ … u_T, u the variance over that of the stationary point,
 *
 *     j ← (1−ρ)j + ρu,   u ← u[(1−x)² + cx²],   x = 2/((1+c)j) (natural gradient) or 2/((1+c)√j) (Adam)
 *
 * from u₀ = j₀ = `start` > 0. Every covariance proportional to the stationary one moves like this,
 * whatever K and λ. With c = 0, ρ = 1 the natural gradient's v = √(u/2) follows Boole's map,
 * v ← |v − 1/v|, which keeps Lebesgue's measure and no other: no long-run mean exists.
 * Source: finite-rate Corollary 6 and Theorem 10, read as an algorithm.
 *
 * @throws RangeError if an argument is out of range, or the variance becomes 0, as from u₀ = 2 with c = 0.
 * @example adaptiveOrbit({method: "natural", noiseRatio: 0, start: 4, steps: 1})[1] // (1 − 2/4)²·4 = 1
 */
export function adaptiveOrbit({
  method,
  noiseRatio: c,
  forgetting: rho = 1,
  start,
  steps
}: {
  method: AdaptiveMethod;
  noiseRatio: number;
  forgetting?: number;
  start: number;
  steps: number;
}): Float64Array {
  numberIn("noiseRatio", c, "[0, ∞)", x => x >= 0);
  checkForgetting(rho);
  positive("start", start);
  integer("steps", steps, 1);
  const orbit = new Float64Array(steps + 1);
  let [u, j] = [start, start];
  orbit[0] = u;
  for (let t = 1; t <= steps; t++) {
    j = (1 - rho) * j + rho * u;
    if (!(j > 0))
      throw new RangeError(
        `start must never lead to a variance of 0, which no preconditioner inverts; got ${start}, 0 after ${t - 1} steps`
      );
    const x = 2 / (1 + c) / (method === "natural" ? j : Math.sqrt(j));
    u *= (1 - x) * (1 - x) + c * x * x;
    orbit[t] = u;
  }
  return orbit;
}
