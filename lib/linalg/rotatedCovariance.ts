import {Matrix} from "ml-matrix";
import {numberIn} from "../check.js";
import {cos} from "../elementary/cos.js";
import {sin} from "../elementary/sin.js";

/** π/180, rounded. */
const radian = 0.017453292519943295;

/**
 * A root C of the covariance of `rotatedCovariance`, C Cᵀ = R diag(v) Rᵀ
 *
 *     C = R diag(√v₁, √v₂),   R = [[cos φ, −sin φ], [sin φ, cos φ]]
 *
 * φ in degrees, |φ| ≤ 360. The same bits on every engine.
 *
 * @throws RangeError on a negative variance or an angle out of range.
 * @example rotatedFactor([4, 1], 0); // [[2, 0], [0, 1]], up to the sign of a zero
 */
export function rotatedFactor(
  variances: readonly [number, number],
  degrees: number
): [[number, number], [number, number]] {
  const [a, b] = variances.map((v, i) => numberIn(`variances[${i}]`, v, "[0, ∞)", x => x >= 0));
  const angle = numberIn("degrees", degrees, "[−360, 360]", x => x >= -360 && x <= 360) * radian;
  const [c, s] = [cos(angle), sin(angle)];
  const [p, q] = [Math.sqrt(a), Math.sqrt(b)];
  return [
    [c * p, -s * q],
    [s * p, c * q]
  ];
}

/**
 * The 2×2 covariance with variance v₁ along the direction φ and v₂ across it
 *
 *     R(φ) diag(v₁, v₂) R(φ)ᵀ
 *
 * φ in degrees, counter-clockwise from the first axis. Source: Fisher, Experiments 2 and 3.
 *
 * @throws RangeError on a negative variance or an angle out of range.
 * @example rotatedCovariance([1.5, 0.5], 45); // [[1, ½], [½, 1]]
 */
export function rotatedCovariance(variances: readonly [number, number], degrees: number): Matrix {
  const [[a, b], [c, d]] = rotatedFactor(variances, degrees);
  const across = a * c + b * d;
  return new Matrix([
    [a * a + b * b, across],
    [across, c * c + d * d]
  ]);
}

/**
 * The direction of the long axis of a 2×2 covariance, in degrees within (−90, 90]
 *
 *     φ = ½ arg(Σ₁₁ − Σ₂₂ + 2iΣ₁₂)
 *
 * 0 for a multiple of the identity, which has no long axis.
 *
 * @throws RangeError unless Σ is 2×2.
 * @example principalAngle(rotatedCovariance([1.5, 0.5], 30)); // 30
 */
export function principalAngle(covariance: Matrix): number {
  if (covariance.rows !== 2 || covariance.columns !== 2)
    throw new RangeError(`covariance must be 2×2; got ${covariance.rows}×${covariance.columns}`);
  const across = covariance.get(0, 1) + covariance.get(1, 0);
  return Math.atan2(across, covariance.get(0, 0) - covariance.get(1, 1)) / (2 * radian);
}
