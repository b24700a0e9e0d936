import {type MatrixLike, symmetricMatrix} from "../check.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {informationSpectrum} from "./informationSpectrum.js";

/**
 * The least c₀ with which the one-step drift in the metric F holds at every η > 0
 *
 *     (1 − ηH)ᵀF(1 − ηH) ⪯ (1 − 2µ_F η + c₀η²) F,   c₀ = ‖F^{1/2} H F^{−1/2}‖²
 *
 * the largest generalised eigenvalue of (HFH, F). H and F are d×d and symmetric, F positive definite;
 * c₀ has the unit of H². At least µ_F², at most κ_F‖H‖²; where µ_F ≥ 0, at most 2(Tr H)², whatever F.
 * Source: Fisher, Lemma 6.4, for a quadratic loss.
 *
 * @throws NoSolutionError when F is not positive definite to working precision.
 * @throws RangeError when H or F is not symmetric or they do not match.
 * @example
 * driftConstant([[1, 0], [0, 4]], [[2, 0], [0, 1]]); // 16: they commute, so λmax(H)²
 */
export function driftConstant(H: MatrixLike, F: MatrixLike): number {
  const h = symmetricMatrix("H", H);
  const {values, vectors} = informationSpectrum(symmetricMatrix("F", F, h.rows));
  const turned = vectors.transpose().mmul(h).mmul(vectors);
  for (let i = 0; i < h.rows; i++)
    for (let j = 0; j < h.rows; j++)
      turned.set(i, j, turned.get(i, j) * Math.sqrt(values[i] / values[j]));
  const square = symmetricEigen(turned.mmul(turned.transpose())).values;
  return square[square.length - 1];
}
