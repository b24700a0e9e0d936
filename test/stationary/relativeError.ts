import type {Matrix} from "ml-matrix";

/** ‖X − Y‖/‖Y‖ in the Frobenius norm. */
export function relativeError(X: Matrix, Y: Matrix): number {
  return X.clone().sub(Y).norm() / Y.norm();
}
