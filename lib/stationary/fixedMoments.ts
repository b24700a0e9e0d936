import {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, positive, symmetricMatrix, vector} from "../check.js";
import {type NoiseArgument, type UpdateNoise, withNoise} from "../noise/noiseArgument.js";
import {covarianceOfRates} from "./preconditionedCovariance.js";
import {momentumIn} from "./stability.js";

/** An adaptive optimiser whose second moments no longer move, but for its noise and momentum. */
export interface FixedMoments {
  /** K, n×n, symmetric positive definite. */
  readonly hessian: MatrixLike;
  /** λ > 0. */
  readonly learningRate: number;
  /** v ≥ 0, n numbers: E g² of each parameter, squared gradient units. */
  readonly secondMoments: ArrayLike<number>;
  /** ε ≥ 0, added to √v; default 10⁻⁸. */
  readonly epsilon?: number;
}

/**
 * Stationary covariance of the parameters under Adam on a quadratic, its second moments v held fixed
 *
 *     m ← β₁m + (1−β₁)g,   w ← w − λ m/(√v + ε),   g = Kw + η,   Cov η = C
 *
 * as late in training, when v hardly moves and the corrections for its start have died out. It is heavy ball
 * with the preconditioner (1−β₁)λ/(√v + ε), so that `preconditionedCovariance` has its conditions and method.
 * n×n, squared parameter units; `beta1` in [0, 1), default 0.9. With weight decay as AdamW has it, add its rate
 * times √v + ε to the diagonal of K. Source: Kingma & Ba 2015; finite-rate theorem 3, (9).
 *
 * @throws RangeError if an argument is out of range, √v + ε is zero, a matrix not symmetric or orders differ.
 * @throws UnstableError if K is not positive definite or the preconditioned rates are too large.
 * @example
 * fixedAdamCovariance({hessian: [[1]], noise: [[1]], learningRate: 1, secondMoments: [1], beta1: 0, epsilon: 0});
 * // [[1]], as SGD at rate 1
 */
export function fixedAdamCovariance(
  options: FixedMoments & {readonly beta1?: number} & NoiseArgument
): Matrix {
  const given = withNoise<FixedMoments & {readonly beta1?: number}>(
    "fixedAdamCovariance",
    options,
    ["hessian", "learningRate", "secondMoments", "epsilon", "beta1"]
  );
  const beta = numberIn("beta1", given.beta1 ?? 0.9, "[0, 1)", x => x >= 0 && x < 1);
  return covarianceOfMoments(given, {share: 1 - beta, momentum: beta, named: "beta1"});
}

/**
 * Stationary covariance of the parameters under RMSProp on a quadratic, its second moments v held fixed
 *
 *     m ← µm + g/(√v + ε),   w ← w − λm,   g = Kw + η,   Cov η = C
 *
 * Heavy ball with the preconditioner λ/(√v + ε); µ (`momentum`, default 0) in [0, 1) is undamped. n×n, squared
 * parameter units. Source: Tieleman & Hinton 2012, as PyTorch has it; finite-rate theorem 3, (9).
 *
 * @throws RangeError, UnstableError as `fixedAdamCovariance`.
 * @example
 * fixedRmspropCovariance({hessian: [[1]], noise: [[1]], learningRate: 1, secondMoments: [4], epsilon: 0});
 * // [[1/3]], as SGD at rate ½
 */
export function fixedRmspropCovariance(
  options: FixedMoments & {readonly momentum?: number} & NoiseArgument
): Matrix {
  const given = withNoise<FixedMoments & {readonly momentum?: number}>(
    "fixedRmspropCovariance",
    options,
    ["hessian", "learningRate", "secondMoments", "epsilon", "momentum"]
  );
  const momentum = momentumIn(given.momentum ?? 0);
  return covarianceOfMoments(given, {share: 1, momentum, named: "momentum"});
}

/** That of heavy ball whose rates are a `share` of λ/(√v + ε); `named` is what the caller calls µ. */
function covarianceOfMoments(
  {hessian, noise, learningRate, secondMoments, epsilon = 1e-8}: FixedMoments & UpdateNoise,
  {share, momentum, named}: {share: number; momentum: number; named: string}
): Matrix {
  const K = symmetricMatrix("hessian", hessian);
  const rate = share * positive("learningRate", learningRate);
  numberIn("epsilon", epsilon, "[0, ∞)", x => x >= 0);
  const factor = share === 1 ? "learningRate" : `(1−${named})learningRate`;
  const rates = vector("secondMoments", secondMoments, K.rows).map((v, i) => {
    numberIn(`secondMoments[${i}]`, v, "[0, ∞)", x => x >= 0);
    const root = positive(`√secondMoments[${i}] + epsilon`, Math.sqrt(v) + epsilon);
    return positive(`${factor}/(√secondMoments[${i}] + epsilon)`, rate / root);
  });
  return covarianceOfRates(
    {hessian: K, noise, preconditioner: Matrix.diag(rates), momentum},
    {rates: `${factor}/(√secondMoments + epsilon)`, momentum: named}
  );
}
