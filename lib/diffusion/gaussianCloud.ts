import {inverse, Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, symmetricMatrix} from "../check.js";
import {continuousLyapunov} from "../linalg/continuousLyapunov.js";
import {toDense, toMatrix} from "../linalg/dense.js";
import {denseEigen} from "../linalg/symmetricEigen.js";
import {symmetricFunction} from "../linalg/symmetricFunction.js";

/** A Gaussian law in the plane, and the current that moves it. */
export interface GaussianCloud {
  readonly mean: readonly [number, number];
  readonly covariance: Matrix;
  /** j = (−Hθ + ½QS⁻¹(θ − m)) p, and p, at θ. */
  at(x: number, y: number): {density: number; jx: number; jy: number};
}

/**
 * The law of dθ = −Hθ dt + Q^½ dW in the plane at time t from N(m₀, S₀):
 *
 *     m = e^{−Ht}m₀,   S = S_∞ + e^{−Ht}(S₀ − S_∞)e^{−Ht},   HS_∞ + S_∞H = Q
 *
 * `hessian` and `diffusion` 2×2 symmetric, the former positive definite; `spread` = S₀ = spread·I;
 * time = ∞ is the law at rest.
 *
 * @throws RangeError on matrices of another order, spread ≤ 0 or time < 0.
 */
export function gaussianCloud(
  {hessian, diffusion}: {hessian: MatrixLike; diffusion: MatrixLike},
  {start, spread, time}: {start: readonly [number, number]; spread: number; time: number}
): GaussianCloud {
  const H = symmetricMatrix("hessian", hessian, 2);
  const Q = symmetricMatrix("diffusion", diffusion, 2);
  numberIn("spread", spread, "(0, ∞)", s => s > 0);
  if (time !== Infinity) numberIn("time", time, "[0, ∞]", t => t >= 0);
  const rest = continuousLyapunov(H, Q);
  const decay = toMatrix(
    symmetricFunction(denseEigen(toDense(H), 2), h => Math.exp(-h * time)),
    2
  );
  const off = Matrix.eye(2).mul(spread).sub(rest);
  const S = Matrix.add(rest, decay.mmul(off).mmul(decay));
  const [[mx], [my]] = decay.mmul(Matrix.columnVector([...start])).to2DArray();
  const P = inverse(S);
  const A = Q.mmul(P).mul(0.5);
  const norm = Math.sqrt(P.get(0, 0) * P.get(1, 1) - P.get(0, 1) ** 2) / (2 * Math.PI);
  const [p11, p12, p22] = [P.get(0, 0), P.get(0, 1), P.get(1, 1)];
  const [[h11, h12], [, h22]] = H.to2DArray();
  const [[a11, a12], [a21, a22]] = A.to2DArray();
  return {
    mean: [mx, my],
    covariance: S,
    at: (x, y) => {
      const [u, v] = [x - mx, y - my];
      const density = norm * Math.exp(-(p11 * u * u + 2 * p12 * u * v + p22 * v * v) / 2);
      return {
        density,
        jx: (-h11 * x - h12 * y + a11 * u + a12 * v) * density,
        jy: (-h12 * x - h22 * y + a21 * u + a22 * v) * density
      };
    }
  };
}
