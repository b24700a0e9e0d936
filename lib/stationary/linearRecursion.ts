import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, squareMatrix, symmetricMatrix} from "../check.js";
import {momentumIn} from "./stability.js";

export interface LinearOptimiser {
  /** K, n×n, symmetric. */
  readonly hessian: MatrixLike;
  /** λ, or Λ, n×n. */
  readonly rate: number | MatrixLike;
  /** µ in [0, 1); default 0. */
  readonly momentum?: number;
  /** ν in [0, 1]; default 1. */
  readonly nu?: number;
  /** m ← µm + (1−µ)g, as QHM has it, instead of m ← µm + g; default false. */
  readonly damped?: boolean;
}

/**
 * One update of an optimiser on a quadratic as a matrix, (w, m) ← A(w, m) + Bη
 *
 *     g = Kw + η,   m ← µm + sg,   w ← w − Λ[(1−ν)g + νm],   s = 1 or 1−µ
 *
 * A is 2n×2n, B 2n×n. Stable or not. Source: finite-rate (5), (72), theorem 3.
 *
 * @throws RangeError if an argument is out of range or orders differ.
 * @example linearRecursion({hessian: [[1]], rate: 0.5}).A.get(0, 0) // 0.5
 */
export function linearRecursion(options: LinearOptimiser): {A: Matrix; B: Matrix} {
  const k = symmetricMatrix("hessian", options.hessian);
  const n = k.rows;
  const {rate, momentum: mu = 0, nu = 1, damped = false} = options;
  momentumIn(mu);
  numberIn("nu", nu, "[0, 1]", x => x >= 0 && x <= 1);
  const lambda =
    typeof rate === "number"
      ? Matrix.eye(n).mul(numberIn("rate", rate, "(−∞, ∞)", Number.isFinite))
      : squareMatrix("rate", rate, n);
  const size = damped ? 1 - mu : 1;
  const pull = 1 - nu + nu * size;
  const A = Matrix.zeros(2 * n, 2 * n);
  const B = Matrix.zeros(2 * n, n);
  A.setSubMatrix(Matrix.eye(n).sub(lambda.mmul(k).mul(pull)), 0, 0);
  A.setSubMatrix(lambda.clone().mul(-nu * mu), 0, n);
  A.setSubMatrix(k.clone().mul(size), n, 0);
  A.setSubMatrix(Matrix.eye(n).mul(mu), n, n);
  B.setSubMatrix(lambda.clone().mul(-pull), 0, 0);
  B.setSubMatrix(Matrix.eye(n).mul(size), n, 0);
  return {A, B};
}
