import {Matrix} from "ml-matrix";
import {type MatrixLike, matrix, symmetricMatrix} from "../check.js";
import {centre} from "../linalg/centre.js";
import type {Problem} from "./problem.js";

/**
 * A quadratic loss whose gradient noise is the same everywhere
 *
 *     ℓᵢ(w) = ½(w − w*)ᵀK(w − w*) + aᵢᵀ(w − w*),   Σ aᵢ = 0
 *     ∇ℓᵢ = K(w − w*) + aᵢ,   ∇²ℓᵢ = K
 *
 * `hessian` K is d×d and symmetric, of any signs; `noise` is n×d and is centred here, so that w* is
 * stationary; `minimum` w* defaults to 0. The gradient covariance is that of `noise`, at every w.
 *
 * @throws RangeError on shapes that do not match or a K that is not symmetric.
 * @example
 * quadratic({hessian: [[2]], noise: [[1], [-1]]}).loss([3]); // 9
 */
export function quadratic({
  hessian,
  noise,
  minimum
}: {
  hessian: MatrixLike;
  noise: MatrixLike;
  minimum?: readonly number[];
}): Problem {
  const k = symmetricMatrix("hessian", hessian);
  const d = k.rows;
  const a = centre(matrix("noise", noise));
  if (a.columns !== d) throw new RangeError(`noise must have ${d} columns; got ${a.columns}`);
  const origin = [...(minimum ?? new Array<number>(d).fill(0))];
  if (origin.length !== d || !origin.every(Number.isFinite))
    throw new RangeError(`minimum must hold ${d} finite numbers; got ${origin}`);
  const pull = (w: readonly number[]) => {
    if (w.length !== d) throw new RangeError(`weights must have ${d} entries; got ${w.length}`);
    const offset = w.map((x, i) => x - origin[i]);
    return {offset, force: k.mmul(Matrix.columnVector(offset)).getColumn(0)};
  };
  return {
    dimension: d,
    samples: a.rows,
    loss: w => {
      const {offset, force} = pull(w);
      return offset.reduce((s, x, i) => s + x * force[i], 0) / 2;
    },
    gradient: w => pull(w).force,
    sampleGradients: w => a.clone().addRowVector(pull(w).force),
    hessian: w => {
      pull(w);
      return k.clone();
    }
  };
}
