import {type MatrixLike, symmetricMatrix} from "../check.js";
import {misspecifiedLogit} from "./probitTruth.js";

/**
 * ‖H⋆ − J⋆‖/‖J⋆‖ in the Frobenius norm, of `all` entries and of the `diagonal`, for a logistic fit to the
 * probit P(y = 1 | x) = Φ(β₀ᵀx) with features x ~ N(0, S).
 *
 * With s² = β₀ᵀSβ₀ and v = Sβ₀/s both matrices are e S + (a − e) vvᵀ, a and e as along and across the truth
 * for features of covariance I. Neither ratio exceeds the larger of |aH − aJ|/aJ and |eH − eJ|/eJ, r say:
 * −rJ ⪯ H − J ⪯ rJ, and Tr (rJ − A)(rJ + A) ≥ 0 gives ‖A‖ ≤ r‖J‖.
 *
 * @throws RangeError unless S is symmetric, of the order of β₀, and β₀ᵀSβ₀ > 0.
 * @example correlatedMisfit({covariance: [[100, 0], [0, 1]], weights: [0.1, 0]}).diagonal; // 0.0458
 */
export function correlatedMisfit({
  covariance,
  weights
}: {
  covariance: MatrixLike;
  weights: readonly number[];
}): {all: number; diagonal: number} {
  const S = symmetricMatrix("covariance", covariance, weights.length);
  const pulled = weights.map((_, i) => weights.reduce((sum, w, j) => sum + S.get(i, j) * w, 0));
  const length = Math.sqrt(pulled.reduce((sum, p, i) => sum + p * weights[i], 0));
  const {noise, curvature} = misspecifiedLogit({length});
  const entry = (along: number, across: number, i: number, j: number) =>
    across * S.get(i, j) + ((along - across) * pulled[i] * pulled[j]) / length ** 2;
  const sums = {all: [0, 0], diagonal: [0, 0]};
  weights.forEach((_, i) => {
    weights.forEach((_, j) => {
      const J = entry(noise.along, noise.across, i, j);
      const H = entry(curvature.along, curvature.across, i, j);
      for (const sum of i === j ? [sums.all, sums.diagonal] : [sums.all]) {
        sum[0] += (H - J) ** 2;
        sum[1] += J ** 2;
      }
    });
  });
  return {
    all: Math.sqrt(sums.all[0] / sums.all[1]),
    diagonal: Math.sqrt(sums.diagonal[0] / sums.diagonal[1])
  };
}
