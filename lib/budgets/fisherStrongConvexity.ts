import {type MatrixLike, symmetricMatrix} from "../check.js";
import {toDense, toMatrix} from "../linalg/dense.js";
import {rowsProduct} from "../linalg/rowsProduct.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {informationSpectrum} from "./informationSpectrum.js";

/**
 * Fisher-strong-convexity constant
 *
 *     µ_F = λmin(Sym(F^{1/2} H F^{−1/2})),   Sym(A) = (A + Aᵀ)/2
 *
 * equal to the smallest generalised eigenvalue of ((FH + HF)/2, F): the largest µ with
 * (FH + HF)/2 ⪰ µF. H and F are d×d and symmetric, F positive definite; µ_F has the unit of H. If they commute,
 * µ_F = λmin(H); if not, µ_F ≤ λmin(H), and it can be negative. Computed in the eigenbasis of F as
 * ½Hᵢⱼ(√(fᵢ/fⱼ) + √(fⱼ/fᵢ)), whose rounding is relative to κ_F^{1/2}.
 * Source: Fisher, Definition 3.12, eqs. (18), (35).
 *
 * @throws NoSolutionError when F is not positive definite to working precision.
 * @throws RangeError when H or F is not symmetric or they do not match.
 * @example
 * fisherStrongConvexity([[2, 1], [1, 2]], [[1, 0], [0, 100]]); // −3.05, though H is positive definite
 */
export function fisherStrongConvexity(H: MatrixLike, F: MatrixLike): number {
  const h = symmetricMatrix("H", H);
  const {values, vectors} = informationSpectrum(symmetricMatrix("F", F, h.rows));
  const d = h.rows;
  const basis = toDense(vectors);
  const along = rowsProduct(toDense(vectors.transpose()), d, d, toDense(h), d);
  const sym = toMatrix(rowsProduct(along, d, d, basis, d), d);
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      const ratio = Math.sqrt(values[i] / values[j]);
      const entry = ((sym.get(i, j) + sym.get(j, i)) / 2) * ((ratio + 1 / ratio) / 2);
      sym.set(i, j, entry);
      sym.set(j, i, entry);
    }
  return symmetricEigen(sym).values[0];
}
