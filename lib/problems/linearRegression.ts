import {type MatrixLike, matrix} from "../check.js";
import {generalisedLinearProblem, type Problem} from "./problem.js";

/**
 * Linear regression with half the squared error
 *
 *     ℓᵢ(w) = ½(xᵢᵀw − yᵢ)²,   ∇ℓᵢ = (xᵢᵀw − yᵢ) xᵢ,   ∇²ℓᵢ = xᵢxᵢᵀ
 *
 * `features` is n×d, `targets` holds n numbers. (A loss without the ½ doubles gradient and Hessian.)
 *
 * @throws RangeError on mismatched lengths or a target that is not finite.
 * @example
 * linearRegression([[1], [2]], [1, 1]).gradient([0]); // [−1.5]
 */
export function linearRegression(features: MatrixLike, targets: readonly number[]): Problem {
  const x = matrix("features", features);
  finiteTargets(targets, x.rows);
  return generalisedLinearProblem(x, (predictor, i) => {
    const error = predictor - targets[i];
    return {value: (error * error) / 2, slope: error, curvature: 1};
  });
}

/** Checks that there are `samples` targets, each finite. */
export function finiteTargets(targets: readonly number[], samples: number): void {
  if (targets.length !== samples)
    throw new RangeError(
      `targets must have one entry per row of features, ${samples}; got ${targets.length}`
    );
  const wrong = targets.findIndex(y => !Number.isFinite(y));
  if (wrong >= 0) throw new RangeError(`targets must be finite; got ${targets[wrong]} at ${wrong}`);
}
