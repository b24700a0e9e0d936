import {type MatrixLike, matrix} from "../check.js";
import {exp} from "../elementary/exp.js";
import {log1p} from "../elementary/log1p.js";
import {square} from "../elementary/square.js";
import {generalisedLinearProblem, type Problem} from "./problem.js";

/**
 * Logistic regression of binary labels
 *
 *     ℓᵢ(w) = log(1 + exp(−zᵢ)),   zᵢ = (2yᵢ − 1) xᵢᵀw
 *     ∇ℓᵢ = (σ(xᵢᵀw) − yᵢ) xᵢ,   ∇²ℓᵢ = σ(1 − σ) xᵢxᵢᵀ
 *
 * `features` is n×d (add a column of ones for an intercept), `labels` holds n zeros and ones.
 * Gradients and Hessians have the same bits on every engine (their exponential is our own).
 * ℓᵢ is the negative log-likelihood in nats per sample, so ∇ℓᵢ is minus the score.
 *
 * @throws RangeError on mismatched lengths or a label other than 0 and 1.
 * @example
 * const problem = logisticRegression([[1], [1]], [0, 1]);
 * problem.gradient([0]); // [0]
 * problem.hessian([0]); // [[0.25]]
 */
export function logisticRegression(features: MatrixLike, labels: readonly number[]): Problem {
  const x = matrix("features", features);
  binaryLabels(labels, x.rows);
  return generalisedLinearProblem(x, (predictor, i) => {
    const sign = 2 * labels[i] - 1;
    const margin = sign * predictor;
    const decay = exp(-Math.abs(margin));
    const miss = (margin > 0 ? decay : 1) / (1 + decay);
    return {
      value: log1p(decay) + Math.max(0, -margin),
      slope: -sign * miss,
      curvature: decay / square(1 + decay)
    };
  });
}

/** Checks that there are `samples` labels, each 0 or 1. */
export function binaryLabels(labels: readonly number[], samples: number): void {
  if (labels.length !== samples)
    throw new RangeError(
      `labels must have one entry per row of features, ${samples}; got ${labels.length}`
    );
  const wrong = labels.findIndex(y => y !== 0 && y !== 1);
  if (wrong >= 0) throw new RangeError(`labels must be 0 or 1; got ${labels[wrong]} at ${wrong}`);
}
