import type {MatrixLike} from "../check.js";
import {informationSpectrum} from "./informationSpectrum.js";

/**
 * Condition number of a symmetric positive definite matrix, the Fisher condition number where that is F
 *
 *     κ_F = λmax(F)/λmin(F) ≥ 1
 *
 * F is d×d; any positive definite matrix will do, a Hessian as well. Source: Fisher, Definition 3.13, eqs. (19), (36).
 *
 * @throws NoSolutionError when F is not positive definite to working precision.
 * @throws RangeError when F is not symmetric.
 * @example
 * conditionNumber([[1, 0], [0, 100]]); // 100
 */
export function conditionNumber(F: MatrixLike): number {
  const {values} = informationSpectrum(F);
  return values[values.length - 1] / values[0];
}
