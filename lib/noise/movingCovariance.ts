import {Matrix} from "ml-matrix";
import {describe, integer, numberIn, optionsOf} from "../check.js";
import {square} from "../elementary/square.js";
import {inRange} from "../inRange.js";

/** A covariance that follows a stream of gradients. */
export interface MovingCovariance {
  add(gradient: ArrayLike<number>): void;
  /** The weighted mean of the gradients so far. */
  mean(): number[];
  /** Unbiased, d×d; throws before the second gradient. */
  covariance(): Matrix;
  /** 1/Σwᵢ²: how many equally weighted gradients the average is worth, → (2 − α)/α. */
  effectiveSamples(): number;
}

/**
 * Exponential moving average of a gradient covariance
 *
 *     m ← m + αδ,   S ← (1 − α)(S + αδδᵀ),   δ = ψ − m before the update,   Ĝ = S/(1 − Σwᵢ²)
 *
 * wᵢ are the weights of the gradients so far, (1−α)^{t−i}α and (1−α)^{t−1} for the first. The mean is
 * estimated with the same weights, which costs the share Σwᵢ² of the covariance: divided out, Ĝ is
 * unbiased for independent gradients from the second on. The printed Ĝ ← (1−α)Ĝ + α(ψ−ψ̄)(ψ−ψ̄)ᵀ is
 * unbiased only for ψ̄ the true mean; with the running mean it tends to 2/(2−α) G when ψ̄ is taken
 * before the update, 2(1−α)²/(2−α) G after it. Scale by the batch size for batch gradients.
 * Source: Fisher, §9.4; West 1979.
 *
 * @throws RangeError unless α in (0, 1) and d ≥ 1; on a gradient of the wrong length or not finite, and
 * on reading what has left the range of float64.
 * @example
 * const moving = movingCovariance({dimension: 1, alpha: 0.5});
 * for (const psi of [[1], [-1], [1]]) moving.add(psi);
 * moving.covariance(); // [[1.2]]
 */
export function movingCovariance(options: {dimension: number; alpha: number}): MovingCovariance {
  const {dimension, alpha} = optionsOf("movingCovariance", options, ["dimension", "alpha"]);
  const d = integer("dimension", dimension, 1);
  numberIn("alpha", alpha, "(0, 1)", a => a > 0 && a < 1);
  const mean = new Float64Array(d);
  const spread = new Float64Array(d * d);
  const delta = new Float64Array(d);
  let weightSquares = 0;
  let seen = 0;
  return {
    add(gradient) {
      checkGradient(gradient, d);
      const share = seen === 0 ? 1 : alpha;
      for (let i = 0; i < d; i++) delta[i] = gradient[i] - mean[i];
      for (let i = 0; i < d; i++) {
        mean[i] += share * delta[i];
        for (let j = 0; j < d; j++)
          spread[i * d + j] = (1 - share) * (spread[i * d + j] + share * delta[i] * delta[j]);
      }
      weightSquares = square(1 - share) * weightSquares + square(share);
      seen++;
    },
    mean: () => Array.from(inRange("the mean", mean)),
    covariance: () => {
      if (seen < 2) throw new RangeError(`gradients must number at least 2; got ${seen}`);
      const entries = spread.map(s => s / (1 - weightSquares));
      return Matrix.from1DArray(d, d, Array.from(inRange("the covariance", entries)));
    },
    effectiveSamples: () => (seen === 0 ? 0 : 1 / weightSquares)
  };
}

/** Checks a gradient's length and that it is finite. */
export function checkGradient(gradient: ArrayLike<number>, dimension: number): void {
  if (gradient?.length !== dimension)
    throw new RangeError(
      `gradient must have ${dimension} entries; got ${gradient?.length ?? describe(gradient)}`
    );
  for (let i = 0; i < dimension; i++)
    if (!Number.isFinite(gradient[i]))
      throw new RangeError(`gradient must be finite; got ${describe(gradient[i])} at ${i}`);
}
