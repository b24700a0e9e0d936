import {integer, numberIn, positive} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";

/** A quadratic, a metric and a noise that share their eigenvectors: one entry per direction. */
export interface DualProblem {
  /** h > 0, the eigenvalues of H. */
  readonly curvatures: readonly number[];
  /** f > 0, those of F. */
  readonly metric: readonly number[];
  /** Noise variances of one sample's gradient; default f. */
  readonly noise?: readonly number[];
  /** θ₀ − θ⋆. */
  readonly initial: readonly number[];
}

export interface ConstantSteps {
  readonly learningRate: number;
  /** b > 0, default 1. */
  readonly batchSize?: number;
  /** T ≥ 0; a real number interpolates. */
  readonly steps: number;
}

/** E‖∇L(θ_T)‖² in the dual norm, by where it comes from. */
export interface DualGradient {
  /** What is left of the start. */
  readonly bias: number;
  readonly noise: number;
  readonly total: number;
}

/**
 * Expected squared dual norm of the gradient after T steps θ ← θ − η(Hθ + ζ), Cov ζ = G/b
 *
 *     E‖∇L(θ_T)‖²_{F⁻¹} = Σᵢ (hᵢ²/fᵢ) ( aᵢ^{2T} θ₀ᵢ² + (1 − aᵢ^{2T}) ηgᵢ/(b hᵢ(2 − ηhᵢ)) ),   aᵢ = 1 − ηhᵢ
 *
 * without unit where G has F's. For T → ∞ and G = F it is (η/b) Σ hᵢ/(2 − ηhᵢ), whatever F is.
 * Source: Fisher, Definition 7.1, and the recursion of its eq. (32).
 *
 * @throws RangeError unless lengths agree, entries are positive, 0 < η < 1/max h, T ≥ 0 and b > 0
 * @example
 * dualGradient({curvatures: [1], metric: [4], initial: [2]}, {learningRate: 0.5, steps: 0}).total; // 1
 */
export function dualGradient(
  {curvatures: h, metric: f, noise: g = f, initial}: DualProblem,
  {learningRate: eta, batchSize: b = 1, steps}: ConstantSteps
): DualGradient {
  integer("curvatures.length", h.length, 1);
  for (const [name, values] of Object.entries({metric: f, noise: g, initial}))
    if (values.length !== h.length)
      throw new RangeError(`${name} must have ${h.length} entries; got ${values.length}`);
  for (const x of [...h, ...f]) positive("curvatures and metric", x);
  positive("batchSize", b);
  const edge = 1 / Math.max(...h);
  numberIn("learningRate", eta, `(0, ${edge})`, x => x > 0 && x < edge);
  numberIn("steps", steps, "[0, ∞)", t => t >= 0);
  let bias = 0;
  let noise = 0;
  for (const [i, x] of h.entries()) {
    const exponent = 2 * steps * Math.log1p(-eta * x);
    const weight = (x * x) / f[i];
    bias += weight * Math.exp(exponent) * initial[i] ** 2;
    noise -= (weight * Math.expm1(exponent) * eta * g[i]) / (b * x * sumLessProduct(2, 0, eta, x));
  }
  return {bias, noise, total: bias + noise};
}
