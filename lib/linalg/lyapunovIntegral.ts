import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, squareMatrix, symmetricMatrix} from "../check.js";
import {continuousLyapunov} from "./continuousLyapunov.js";

/**
 * e^A by halving A until ‖A‖ ≤ ½, the Taylor series, and squaring: relative error some ‖A‖ ε
 *
 * @throws RangeError unless A is square
 * @example matrixExponential([[0, 1], [0, 0]]); // [[1, 1], [0, 1]]
 */
export function matrixExponential(A: MatrixLike): Matrix {
  const a = squareMatrix("A", A);
  const halvings = Math.max(0, Math.ceil(Math.log2(2 * a.norm())) || 0);
  const step = a.clone().mul(2 ** -halvings);
  let term = Matrix.eye(a.rows);
  let sum = Matrix.eye(a.rows);
  for (let k = 1; k < 20; k++) {
    term = term.mmul(step).mul(1 / k);
    sum = Matrix.add(sum, term);
  }
  for (let k = 0; k < halvings; k++) sum = sum.mmul(sum);
  return sum;
}

/**
 * The part of the Lyapunov integral that the last t units of time contribute
 *
 *     ∫₀ᵗ e^{−As} Q e^{−Aᵀs} ds = Σ − e^{−At} Σ e^{−Aᵀt},   A Σ + Σ Aᵀ = Q
 *
 * for A with eigenvalues in the right half plane; t = ∞ gives Σ. It increases with t in the Loewner
 * order. Source: Fisher, Lemma A.3.
 *
 * @throws RangeError unless A is square, Q symmetric of its order and t ≥ 0; as `continuousLyapunov`
 * @example lyapunovIntegral([[1]], [[2]], Math.LN2).get(0, 0); // 1 − ¼
 */
export function lyapunovIntegral(A: MatrixLike, Q: MatrixLike, time: number): Matrix {
  const a = squareMatrix("A", A);
  const q = symmetricMatrix("Q", Q, a.rows);
  numberIn("time", time, "[0, ∞)", t => t >= 0);
  const all = continuousLyapunov(a, q);
  const flow = matrixExponential(a.clone().mul(-time));
  const part = Matrix.sub(all, flow.mmul(all).mmul(flow.transpose()));
  return part.add(part.transpose()).mul(0.5);
}
