import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, squareMatrix, symmetricMatrix} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {inRange} from "../inRange.js";
import {largestEntry, toDense} from "../linalg/dense.js";
import {momentumIn} from "./stability.js";

/** An optimiser on a quadratic loss, but for its noise. */
export interface LinearOptimiser {
  /** K, n×n, symmetric. */
  readonly hessian: MatrixLike;
  /** λ; exactly one of it and `preconditioner`. */
  readonly learningRate?: number;
  /** Λ, n×n, learning rate included. */
  readonly preconditioner?: MatrixLike;
  /** µ in [0, 1); default 0. */
  readonly momentum?: number;
  /** ν in [0, 1] of quasi-hyperbolic momentum, whose buffer is damped; absent: heavy ball, undamped. */
  readonly nu?: number;
}

/** The names of these options. */
export const optimiserOptions = [
  "hessian",
  "learningRate",
  "preconditioner",
  "momentum",
  "nu"
] as const satisfies readonly (keyof LinearOptimiser)[];

/**
 * One update of an optimiser on a quadratic as a matrix, (w, m) ← A(w, m) + Bη
 *
 *     g = Kw + η,   m ← µm + sg,   w ← w − Λ[(1−ν)g + νm]
 *
 * with s = 1 and ν = 1, or s = 1−µ where ν is given.
 *
 * A is 2n×2n, B 2n×n. Stable or not. Source: finite-rate (5), (72), theorem 3.
 *
 * @throws RangeError if an argument is out of range or orders differ.
 * @example linearRecursion({hessian: [[1]], learningRate: 0.5}).A.get(0, 0) // 0.5
 */
export function linearRecursion(options: LinearOptimiser): {A: Matrix; B: Matrix} {
  const k = symmetricMatrix("hessian", options.hessian);
  const n = k.rows;
  const {learningRate, preconditioner, momentum: mu = 0, nu} = options;
  momentumIn(mu);
  if (nu !== undefined) numberIn("nu", nu, "[0, 1]", x => x >= 0 && x <= 1);
  if ((learningRate === undefined) === (preconditioner === undefined))
    throw new RangeError("exactly one of learningRate and preconditioner must be given");
  const lambda =
    preconditioner === undefined
      ? Matrix.eye(n).mul(numberIn("learningRate", learningRate!, "(−∞, ∞)", Number.isFinite))
      : squareMatrix("preconditioner", preconditioner, n);
  const share = nu ?? 1;
  const size = nu === undefined ? 1 : 1 - mu;
  const pull = 1 - share + share * size;
  const A = Matrix.zeros(2 * n, 2 * n);
  const B = Matrix.zeros(2 * n, n);
  A.setSubMatrix(Matrix.eye(n).sub(lambda.mmul(k).mul(pull)), 0, 0);
  A.setSubMatrix(lambda.clone().mul(-share * mu), 0, n);
  A.setSubMatrix(k.clone().mul(size), n, 0);
  A.setSubMatrix(Matrix.eye(n).mul(mu), n, n);
  B.setSubMatrix(lambda.clone().mul(-pull), 0, 0);
  B.setSubMatrix(Matrix.eye(n).mul(size), n, 0);
  return {A, B};
}

/**
 * The recursion of `linearRecursion` and its noise in units of the Hessian's and the noise's largest entries, powers
 * of two: A and BCBᵀ are of like size in all blocks, and the covariance of w is that of the scaled recursion times
 * 2^`power`.
 *
 * @throws RangeError as `linearRecursion`, and where the rate takes the recursion beyond the range of float64
 */
export function recursionInUnits(
  options: LinearOptimiser,
  noise: Matrix
): {A: Matrix; drive: Matrix; power: number} {
  const {A, B} = linearRecursion(options);
  const n = B.columns;
  const unit = sizeOf(symmetricMatrix("hessian", options.hessian));
  const level = sizeOf(noise);
  const times = (block: Matrix, power: number) =>
    inRange(
      "the recursion",
      new Matrix(block.to2DArray().map(row => row.map(x => scale(x, power))))
    );
  A.setSubMatrix(times(A.subMatrix(0, n - 1, n, 2 * n - 1), unit), 0, n);
  A.setSubMatrix(times(A.subMatrix(n, 2 * n - 1, 0, n - 1), -unit), n, 0);
  B.setSubMatrix(times(B.subMatrix(0, n - 1, 0, n - 1), unit), 0, 0);
  const drive = B.mmul(times(noise, -level)).mmul(B.transpose());
  return {A, drive, power: level - 2 * unit};
}

/** The exponent of the largest entry, 0 where all are zero. */
function sizeOf(matrix: Matrix): number {
  const largest = largestEntry(toDense(matrix));
  return largest > 0 ? Math.max(-1000, exponentOf(largest)) : 0;
}

/** The covariance of w from the first block of that of the scaled recursion. */
export const outOfUnits = (P: Matrix, n: number, power: number): Matrix =>
  inRange(
    "the covariance",
    new Matrix(
      P.subMatrix(0, n - 1, 0, n - 1)
        .to2DArray()
        .map(row => row.map(x => scale(x, Math.max(-2000, Math.min(2000, power)))))
    )
  );
