import {Matrix, solve} from "ml-matrix";

/** A matrix of unknowns, and what a printed equation makes of it. */
export type LinearMap = (unknown: Matrix) => Matrix;

/**
 * The X with equation(X) = right, for a printed linear matrix equation as it stands: the map is
 * written out on the n² unit matrices and the system solved by LU. X is not made symmetric.
 *
 * @example solveLinear(X => H.mmul(X).add(X.mmul(H)), Q); // the continuous Lyapunov equation
 */
export function solveLinear(equation: LinearMap, right: Matrix): Matrix {
  const n = right.rows;
  const system = Matrix.zeros(n * n, n * n);
  for (let k = 0; k < n * n; k++) {
    const unit = Matrix.zeros(n, n);
    unit.set(Math.floor(k / n), k % n, 1);
    const image = equation(unit).to1DArray();
    for (let i = 0; i < n * n; i++) system.set(i, k, image[i]);
  }
  const x = solve(system, Matrix.columnVector(right.to1DArray()));
  return Matrix.from1DArray(n, n, x.to1DArray());
}
