import type {Matrix} from "ml-matrix";
import {type MatrixLike, numberIn, positive} from "../check.js";
import {inRange} from "../inRange.js";
import {positiveDefinite} from "../linalg/definite.js";
import {type Dense, outOfBasis, toMatrix} from "../linalg/dense.js";
import {denseEigen} from "../linalg/symmetricEigen.js";
import {symmetricFunction} from "../linalg/symmetricFunction.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {type Quadratic, quadratic} from "./quadratic.js";
import {momentumIn} from "./stability.js";

export interface NaturalGradient {
  hessian: MatrixLike;
  learningRate: number;
  momentum?: number;
}

/**
 * The fixed point Σ of the natural gradient's stationarity equation: heavy ball with the
 * preconditioner Λ = λJ⁻¹, J = KΣK the covariance of the gradient without noise,
 *
 *     ΣKΣ − λ/(2(1+µ)) Σ = λ/(2(1−µ)) K⁻¹CK⁻¹
 *
 * K (`hessian`) is n×n, symmetric positive definite; λ (`learningRate`) > 0; µ (`momentum`,
 * default 0) lies in [0, 1) and is undamped. The noise is either a constant C (`noise`), n×n,
 * symmetric positive semidefinite, already divided by the batch size, or C = cKΣK with c
 * (`noiseRatio`) ≥ 0. K and C need not commute.
 *
 * With S = K^½ΣK^½ the equation is S² − γS = δ K^−½CK^−½, γ = λ/(2(1+µ)), δ = λ/(2(1−µ)), whose one
 * positive definite solution is S = γ/2 + (γ²/4 + δK^−½CK^−½)^½; for C = cKΣK it is
 * Σ = (γ + δc)K⁻¹. At the fixed point ΛK has the eigenvalues λ/s, s those of S: inside
 * (0, 2(1+µ)) for definite noise, at its end along directions without noise, where Σ is a fixed
 * point but not an attracting one.
 *
 * Source: finite-rate theorem 13, (104)–(111).
 *
 * @throws RangeError if an argument is out of range, a matrix not symmetric, orders differ or not
 * exactly one of `noise` and `noiseRatio` is given, or if Σ is beyond the range of float64.
 * @throws UnstableError if K is not positive definite.
 * @example
 * naturalGradientCovariance({hessian: [[2]], noiseRatio: 1, learningRate: 0.1}); // [[0.05]]
 */
export function naturalGradientCovariance(
  options: NaturalGradient & (NoiseArgument | {noiseRatio: number})
): Matrix {
  const {
    hessian,
    learningRate,
    momentum = 0,
    noise,
    noiseRatio
  } = withNoise<NaturalGradient & {noiseRatio?: number}>(
    "naturalGradientCovariance",
    options as NaturalGradient & NoiseArgument,
    ["hessian", "learningRate", "momentum", "noiseRatio"]
  );
  if ((noise === undefined) === (noiseRatio === undefined))
    throw new RangeError("exactly one of noise and noiseRatio must be given");
  positive("learningRate", learningRate);
  momentumIn(momentum);
  const gamma = learningRate / (2 * (1 + momentum));
  const delta = learningRate / (2 * (1 - momentum));
  if (noise !== undefined) {
    const q = quadratic(hessian, noise);
    return unwhitened(q, constantNoise(q, gamma, delta));
  }
  const c = numberIn("noiseRatio", noiseRatio!, "[0, ∞)", x => x >= 0);
  const k = positiveDefinite("hessian", hessian);
  const s = new Float64Array(k.n * k.n);
  for (let i = 0; i < k.n; i++) s[i * k.n + i] = gamma + delta * c;
  return unwhitened(k, s);
}

/** S in the eigenbasis of K, for a constant C. */
function constantNoise({n, curvatures, noise}: Quadratic, gamma: number, delta: number): Dense {
  const whitened = noise.map(
    (x, index) =>
      x / Math.sqrt(curvatures[Math.floor(index / n)]) / Math.sqrt(curvatures[index % n])
  );
  return symmetricFunction(
    denseEigen(inRange("the whitened noise", whitened), n),
    x => gamma / 2 + Math.sqrt((gamma * gamma) / 4 + delta * Math.max(0, x))
  );
}

/** Σ = K^−½SK^−½, S given in the eigenbasis of K. */
function unwhitened({n, curvatures, vectors}: Omit<Quadratic, "noise">, s: Dense): Matrix {
  const scaled = s.map(
    (x, index) =>
      x / Math.sqrt(curvatures[Math.floor(index / n)]) / Math.sqrt(curvatures[index % n])
  );
  return toMatrix(inRange("the stationary covariance", outOfBasis(scaled, vectors, n)), n);
}
