import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {scaledToOne} from "../linalg/scaledToOne.js";

/**
 * How far two symmetric matrices are proportional to one another
 *
 *     Tr GH / (‖G‖ ‖H‖) ∈ [−1, 1]
 *
 * Frobenius norms; 1 where G = cH with c > 0, in [0, 1] where both are positive semidefinite, and 0 where
 * their ranges are orthogonal. G and H are d×d, in whatever units: neither scale matters. For G the covariance
 * of gradients and H the Hessian it is what the premise G ∝ H of Fisher, §4.1, would have at 1.
 *
 * @throws RangeError on matrices that are not symmetric or do not match.
 * @throws NoSolutionError where one of them is zero.
 * @example
 * alignment([[1, 0], [0, 0]], [[1, 0], [0, 1]]); // 0.7071
 */
export function alignment(G: MatrixLike, H: MatrixLike): number {
  const g = scaledToOne(symmetricMatrix("G", G));
  const h = scaledToOne(symmetricMatrix("H", H, g.rows));
  const sizes = g.norm() * h.norm();
  if (!(sizes > 0))
    throw new NoSolutionError(`${g.norm() > 0 ? "H" : "G"} must not be zero; all its entries are`);
  let sum = 0;
  for (let i = 0; i < g.rows; i++)
    for (let j = 0; j < g.rows; j++) sum += g.get(i, j) * h.get(i, j);
  return Math.max(-1, Math.min(1, sum / sizes));
}
