import {numberIn, positive} from "../check.js";
import {withNoise} from "../noise/noiseArgument.js";
import type {ConstantRate, LinearRun} from "../stationary/linearRun.js";
import {curvatureSum} from "./escapeEfficiency.js";

/**
 * Mean loss after the time of t updates in the continuous-time limit
 *
 *     E_c(t) = λ/4 Tr[(I − e^{−2λKt}) C]
 *
 * for dw = −Kw ds + √(λC) dW run to s = λt; `hessian` K and `noise` C are D×D and symmetric, C
 * already divided by the batch size; they need not commute. Any λ > 0 and any real t ≥ 0.
 * Source: finite-rate, eq. (19) (Zhu et al. 2019).
 *
 * @throws RangeError unless λ > 0 and steps ≥ 0, on matrices that do not match, a C with a negative
 * eigenvalue, or a loss beyond the range of float64.
 * @example
 * continuousEscapeEfficiency({hessian: [[1]], noise: [[1]], learningRate: 0.2, steps: 1e9}); // 0.05 = λ/4
 */
export function continuousEscapeEfficiency(options: LinearRun & {steps: number}): number {
  const {hessian, noise, learningRate, steps} = withNoise<ConstantRate & {steps: number}>(
    "continuousEscapeEfficiency",
    options,
    ["hessian", "learningRate", "steps"]
  );
  const lambda = positive("learningRate", learningRate);
  const t = numberIn("steps", steps, "[0, ∞)", x => x >= 0);
  return curvatureSum(hessian, noise, k => (-lambda / 4) * Math.expm1(-2 * lambda * k * t));
}
