import type {Matrix} from "ml-matrix";

/** ‖AX + XAᵀ − Q‖ / (‖A‖‖X‖) in units of nε. */
export function continuousResidual(A: Matrix, X: Matrix, Q: Matrix): number {
  const ax = A.mmul(X);
  const r = ax.clone().add(X.mmul(A.transpose())).sub(Q);
  return r.norm() / (A.norm() * X.norm()) / (A.rows * Number.EPSILON);
}

/** ‖X − AXAᵀ − Q‖ / (‖X‖(1 + ‖A‖²) + ‖Q‖) in units of nε. */
export function discreteResidual(A: Matrix, X: Matrix, Q: Matrix): number {
  const r = X.clone().sub(A.mmul(X).mmul(A.transpose())).sub(Q);
  const scale = X.norm() * (1 + A.norm() ** 2) + Q.norm();
  return r.norm() / scale / (A.rows * Number.EPSILON);
}
