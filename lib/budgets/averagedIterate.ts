import {Matrix} from "ml-matrix";
import {integer, positive, vector} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
import {semidefiniteMatrix} from "../linalg/definite.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {type Curvature, curvatureFrame} from "../stationary/curvatureFrame.js";

export interface AveragedIterateOptions extends Curvature {
  /** η > 0, constant. */
  readonly learningRate: number;
  /** T: the average is over the iterates after steps B+1 … T. */
  readonly steps: number;
  /** B ≥ 0, default 0. */
  readonly burnIn?: number;
  /** θ₀, default 0: the minimum. */
  readonly initial?: readonly number[];
}

export interface AveragedIterate {
  readonly mean: number[];
  readonly covariance: Matrix;
}

/**
 * Mean and covariance of θ̄ = (T − B)⁻¹ Σ θₜ, t = B+1 … T, for θ ← θ − η(Hθ + ζ) at a constant rate
 *
 *     E θ̄ᵢ = θ₀ᵢ (T−B)⁻¹ Σₜ aᵢᵗ,   Cov θ̄ᵢⱼ = η² Cov(ζ)ᵢⱼ (T−B)⁻² Σₛ cᵢ(s) cⱼ(s)
 *     aᵢ = 1 − ηhᵢ,   cᵢ(s) = Σₜ aᵢ^{t−s} over t = max(s, B+1) … T
 *
 * in the eigenbasis of H: with `hessian` all is given and returned in its coordinates, with `curvatures` in
 * the eigenbasis. s = 1 … T the step whose noise it is. Exact for white noise; T·Cov → H⁻¹ Cov(ζ) H⁻¹ (with B = 0).
 * Source: unrolling Fisher, eq. (32); Polyak & Juditsky 1992.
 *
 * @throws RangeError unless curvatures and rate are positive, 0 ≤ burnIn < steps integers, shapes match, and
 * the result is in the range of float64; UnstableError where H is not positive definite
 * @example
 * averagedIterate({curvatures: [1], noise: [[1]], learningRate: 1, steps: 10}).covariance.get(0, 0); // 0.1
 */
export function averagedIterate(options: AveragedIterateOptions & NoiseArgument): AveragedIterate {
  const given = withNoise<AveragedIterateOptions>("averagedIterate", options, [
    "hessian",
    "curvatures",
    "learningRate",
    "steps",
    "burnIn",
    "initial"
  ]);
  const frame = curvatureFrame(given);
  const h = frame.curvatures;
  const d = h.length;
  const noise = frame.into(semidefiniteMatrix("noise", given.noise, d));
  const eta = positive("learningRate", given.learningRate);
  const T = integer("steps", given.steps, 1);
  const B = integer("burnIn", given.burnIn ?? 0, 0, T - 1);
  const initial = frame.coordinates(
    vector("initial", given.initial ?? new Array<number>(d).fill(0), d)
  );
  const length = T - B;
  const sums = h.map(x => carried(sumLessProduct(1, 0, eta, x), T, B));
  const mean = h.map((x, i) => (sumLessProduct(1, 0, eta, x) * sums[i][0] * initial[i]) / length);
  const covariance = Matrix.zeros(d, d);
  for (let i = 0; i < d; i++)
    for (let j = i; j < d; j++) {
      let sum = 0;
      for (let s = 0; s < T; s++) sum += sums[i][s] * sums[j][s];
      const entry = (eta * noise.get(i, j) * eta * sum) / (length * length);
      covariance.set(i, j, entry);
      covariance.set(j, i, entry);
    }
  return {
    mean: frame.vector(mean).map(x => inRange("the mean", x)),
    covariance: frame.out(inRange("the covariance", covariance))
  };
}

/** c(s) for s = 1 … T at index s − 1, backwards: c(s) = [s > B] + a c(s+1). */
function carried(a: number, T: number, B: number): Float64Array {
  const c = new Float64Array(T);
  let next = 0;
  for (let s = T; s >= 1; s--) {
    next = (s > B ? 1 : 0) + a * next;
    c[s - 1] = next;
  }
  return c;
}
