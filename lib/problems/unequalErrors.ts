import {Matrix} from "ml-matrix";
import {integer, numberIn, positive} from "../check.js";
import type {NoiseSource} from "../random/source.js";

/** Inputs (1, u), as often each. */
const inputs = [-1.5, -0.5, 0.5, 1.5];
/** E u². */
const inputVariance = 1.25;

/** A straight line fitted by least squares whose model of the errors can be wrong. */
export interface UnequalErrors {
  /** H: Hessian of the mean loss, per sample. */
  readonly hessian: Matrix;
  /** G: covariance of one sample's gradient at the optimum, given its input. */
  readonly noise: Matrix;
  /** Draws m data sets of n = 4·repeats samples and returns √n θ̂ of each, 2m numbers. */
  estimates(options: {dataSets: number; repeats: number; source: NoiseSource}): Float64Array;
}

/**
 * Least squares for y = θ₁ + θ₂u + e, θ = 0, with u ∈ {−3/2, −1/2, 1/2, 3/2} equally often, and
 * errors whose deviation depends on u:
 *
 *     ℓ = (c/2)(θ₁ + θ₂u − y)²,   Var(e | u) = (1 + su)²/(1 + 5s²/4)
 *     H = c E[xxᵀ],   G = c² E[Var(e | u) xxᵀ],   Cov √n θ̂ = H⁻¹GH⁻¹ for every n = 4, 8, …
 *
 * The errors have mean variance 1. For c = 1 the loss is a negative log-likelihood with unit variance,
 * correctly specified if s = 0, where G = H. Neither c nor n moves the law of θ̂.
 *
 * @param options.skew s ∈ [−1, 1].
 * @param options.lossScale c > 0, default 1.
 * @throws RangeError outside these ranges.
 * @example unequalErrors({skew: 0}).noise; // [[1, 0], [0, 1.25]], equal to its hessian
 */
export function unequalErrors({
  skew,
  lossScale = 1
}: {
  skew: number;
  lossScale?: number;
}): UnequalErrors {
  const s = numberIn("skew", skew, "[−1, 1]", x => x >= -1 && x <= 1);
  const c = positive("lossScale", lossScale);
  const unit = Math.sqrt(1 + s * s * inputVariance);
  const deviations = inputs.map(u => (1 + s * u) / unit);
  const average = (weight: (i: number) => number) => {
    const sums = [0, 0, 0];
    inputs.forEach((u, i) => {
      const w = weight(i) / inputs.length;
      sums[0] += w;
      sums[1] += w * u;
      sums[2] += w * u * u;
    });
    return new Matrix([
      [sums[0], sums[1]],
      [sums[1], sums[2]]
    ]);
  };
  return {
    hessian: average(() => c),
    noise: average(i => c * c * deviations[i] * deviations[i]),
    estimates({dataSets, repeats, source}) {
      integer("dataSets", dataSets, 1);
      integer("repeats", repeats, 1);
      const n = inputs.length * repeats;
      const values = new Float64Array(2 * dataSets);
      const scale = Math.sqrt(n) / n;
      for (let k = 0; k < dataSets; k++) {
        let sum = 0;
        let weighted = 0;
        for (let i = 0; i < inputs.length; i++)
          for (let r = 0; r < repeats; r++) {
            const error = deviations[i] * source.next();
            sum += error;
            weighted += inputs[i] * error;
          }
        // E[xxᵀ] = diag(1, 5/4): the normal equations are solved by two divisions.
        values[2 * k] = scale * sum;
        values[2 * k + 1] = (scale * weighted) / inputVariance;
      }
      return values;
    }
  };
}
