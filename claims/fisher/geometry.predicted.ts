import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {fisherStrongConvexity} from "../../lib/budgets/fisherStrongConvexity.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import type {distances} from "../cases/geometry.js";
import type {Pair} from "../cases/pairs.js";
import {binaryModel} from "../cases/problems.js";
import {toMatrix} from "../printed/algebra.js";
import {logisticInformation} from "../printed/logisticInformation.js";

/** (18), with the pair's noise for F. */
export const strongConvexity = ({hessian, noise}: Pair) => fisherStrongConvexity(hessian, noise);

/** For F and for F⁻¹. */
export const strongConvexityOfBoth = (pair: Pair) => {
  const mu = strongConvexity(pair);
  return [mu, mu];
};

/**
 * λmin(H): µ_F where H and F commute (Remark 3.14); and (18) without the symmetric part, as the
 * eigenvalues of F^½HF^−½ are those of H.
 */
export const smallestCurvature = ({hessian}: Pair) => symmetricEigen(hessian).values[0];

export const smallestCurvatureTwice = (pair: Pair) => {
  const least = smallestCurvature(pair);
  return [least, least];
};

/** µ_F taken from the eigenvalues of F. */
export const smallestInformation = ({noise}: Pair) => symmetricEigen(noise).values[0];

/** A tenth less. */
export const smallerCurvature = (pair: Pair) => 0.9 * smallestCurvature(pair);

/** Assumption 6.2: µ_F < 0 for some H, F ≻ 0. */
export const negative = () => -0.1;

/** d_eff(F) and Tr F/λmin = κ_F d_eff. */
export const stableRank = ({noise}: Pair) => [
  effectiveDimension(noise),
  conditionTimesDimension(noise)
];

/** Tr F/‖F‖ with the Frobenius norm for the operator norm. */
export function frobeniusRank({noise}: Pair) {
  const f = toMatrix(noise);
  return [f.trace() / Math.hypot(...f.to1DArray()), conditionTimesDimension(noise)];
}

const conditionTimesDimension = (f: number[][]) => fisherConditionNumber(f) * effectiveDimension(f);

/** F(θ) of a logistic regression. */
const informationAt = (parameters: readonly number[]) =>
  logisticInformation({...binaryModel, parameters});

/** κ_F‖F(θ) − F‖/‖F‖, or without κ_F. */
const frozen =
  (withCondition: boolean) =>
  ({here, there}: (typeof distances)[number]) => {
    const at = toMatrix(informationAt(here));
    const {values} = symmetricEigen(at);
    const gap = symmetricEigen(toMatrix(informationAt(there)).sub(at)).values;
    const size = Math.max(...Array.from(gap, Math.abs));
    return size / values[withCondition ? 0 : values.length - 1];
  };

export const frozenBounds = frozen(true);

/** The monitor δ_F of §9.3. */
export const frozenMonitor = frozen(false);
