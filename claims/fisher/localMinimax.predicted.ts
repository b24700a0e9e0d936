import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {godambeInformation} from "../../lib/noise/godambeInformation.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {noisyPairs, planePairs, spikes, stiffOfHundred} from "../cases/bound.js";
import type {Numbers} from "../ledger/claim.js";
import {toMatrix} from "../printed/algebra.js";

export const dimensions = (): Numbers =>
  Object.fromEntries(planePairs.map(({name}) => [name, [2]]));

export const effectiveDimensions = (): Numbers =>
  Object.fromEntries(planePairs.map(({name, metric}) => [name, [effectiveDimension(metric)]]));

const dimension = 100;

const perSpike = (f: (kappa: number) => number): Numbers =>
  Object.fromEntries(spikes.map(kappa => [`κ = ${kappa}`, [f(kappa)]]));

/** Σ x²/(2x − 1)/d for x = 100 and x = 1, at η₀ = 1/µ_F. */
const perStiff = (part: (x: number) => number): Numbers =>
  Object.fromEntries(
    stiffOfHundred.map(m => [
      `${m} stiff of 100`,
      [(m * part(100) + (dimension - m) * part(1)) / dimension]
    ])
  );
export const gapsAtFixedCondition = () => perStiff(x => x ** 2 / (2 * x - 1));

/** As if only the stiffest direction counted, or all alike. */
export const gapsOfLargest = () => perStiff(() => 100 ** 2 / (2 * 100 - 1));

/** d_eff/d: a gap that tightens with d_eff. */
export const gapsPrinted = (): Numbers =>
  perSpike(kappa => (kappa + dimension - 1) / kappa / dimension);

const perMetric = (f: (pair: (typeof noisyPairs)[number], metric: "G" | "J") => number): Numbers =>
  Object.fromEntries(
    noisyPairs.flatMap(pair =>
      (["G", "J"] as const).map(metric => [`${pair.name}, metric ${metric}`, [f(pair, metric)]])
    )
  );

/** Tr M H⁻¹GH⁻¹. */
export const localBounds = (): Numbers =>
  perMetric(({hessian, noise}, metric) => {
    const sandwich = sandwichCovariance(hessian, noise);
    const m = metric === "G" ? toMatrix(noise) : godambeInformation(hessian, noise);
    return m.mmul(sandwich).trace();
  });

/** d in either metric. */
export const dimensionBounds = (): Numbers => perMetric(({hessian}) => hessian.length);

/** Tr MH⁻¹. */
export const curvatureBounds = (): Numbers =>
  perMetric(({hessian, noise}, metric) => {
    const m = metric === "G" ? toMatrix(noise) : godambeInformation(hessian, noise);
    return m.mmul(sandwichCovariance(hessian, hessian)).trace();
  });
