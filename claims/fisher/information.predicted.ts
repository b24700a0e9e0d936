import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {
  identifiableProjection,
  projectedCovariance
} from "../../lib/noise/identifiableProjection.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {binaryModel, countModel, estimatedPairs, flatPair, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, invert, toMatrix} from "../printed/algebra.js";

const {inputs, parameters} = binaryModel;
const probability = (x: readonly number[]) =>
  1 / (1 + Math.exp(-x.reduce((sum, v, i) => sum + v * parameters[i], 0)));

/** E xxᵀ w(x) over the inputs. */
function weighted(w: (p: number) => number): number[] {
  const d = parameters.length;
  return Array.from({length: d * d}, (_, k) =>
    inputs.reduce(
      (sum, x) => sum + (w(probability(x)) * x[Math.floor(k / d)] * x[k % d]) / inputs.length,
      0
    )
  );
}

/** F = E[p(1−p) xxᵀ] of a logistic regression. */
export const logisticInformation = (): Numbers => ({
  "logistic regression": weighted(p => p * (1 - p))
});

/** p² for p(1−p): the second moment of the label for its variance. */
export const logisticInformationUncentred = (): Numbers => ({
  "logistic regression": weighted(p => p)
});

/** E s = 0 as −1 + 1, and F = 1/λ, of a Poisson law in its mean. */
export const countIdentities = (): Numbers =>
  Object.fromEntries(countModel.means.map(m => [`mean ${m}`, [1, 1 / m, 1 / m]]));

/** As if the parameter were log λ. */
export const countIdentitiesLogarithmic = (): Numbers =>
  Object.fromEntries(countModel.means.map(m => [`mean ${m}`, [1, m, m]]));

/** λmin and λmax. */
export const metricBounds = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => {
      const {values} = symmetricEigen(noise);
      return [name, [values[0], values[values.length - 1]]];
    })
  );

/** Their roots: bounds for ‖u‖_F, not its square. */
export const metricBoundsOfNorm = (): Numbers =>
  Object.fromEntries(
    Object.entries(metricBounds()).map(([name, values]) => [name, values.map(Math.sqrt)])
  );

/** H⁻¹GH⁻¹ and HᵀG⁻¹H. */
export const sandwiches = (): Numbers =>
  Object.fromEntries(
    estimatedPairs.map(({name, hessian, noise}) => [
      name,
      [
        ...entries(sandwichCovariance(hessian, noise)),
        ...entries(godambeInformation(hessian, noise))
      ]
    ])
  );

/** H⁻¹ and H: a correct specification taken for granted. */
export const sandwichesOfLikelihood = (): Numbers =>
  Object.fromEntries(
    estimatedPairs.map(({name, hessian}) => [
      name,
      [...entries(invert(toMatrix(hessian))), ...hessian.flat()]
    ])
  );

/** J = HG⁻¹H. */
export const informations = (): Numbers =>
  Object.fromEntries(
    estimatedPairs.map(({name, hessian, noise}) => [
      name,
      entries(godambeInformation(hessian, noise))
    ])
  );

/** Remark 3.6 as printed: G⁻¹. */
export const inverseNoise = (): Numbers =>
  Object.fromEntries(
    estimatedPairs.map(({name, noise}) => [name, entries(invert(toMatrix(noise)))])
  );

/** The other order: G H⁻¹ G in place of H G⁻¹ H. */
export const informationsExchanged = (): Numbers =>
  Object.fromEntries(
    estimatedPairs.map(({name, hessian, noise}) => [
      name,
      entries(godambeInformation(noise, hessian))
    ])
  );

/** Π and ΠGΠ for a Hessian of rank two in three dimensions. */
export const projected = (): Numbers => ({
  "rank 2 of 3": [
    ...entries(identifiableProjection(flatPair.hessian).projection),
    ...entries(projectedCovariance(flatPair.hessian, flatPair.noise))
  ]
});

/** ΠG: the projection on one side only. */
export const projectedOnce = (): Numbers => {
  const {projection} = identifiableProjection(flatPair.hessian);
  const g = toMatrix(flatPair.noise);
  return {
    "rank 2 of 3": [...entries(projection), ...entries(projection.mmul(g))]
  };
};
