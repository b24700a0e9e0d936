import {Matrix} from "ml-matrix";
import {integer, numberIn} from "../check.js";
import {checkGradient} from "./movingCovariance.js";

/** Which mean a new gradient is compared with. */
export type MovingMean = "true" | "before" | "after";

/**
 * The exponential moving average of a gradient covariance as it is printed
 *
 *     Ĝ ← (1 − α) Ĝ + α (ψ − ψ̄)(ψ − ψ̄)ᵀ
 *
 * with ψ̄ the `true` mean (zero here), or the moving average m ← (1 − α)m + αψ `before` or `after` its
 * own update, which the text leaves open. Both start at zero. Its expectation tends to
 *
 *     G (true),   2/(2 − α) G (before),   2(1 − α)²/(2 − α) G (after)
 *
 * for independent gradients; `movingCovariance` divides the factor out. Source: Fisher, §9.4.
 *
 * @throws RangeError unless α in (0, 1) and d ≥ 1; on a gradient of the wrong length or not finite.
 * @example const moving = printedMovingCovariance({dimension: 2, alpha: 0.1, mean: "before"});
 */
export function printedMovingCovariance({
  dimension,
  alpha,
  mean
}: {
  dimension: number;
  alpha: number;
  mean: MovingMean;
}): {add(gradient: ArrayLike<number>): void; covariance(): Matrix} {
  const d = integer("dimension", dimension, 1);
  numberIn("alpha", alpha, "(0, 1)", a => a > 0 && a < 1);
  const m = new Float64Array(d);
  const spread = new Float64Array(d * d);
  const delta = new Float64Array(d);
  return {
    add(gradient) {
      checkGradient(gradient, d);
      for (let i = 0; i < d; i++) {
        const before = m[i];
        m[i] += alpha * (gradient[i] - before);
        delta[i] = gradient[i] - (mean === "true" ? 0 : mean === "before" ? before : m[i]);
      }
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++)
          spread[i * d + j] += alpha * (delta[i] * delta[j] - spread[i * d + j]);
    },
    covariance: () => Matrix.from1DArray(d, d, Array.from(spread))
  };
}
