import {type MatrixLike, matrix} from "../check.js";
import {inverseMillsRatio, logNormalCdf} from "../statistics/inverseMillsRatio.js";
import {binaryLabels} from "./logisticRegression.js";
import {generalisedLinearProblem, type Problem} from "./problem.js";

/**
 * Probit regression of binary labels
 *
 *     ℓᵢ(w) = −log Φ(zᵢ),   zᵢ = sᵢ xᵢᵀw,   sᵢ = 2yᵢ − 1
 *     ∇ℓᵢ = −sᵢ r(zᵢ) xᵢ,   ∇²ℓᵢ = r(r + zᵢ) xᵢxᵢᵀ,   r(z) = φ(z)/Φ(z)
 *
 * `features` is n×d (add a column of ones for an intercept), `labels` holds n zeros and ones.
 *
 * @throws RangeError on mismatched lengths or a label other than 0 and 1.
 * @example
 * probitRegression([[1], [1]], [0, 1]).hessian([0]); // [[2/π]]
 */
export function probitRegression(features: MatrixLike, labels: readonly number[]): Problem {
  const x = matrix("features", features);
  binaryLabels(labels, x.rows);
  return generalisedLinearProblem(x, (predictor, i) => {
    const sign = 2 * labels[i] - 1;
    const z = sign * predictor;
    const ratio = inverseMillsRatio(z);
    return {value: -logNormalCdf(z), slope: -sign * ratio, curvature: ratio * (ratio + z)};
  });
}
