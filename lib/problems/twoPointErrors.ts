import {numberIn, positive} from "../check.js";

/**
 * Per-sample gradients at the optimum of the regression of `unequalErrors` whose errors are
 * ±(1 + su)/√(1 + 5s²/4), each as likely, for u ∈ {−3/2, −1/2, 1/2, 3/2}:
 *
 *     ψ = −c e (1, u)
 *
 * 8×2, equally likely, with mean zero and the covariance G of `unequalErrors`.
 *
 * @throws RangeError on a skew outside [−1, 1] or a lossScale that is not positive.
 * @example twoPointErrors({skew: 0}).length; // 8
 */
export function twoPointErrors({
  skew,
  lossScale = 1
}: {
  readonly skew: number;
  readonly lossScale?: number;
}): number[][] {
  const s = numberIn("skew", skew, "[−1, 1]", x => x >= -1 && x <= 1);
  const c = positive("lossScale", lossScale);
  const unit = Math.sqrt(1 + (5 * s * s) / 4);
  return [-1.5, -0.5, 0.5, 1.5].flatMap(u =>
    [1, -1].map(sign => {
      const error = (sign * (1 + s * u)) / unit;
      return [-c * error, -c * error * u];
    })
  );
}
