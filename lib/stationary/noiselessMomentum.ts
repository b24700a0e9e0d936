import {checkForgetting} from "./adaptiveCovarianceMap.js";

/**
 * The momenta between which the stationary point of the natural gradient attracts without noise
 *
 *     (3ρ − 2)/(2 + ρ) < µ,   (1 − ρ)µ² − 5(2 − ρ)µ + 1 > 0
 *
 * for the weight ρ (`forgetting`, in (0, 1]) of the newest statistic, with undamped heavy ball. `most`
 * grows from 5 − 2√6 at ρ → 0 to ⅕ at ρ = 1; `least`, 0 up to ρ = ⅔, overtakes it at ρ = 2√2 − 2, where
 * both are 3 − 2√2; beyond, no µ attracts and `least` > `most`.
 *
 * Method: Jury's conditions on the cubic z³ + (5ρ − µ − 2)z² + (1 + 2µ + (3µ − 1)ρ)z − (1 − ρ)µ, which
 * times z − µ² is the characteristic polynomial of `adaptiveMultiplier` at c = 0. The first fails with
 * a root at −1, the second with a pair of complex roots.
 *
 * @throws RangeError if `forgetting` is out of range.
 * @example noiselessMomentum(1).most // 0.2
 */
export function noiselessMomentum(forgetting: number): {least: number; most: number} {
  const rho = checkForgetting(forgetting);
  const half = 2.5 * (2 - rho);
  return {
    least: Math.max(0, (3 * rho - 2) / (2 + rho)),
    most: 1 / (half + Math.sqrt(half * half - (1 - rho)))
  };
}
