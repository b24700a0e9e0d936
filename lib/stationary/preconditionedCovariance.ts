import type {Matrix} from "ml-matrix";
import {type MatrixLike, optionsOf, symmetricMatrix, UnstableError} from "../check.js";
import {compensatedIntoBasis} from "../linalg/compensatedProduct.js";
import {positiveDefinite, positiveSemidefinite, variancesAtLeastZero} from "../linalg/definite.js";
import {toDense} from "../linalg/dense.js";
import {heavyBallGain} from "./heavyBallGain.js";
import {inEigenbasis} from "./inEigenbasis.js";
import {preconditionedFrame} from "./preconditionedFrame.js";
import {factor} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn} from "./stability.js";

/**
 * Stationary covariance Σ of the parameters under heavy ball with a matrix of learning rates,
 * m ← µm + K w + η, w ← w − Λm, Cov η = C:
 *
 * (1−µ)(ΛKΣ + ΣKΛ) − (1+µ²)/(1−µ²) ΛKΣKΛ + µ/(1−µ²) (ΛKΛKΣ + ΣKΛKΛ) = ΛCΛ.
 *
 * K (`hessian`) and Λ (`preconditioner`, learning rate included) are n×n, symmetric positive
 * definite; C (`noise`) n×n, symmetric positive semidefinite, the covariance of the gradient noise
 * of one update (already divided by the batch size); µ (`momentum`, default 0) lies in [0, 1) and
 * is undamped. None of the three needs to commute with another. Σ exists exactly when every
 * eigenvalue of ΛK lies in (0, 2(1+µ)).
 *
 * Method: with Λ = LLᵀ and w = Lv this is heavy ball at rate 1 with Hessian LᵀKL and noise LᵀCL
 * ({@link preconditionedFrame}). Source: finite-rate theorem 3, (9).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric or orders differ.
 * @throws UnstableError if K or Λ is not positive definite or ΛK has an eigenvalue ≥ 2(1+µ).
 * @example
 * preconditionedCovariance({hessian: [[2]], noise: [[1]], preconditioner: [[0.5]]}); // [[0.25]]
 */
export function preconditionedCovariance(options: {
  hessian: MatrixLike;
  noise: MatrixLike;
  preconditioner: MatrixLike;
  momentum?: number;
}): Matrix {
  const {
    hessian,
    noise,
    preconditioner,
    momentum = 0
  } = optionsOf("preconditionedCovariance", options, [
    "hessian",
    "noise",
    "preconditioner",
    "momentum"
  ]);
  momentumIn(momentum);
  const m = symmetricMatrix("hessian", hessian);
  const n = m.rows;
  const k = toDense(m);
  const c = positiveSemidefinite("noise", noise, n);
  const l = factor("preconditioner", preconditioner, n);
  const {curvatures, vectors} = preconditionedFrame(k, l, n);
  if (!(curvatures[0] > n * Number.EPSILON * curvatures[n - 1])) {
    positiveDefinite("hessian", m);
    positiveDefinite("preconditioner", preconditioner);
    throw new UnstableError(
      `preconditioner·hessian must have positive eigenvalues to working precision; got ${curvatures[0]} to ${curvatures[n - 1]}`
    );
  }
  const largest = curvatures[n - 1];
  const limit = heavyBallLimit(1, momentum);
  if (!(largest < limit && heavyBallRoom(largest, 1, momentum) > 0))
    throw new UnstableError(
      `preconditioner must keep every eigenvalue of preconditioner·hessian in (0, 2(1+momentum)) = (0, ${limit}); got ${largest}`
    );
  const turned = variancesAtLeastZero(compensatedIntoBasis(c, vectors, n), n);
  return inEigenbasis({n, curvatures, vectors, noise: turned}, (ki, kj) =>
    heavyBallGain(ki, kj, 1, momentum)
  );
}
