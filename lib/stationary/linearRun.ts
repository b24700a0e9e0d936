import type {MatrixLike} from "../check.js";

/** SGD with a constant rate on a quadratic loss, as the public functions take it. */
export interface LinearRun {
  /** K, n×n symmetric. */
  readonly hessian: MatrixLike;
  /** C, n×n: the covariance of the gradient noise of one update, already divided by the batch size. */
  readonly noise: MatrixLike;
  /** λ > 0. */
  readonly learningRate: number;
}

/** Heavy ball on a quadratic loss. */
export interface MomentumRun extends LinearRun {
  /** µ in [0, 1), undamped; default 0. */
  readonly momentum?: number;
}
