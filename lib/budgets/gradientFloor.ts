import {CholeskyDecomposition} from "ml-matrix";
import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {sgdCovariance} from "../stationary/sgdCovariance.js";

/**
 * Where E‖∇L‖²_{F⁻¹} settles under constant steps on a quadratic
 *
 *     Tr(F⁻¹ H Σ_η H),   Σ_η the stationary covariance of θ ← θ − η(Hθ + ζ)
 *
 * H and F symmetric d×d that need not commute, F positive definite; `noise` is Cov ζ, G/b. With noise F/b
 * it is (η/b) Σ hᵢ/(2 − ηhᵢ) if they commute, and up to (κ_F + 1)²/(4κ_F) times as much in the plane if not.
 * Source: Fisher, Definition 7.1 and Proposition 5.9.
 *
 * @throws UnstableError outside 0 < ηλmax < 2; NoSolutionError when F is not positive definite
 * @throws RangeError when a matrix is not symmetric or they do not match
 * @example gradientFloor({hessian: [[1]], metric: [[3]], noise: [[3]], learningRate: 1}); // 1
 */
export function gradientFloor(options: {
  hessian: MatrixLike;
  metric: MatrixLike;
  noise: MatrixLike;
  learningRate: number;
}): number {
  const H = symmetricMatrix("hessian", options.hessian);
  const F = symmetricMatrix("metric", options.metric, H.rows);
  const {noise, learningRate} = options;
  const factor = new CholeskyDecomposition(F);
  if (!factor.isPositiveDefinite()) throw new NoSolutionError("metric must be positive definite");
  const sigma = sgdCovariance({hessian: H, noise, learningRate});
  return factor.solve(H.mmul(sigma).mmul(H)).trace();
}
