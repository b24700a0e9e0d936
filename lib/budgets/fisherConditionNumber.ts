import type {MatrixLike} from "../check.js";
import {informationSpectrum} from "./informationSpectrum.js";

/**
 * Fisher condition number
 *
 *     κ_F = λmax(F)/λmin(F) ≥ 1
 *
 * F is d×d, symmetric positive definite. Source: Fisher, Definition 3.13, eqs. (19), (36).
 *
 * @throws NoSolutionError when F is not positive definite to working precision.
 * @throws RangeError when F is not symmetric.
 * @example
 * fisherConditionNumber([[1, 0], [0, 100]]); // 100
 */
export function fisherConditionNumber(F: MatrixLike): number {
  const {values} = informationSpectrum(F);
  return values[values.length - 1] / values[0];
}
