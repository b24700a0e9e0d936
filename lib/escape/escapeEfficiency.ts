import {integer, type MatrixLike, positive, symmetricMatrix} from "../check.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {inRange} from "../inRange.js";
import {positiveSemidefinite} from "../linalg/definite.js";
import {toMatrix} from "../linalg/dense.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {withNoise} from "../noise/noiseArgument.js";
import type {ConstantRate, LinearRun} from "../stationary/linearRun.js";

/**
 * Mean loss after t updates that start at the minimum
 *
 *     E_d(t) = E[L(w_t) − L(w_0)] = λ/4 Tr[(I − λK/2)⁻¹ (I − (I − λK)^{2t}) C]
 *            = λ²/2 Σ_{s<t} Tr[K (I − λK)^{2s} C]
 *
 * for L = ½wᵀKw and updates w ← w − λ(Kw + η), Cov η = C, white. `hessian` K and `noise` C are D×D
 * and symmetric, C already divided by the batch size; they need not commute. Any λ > 0 is
 * admissible, stable or not, and so is a K with eigenvalues ≤ 0: only λk = 2 is singular in the first
 * form, and the sum is evaluated there as t. Evaluated per
 * eigenvalue of K with expm1, so that small λk loses no digits. Source: finite-rate, Theorem 7,
 * eqs. (18), (58).
 *
 * @throws RangeError unless λ > 0 and steps is an integer ≥ 0, on matrices that do not match, a C with a
 * negative eigenvalue, or a loss beyond the range of float64, as unstable runs have it for large t.
 * @example
 * escapeEfficiency({hessian: [[1]], noise: [[1]], learningRate: 0.2, steps: 1}); // 0.02 = λ²/2
 */
export function escapeEfficiency(options: LinearRun & {steps: number}): number {
  const {hessian, noise, learningRate, steps} = withNoise<ConstantRate & {steps: number}>(
    "escapeEfficiency",
    options,
    ["hessian", "learningRate", "steps"]
  );
  const lambda = positive("learningRate", learningRate);
  const t = integer("steps", steps, 0);
  if (t === 0) return 0;
  return curvatureSum(hessian, noise, k => {
    const x = lambda * k;
    const excess = -x * sumLessProduct(2, 0, lambda, k);
    const growth =
      excess === 0
        ? t
        : excess < Infinity
          ? Math.expm1(t * Math.log1p(excess)) / excess
          : t === 1
            ? 1
            : Infinity;
    return (lambda * x * growth) / 2;
  });
}

/** Σ f(kᵢ) uᵢᵀCuᵢ over the eigenpairs of K. */
export function curvatureSum(
  hessian: MatrixLike,
  noise: MatrixLike,
  f: (curvature: number) => number
): number {
  const k = symmetricMatrix("hessian", hessian);
  const c = toMatrix(positiveSemidefinite("noise", noise, k.rows), k.rows);
  const {values, vectors} = symmetricEigen(k);
  let sum = 0;
  for (let i = 0; i < k.rows; i++) {
    const u = vectors.getColumnVector(i);
    const power = u.transpose().mmul(c).mmul(u).get(0, 0);
    if (power > 0) sum += power * f(values[i]);
  }
  return inRange("the mean loss", sum);
}
