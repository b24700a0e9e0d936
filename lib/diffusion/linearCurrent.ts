import {determinant, inverse, type Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, squareMatrix, symmetricMatrix} from "../check.js";
import {cholesky} from "../linalg/cholesky.js";
import {continuousLyapunov} from "../linalg/continuousLyapunov.js";
import {toDense} from "../linalg/dense.js";

/** The stationary density of a linear Itô equation and the current that flows in it. */
export interface LinearCurrent {
  /** S, the stationary covariance: AS + SAᵀ = Q. */
  readonly covariance: Matrix;
  /** R = ½Q − AS, antisymmetric; 0 exactly under detailed balance. */
  readonly rotation: Matrix;
  /** W = RS⁻¹: the mean velocity at θ is Wθ. It turns along the ellipses θᵀS⁻¹θ = constant. */
  readonly velocity: Matrix;
  /** p(θ), N(0, S). */
  density(theta: readonly number[]): number;
  /** j(θ) = −R∇p = Wθ p. */
  current(theta: readonly number[]): number[];
  /** Cᵢⱼ = ∂ᵢjⱼ − ∂ⱼjᵢ, in the plane C₁₂ = R₁₂ Δp. */
  curl(theta: readonly number[]): Matrix;
}

/**
 * Stationary probability current of dθ = −Aθ dt + Q^½ dW in closed form,
 *
 *     j = −Aθp − ½Q∇p = −R∇p,   R = ½Q − AS,   AS + SAᵀ = Q,   p = N(0, S).
 *
 * A (`pull`) n×n with every eigenvalue in the right half plane, Q (`diffusion`) n×n symmetric positive
 * definite, the covariance that enters per unit time: for SGD on a quadratic A = H and Q = ηΣ/B. By
 * the balance R is antisymmetric, so ∇·j = −Σ Rᵢⱼ∂ᵢ∂ⱼp = 0 for every A and Q. j vanishes exactly if
 * AS is symmetric, that is AQ = QAᵀ; for A = H symmetric if H and Q commute, or Q⁻¹H is symmetric.
 * The stationary mean of θ₁θ̇₂ − θ₂θ̇₁, the rate at which area is swept (twice), is R₂₁ − R₁₂.
 *
 * Source: notes, equations (25)–(27), with the sign that conservation, ∂ₜp = −∇·j, wants.
 *
 * @throws RangeError if orders differ, or Q is not symmetric positive definite.
 * @throws UnstableError if A has an eigenvalue outside the right half plane.
 * @example
 * linearCurrent({pull: [[1, 0], [0, 3]], diffusion: [[2, 1], [1, 2]]}).rotation;
 * // [[0, 0.25], [−0.25, 0]]
 */
export function linearCurrent({
  pull,
  diffusion
}: {
  pull: MatrixLike;
  diffusion: MatrixLike;
}): LinearCurrent {
  const A = squareMatrix("pull", pull);
  const n = A.rows;
  const Q = symmetricMatrix("diffusion", diffusion, n);
  if (!cholesky(toDense(Q), n)) throw new RangeError("diffusion must be positive definite");
  const S = continuousLyapunov(A, Q);
  const AS = A.mmul(S);
  const R = AS.transpose().sub(AS).mul(0.5);
  const precision = inverse(S);
  const W = R.mmul(precision);
  const logNorm = -0.5 * (n * Math.log(2 * Math.PI) + Math.log(determinant(S)));

  const times = (m: Matrix, v: readonly number[]) =>
    m.to2DArray().map(row => row.reduce((sum, x, k) => sum + x * v[k], 0));
  const density = (theta: readonly number[]) => {
    if (theta.length !== n)
      throw new RangeError(`theta must have length ${n}; got ${theta.length}`);
    theta.forEach((x, i) => void numberIn(`theta[${i}]`, x, "(−∞, ∞)", () => true));
    const u = times(precision, theta);
    return Math.exp(logNorm - 0.5 * theta.reduce((sum, x, i) => sum + x * u[i], 0));
  };
  return {
    covariance: S,
    rotation: R,
    velocity: W,
    density,
    current: theta => {
      const p = density(theta);
      return times(W, theta).map(x => x * p);
    },
    curl: theta => {
      const p = density(theta);
      const u = times(precision, theta);
      const v = times(W, theta);
      const C = W.transpose().sub(W).mul(p);
      for (let i = 0; i < n; i++)
        for (let j = 0; j < n; j++) C.set(i, j, C.get(i, j) + p * (u[j] * v[i] - u[i] * v[j]));
      return C;
    }
  };
}
