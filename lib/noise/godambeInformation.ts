import type {Matrix} from "ml-matrix";
import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {inRange} from "../inRange.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {inEigenbasis} from "./sandwichCovariance.js";

/**
 * Godambe information
 *
 *     J = Hᵀ G⁻¹ H = Σ_sand⁻¹
 *
 * per sample; H (Hessian of the mean loss) and G (covariance of one sample's gradient) are d×d and
 * symmetric, G positive definite. G = H = F gives J = F. Source: Fisher, Definition 3.3, eq. (13).
 *
 * @throws NoSolutionError when G is not positive definite to working precision.
 * @throws RangeError on matrices that are not symmetric or do not match, or a result beyond the range
 * of float64.
 * @example
 * godambeInformation([[2]], [[4]]); // [[1]]
 */
export function godambeInformation(H: MatrixLike, G: MatrixLike): Matrix {
  const h = symmetricMatrix("H", H);
  const g = symmetricMatrix("G", G, h.rows);
  const {values, vectors} = symmetricEigen(g);
  if (!(values[0] > h.rows * Number.EPSILON * values[h.rows - 1]))
    throw new NoSolutionError(
      `G must be positive definite; got eigenvalues from ${values[0]} to ${values[h.rows - 1]}`
    );
  const identity = g.clone().mul(0);
  for (let i = 0; i < h.rows; i++) identity.set(i, i, 1);
  const inverse = inEigenbasis(vectors, identity, (x, i, j) => (i === j ? x / values[i] : 0));
  const information = h.mmul(inverse).mmul(h);
  return inRange("the information", information.clone().add(information.transpose()).div(2));
}
