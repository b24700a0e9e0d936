import type {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, positive, symmetricMatrix} from "../check.js";
import {positiveSemidefinite} from "../linalg/definite.js";
import {type Dense, multiply, symmetrize, toDense, toMatrix, transpose} from "../linalg/dense.js";
import {denseEigen} from "../linalg/symmetricEigen.js";
import {symmetricFunction} from "../linalg/symmetricFunction.js";
import {momentumIn} from "./stability.js";

/** Λ = λJ⁻¹ with J = E ∇L∇Lᵀ = KΣK, or Λ = λJ^−½ with J = E ggᵀ = KΣK + C. */
export type AdaptiveMethod = "natural" | "adam";

export interface AdaptiveCovarianceOptions {
  readonly method: AdaptiveMethod;
  /** K, n×n, symmetric positive definite. */
  readonly hessian: MatrixLike;
  /** λ > 0. */
  readonly learningRate: number;
  /** µ in [0, 1), undamped; default 0. */
  readonly momentum?: number;
  /** ρ in (0, 1], the weight of the newest statistic in J ← (1−ρ)J + ρ(…); default 1, no memory. */
  readonly forgetting?: number;
  /** A constant C, n×n, or c ≥ 0 of C = cKΣK with Σ that of the moment; exactly one of the two. */
  readonly noise?: MatrixLike;
  readonly noiseRatio?: number;
}

/** Covariances of iterate and buffer, and the J that the last step was preconditioned with. */
export interface AdaptiveState {
  readonly covariance: Matrix;
  /** E wmᵀ. */
  readonly cross: Matrix;
  /** E mmᵀ. */
  readonly buffer: Matrix;
  readonly statistic: Matrix;
}

/** Throws unless ρ lies in (0, 1]. */
export const checkForgetting = (rho: number): number =>
  numberIn("forgetting", rho, "(0, 1]", x => x > 0 && x <= 1);

/**
 * The covariance map of an optimiser that makes its preconditioner from its own statistics, in the
 * limit of infinitely many replicates that share it
 *
 *     J ← (1−ρ)J + ρ KΣK (natural gradient) or ρ(KΣK + C) (Adam),   Λ = λJ⁻¹ or λJ^−½,
 *     m ← µm + Kw + η,   w ← w − Λm,   Cov η = C
 *
 * Σ, E wmᵀ and E mmᵀ follow exactly. Its fixed points are `naturalGradientCovariance` and, for µ = 0,
 * `adamCovariance`; whether they attract is seen by iterating, and told by `adaptiveMultiplier`.
 * `start(Σ)` puts the iterates at covariance Σ with an empty buffer and J at its statistic; `step`
 * returns the next state. Source: finite-rate §6.4, E.2.7 and E.2.8, read as an algorithm.
 *
 * @throws RangeError if an argument is out of range, or J loses its positive definiteness.
 * @example
 * const map = adaptiveCovarianceMap({method: "natural", hessian: [[1]], learningRate: 1, noiseRatio: 0});
 * map.step(map.start([[1]])).covariance.get(0, 0); // (1 − 1)² / 1 = 0
 */
export function adaptiveCovarianceMap(options: AdaptiveCovarianceOptions): {
  start(covariance: MatrixLike): AdaptiveState;
  step(state: AdaptiveState): AdaptiveState;
} {
  const {method, momentum: mu = 0, forgetting: rho = 1, noise, noiseRatio} = options;
  const hessian = symmetricMatrix("hessian", options.hessian);
  const n = hessian.rows;
  const k = toDense(hessian);
  const lambda = positive("learningRate", options.learningRate);
  momentumIn(mu);
  checkForgetting(rho);
  if ((noise === undefined) === (noiseRatio === undefined))
    throw new RangeError("exactly one of noise and noiseRatio must be given");
  const constant = noise === undefined ? undefined : positiveSemidefinite("noise", noise, n);
  const c = numberIn("noiseRatio", noiseRatio ?? 0, "[0, ∞)", x => x >= 0);

  const combine = (...terms: readonly (readonly [number, Dense])[]): Dense =>
    terms[0][1].map((_, i) => terms.reduce((sum, [factor, a]) => sum + factor * a[i], 0));
  const drift = (sigma: Dense) => symmetrize(multiply(multiply(k, sigma, n), k, n), n);
  const noiseOf = (gradient: Dense) => constant ?? combine([c, gradient]);
  const statisticOf = (gradient: Dense) =>
    method === "natural" ? gradient : combine([1, gradient], [1, noiseOf(gradient)]);
  const rateOf = (j: Dense): Dense => {
    const eigen = denseEigen(j, n);
    if (!(eigen.values[0] > 0))
      throw new RangeError(`the statistic J must stay positive definite; got ${eigen.values[0]}`);
    return symmetricFunction(eigen, x => lambda / (method === "natural" ? x : Math.sqrt(x)));
  };

  return {
    start: covariance => {
      const sigma = toDense(symmetricMatrix("covariance", covariance, n));
      const zero = new Float64Array(n * n);
      return {
        covariance: toMatrix(sigma, n),
        cross: toMatrix(zero, n),
        buffer: toMatrix(zero, n),
        statistic: toMatrix(statisticOf(drift(sigma)), n)
      };
    },
    step: state => {
      const [sigma, x, m, before] = [
        state.covariance,
        state.cross,
        state.buffer,
        state.statistic
      ].map(toDense);
      const gradient = drift(sigma);
      const j = combine([1 - rho, before], [rho, statisticOf(gradient)]);
      const rate = rateOf(j);
      const pushed = multiply(k, x, n);
      const buffer = combine(
        [mu * mu, m],
        [mu, pushed],
        [mu, transpose(pushed, n)],
        [1, gradient],
        [1, noiseOf(gradient)]
      );
      const carried = combine([mu, x], [1, multiply(sigma, k, n)]);
      const step = multiply(carried, rate, n);
      const covariance = combine(
        [1, sigma],
        [-1, step],
        [-1, transpose(step, n)],
        [1, multiply(multiply(rate, buffer, n), rate, n)]
      );
      return {
        covariance: toMatrix(symmetrize(covariance, n), n),
        cross: toMatrix(combine([1, carried], [-1, multiply(rate, buffer, n)]), n),
        buffer: toMatrix(symmetrize(buffer, n), n),
        statistic: toMatrix(symmetrize(j, n), n)
      };
    }
  };
}
