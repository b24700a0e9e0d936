import type {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix, UnstableError} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {compensatedIntoBasis} from "../linalg/compensatedProduct.js";
import {positiveDefinite, positiveSemidefinite, variancesAtLeastZero} from "../linalg/definite.js";
import {largestEntry, toDense, toMatrix} from "../linalg/dense.js";
import {type NoiseArgument, type UpdateNoise, withNoise} from "../noise/noiseArgument.js";
import {heavyBallGain} from "./heavyBallGain.js";
import {inEigenbasis, unitOf} from "./inEigenbasis.js";
import {preconditionedFrame} from "./preconditionedFrame.js";
import {factor} from "./quadratic.js";
import {heavyBallLimit, heavyBallRoom, momentumIn} from "./stability.js";

/** Heavy ball with a matrix of learning rates on a quadratic loss, but for its noise. */
export interface Preconditioned {
  /** K, n×n symmetric. */
  hessian: MatrixLike;
  /** Λ, n×n symmetric, learning rate included. */
  preconditioner: MatrixLike;
  /** µ in [0, 1), undamped; default 0. */
  momentum?: number;
}

/**
 * Stationary covariance Σ of the parameters under heavy ball with a matrix of learning rates,
 * m ← µm + K w + η, w ← w − Λm, Cov η = C:
 *
 *     (1−µ)(ΛKΣ + ΣKΛ) − (1+µ²)/(1−µ²) ΛKΣKΛ + µ/(1−µ²) (ΛKΛKΣ + ΣKΛKΛ) = ΛCΛ
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
export function preconditionedCovariance(options: Preconditioned & NoiseArgument): Matrix {
  const given = withNoise<Preconditioned>("preconditionedCovariance", options, [
    "hessian",
    "preconditioner",
    "momentum"
  ]);
  momentumIn(given.momentum ?? 0);
  return covarianceOfRates(given, {rates: "preconditioner", momentum: "momentum"});
}

/** The same, with the names by which the caller's messages call the matrix of rates and µ. */
export function covarianceOfRates(
  {hessian, noise, preconditioner, momentum = 0}: Preconditioned & UpdateNoise,
  named: {readonly rates: string; readonly momentum: string}
): Matrix {
  const m = symmetricMatrix("hessian", hessian);
  const n = m.rows;
  const c = positiveSemidefinite("noise", noise, n);
  const rates = symmetricMatrix(named.rates, preconditioner, n);
  // In units of the largest entries, even powers of two, so that no product leaves the range before Σ does.
  const [p, t] = [m, rates].map(
    each => 2 * Math.max(-500, Math.floor(exponentOf(largestEntry(toDense(each))) / 2))
  );
  const k = toDense(m).map(x => scale(x, -p));
  const l = factor(
    named.rates,
    toMatrix(
      toDense(rates).map(x => scale(x, -t)),
      n
    ),
    n
  );
  const {curvatures, vectors} = preconditionedFrame(k, l, n);
  if (!(curvatures[0] > n * Number.EPSILON * curvatures[n - 1])) {
    positiveDefinite("hessian", m);
    positiveDefinite(named.rates, preconditioner);
    throw new UnstableError(
      `${named.rates}·hessian must have positive eigenvalues to working precision; got ${scale(curvatures[0], p + t)} to ${scale(curvatures[n - 1], p + t)}`
    );
  }
  const largest = curvatures[n - 1];
  const limit = heavyBallLimit(1, momentum);
  const size = scale(largest, p + t);
  if (!(size < limit && heavyBallRoom(size, 1, momentum) > 0))
    throw new UnstableError(
      `${named.rates} must keep every eigenvalue of ${named.rates}·hessian in (0, 2(1+${named.momentum})) = (0, ${limit}); got ${size}`
    );
  const turned = variancesAtLeastZero(compensatedIntoBasis(c, vectors, n), n);
  const unit = unitOf({n, curvatures});
  const rate = scale(1, p + t + unit);
  return inEigenbasis(
    {n, curvatures, vectors, noise: turned},
    (ki, kj) => heavyBallGain(ki, kj, rate, momentum),
    -2 * (p + unit)
  );
}
