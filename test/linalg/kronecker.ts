import {Matrix, solve} from "ml-matrix";

/** X of L(X) = Q for the linear map L, from the n²×n² matrix of L and one LU solve. */
function byColumns(n: number, map: (E: Matrix) => Matrix, Q: Matrix): Matrix {
  const columns: number[][] = [];
  for (let k = 0; k < n * n; k++) {
    const unit = Matrix.zeros(n, n);
    unit.set(Math.floor(k / n), k % n, 1);
    columns.push(map(unit).to1DArray());
  }
  const x = solve(new Matrix(columns).transpose(), Matrix.columnVector(Q.to1DArray()));
  return Matrix.from1DArray(n, n, x.to1DArray());
}

/** The twin of `continuousLyapunov`. */
export function kroneckerContinuous(A: Matrix, Q: Matrix): Matrix {
  return byColumns(A.rows, E => A.mmul(E).add(E.mmul(A.transpose())), Q);
}

/** The twin of `discreteLyapunov`. */
export function kroneckerDiscrete(A: Matrix, Q: Matrix): Matrix {
  return byColumns(A.rows, E => E.clone().sub(A.mmul(E).mmul(A.transpose())), Q);
}
