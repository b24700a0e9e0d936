import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {
  identifiableProjection,
  projectedCovariance
} from "../../lib/noise/identifiableProjection.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import type {FlatPair, Pair} from "../cases/pairs.js";
import type {LogisticModel} from "../cases/problems.js";
import {invert, times, toMatrix} from "../printed/algebra.js";
import {logisticInformation} from "../printed/logisticInformation.js";

/** F = E[p(1−p) xxᵀ] of a logistic regression. */
export const likelihoodInformation = (model: LogisticModel) => logisticInformation(model);

/** p² for p(1−p): the second moment of the label for its variance. */
export const likelihoodInformationUncentred = (model: LogisticModel) =>
  logisticInformation(model, p => p);

/** E s = 0 as −1 + 1, and F = 1/λ, of a Poisson law in its mean. */
export const countIdentities = ({mean}: {mean: number}) => [1, 1 / mean, 1 / mean];

/** As if the parameter were log λ. */
export const countIdentitiesLogarithmic = ({mean}: {mean: number}) => [1, mean, mean];

/** λmin and λmax. */
export const metricBounds = ({noise}: Pair) => {
  const {values} = symmetricEigen(noise);
  return [values[0], values[values.length - 1]];
};

/** Their roots: bounds for ‖u‖_F, not its square. */
export const metricBoundsOfNorm = (pair: Pair) => metricBounds(pair).map(Math.sqrt);

/** H⁻¹GH⁻¹ and HᵀG⁻¹H. */
export const sandwich = ({hessian, noise}: Pair) => [
  sandwichCovariance(hessian, noise),
  godambeInformation(hessian, noise)
];

/** H⁻¹ and H: a correct specification taken for granted. */
export const sandwichOfLikelihood = ({hessian}: Pair) => [invert(toMatrix(hessian)), hessian];

/** J = HG⁻¹H. */
export const information = ({hessian, noise}: Pair) => godambeInformation(hessian, noise);

/** Remark 3.6 as printed: G⁻¹. */
export const inverseNoise = ({noise}: Pair) => invert(toMatrix(noise));

/** The other order: G H⁻¹ G in place of H G⁻¹ H. */
export const informationExchanged = ({hessian, noise}: Pair) => godambeInformation(noise, hessian);

/** Tr GH⁻¹GH⁻¹. */
export const riskInNoise = ({hessian, noise}: Pair) =>
  times(toMatrix(noise), sandwichCovariance(hessian, noise)).trace();

/** d, as for a likelihood. */
export const dimension = ({hessian}: Pair) => hessian.length;

/** Tr GH⁻¹. */
export const riskInNoiseOnce = ({hessian, noise}: Pair) =>
  times(toMatrix(noise), invert(toMatrix(hessian))).trace();

/** Π and ΠGΠ for a Hessian that is singular. */
export const projected = ({hessian, noise}: FlatPair) => [
  identifiableProjection(hessian).projection,
  projectedCovariance(hessian, noise)
];

/** ΠG: the projection on one side only. */
export const projectedOnce = ({hessian, noise}: FlatPair) => {
  const {projection} = identifiableProjection(hessian);
  return [projection, projection.mmul(toMatrix(noise))];
};
