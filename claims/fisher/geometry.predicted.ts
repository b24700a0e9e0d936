import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {binaryModel, commutingPairs, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";
import {entries, toMatrix} from "../printed/algebra.js";

/** (18), with the pair's noise for F. */
export const strongConvexity = (): Numbers =>
  perCase([...pairs, ...commutingPairs], ({hessian, noise}) => [
    fisherStrongConvexity(hessian, noise)
  ]);

/** (18) without the symmetric part: the eigenvalues of F^½HF^−½ are those of H. */
export const smallestCurvature = (): Numbers =>
  perCase([...pairs, ...commutingPairs], ({hessian}) => [symmetricEigen(hessian).values[0]]);

/** Remark 3.14, commuting: µ_F = λmin(H). */
export const smallestCurvatureCommuting = (): Numbers =>
  perCase(commutingPairs, ({hessian}) => [symmetricEigen(hessian).values[0]]);

/** µ_F taken from the eigenvalues of F. */
export const smallestInformation = (): Numbers =>
  perCase(commutingPairs, ({noise}) => [symmetricEigen(noise).values[0]]);

/** µ_F/λmin(H): never above 1, and somewhere clearly below. */
export const neverAbove = (): Numbers => ({
  "largest of 40 pairs": [1],
  "smallest of 40 pairs": [0.9]
});

/** Assumption 6.2: µ_F < 0 for some H, F ≻ 0. */
export const negative = (): Numbers => ({"µ_F of one pair": [-0.1]});

/** d_eff(F) and Tr F/λmin = κ_F d_eff. */
export const stableRank = (): Numbers =>
  perCase(pairs, ({noise}) => [effectiveDimension(noise), conditionTimesDimension(noise)]);

/** Tr F/‖F‖ with the Frobenius norm for the operator norm. */
export const frobeniusRank = (): Numbers =>
  perCase(pairs, ({noise}) => {
    const f = toMatrix(noise);
    return [f.trace() / Math.hypot(...entries(f)), conditionTimesDimension(noise)];
  });

const conditionTimesDimension = (f: number[][]) => fisherConditionNumber(f) * effectiveDimension(f);

/** F(θ) = E[p(1−p)xxᵀ] of a logistic regression. */
function informationAt(theta: readonly number[]): number[][] {
  const {inputs} = binaryModel;
  return theta.map((_, i) =>
    theta.map((_, j) =>
      inputs.reduce((sum, x) => {
        const p = 1 / (1 + Math.exp(-x.reduce((s, v, k) => s + v * theta[k], 0)));
        return sum + (p * (1 - p) * x[i] * x[j]) / inputs.length;
      }, 0)
    )
  );
}

/** κ_F‖F(θ) − F‖/‖F‖ at distances that shrink, or without κ_F. */
function frozen(withCondition: boolean): Numbers {
  const at = toMatrix(informationAt(binaryModel.parameters));
  const {values} = symmetricEigen(at);
  return Object.fromEntries(
    [0.3, 0.1, 0.03, 0.01].map(r => {
      const theta = binaryModel.parameters.map((x, i) => x + r * (i === 0 ? 0.6 : 0.8));
      const gap = symmetricEigen(toMatrix(informationAt(theta)).sub(at)).values;
      const size = Math.max(...Array.from(gap, Math.abs));
      return [`distance ${r}`, [size / values[withCondition ? 0 : values.length - 1]]];
    })
  );
}

export const frozenBounds = (): Numbers => frozen(true);

/** The monitor δ_F of §9.3. */
export const frozenMonitor = (): Numbers => frozen(false);

/** µ_G ≥ 0. */
export const coercive = (): Numbers => perCase(commutingPairs, () => [0]);
export const coerciveInExperiments = (): Numbers => ({"Experiments 4 to 6": [0]});
