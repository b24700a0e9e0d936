import {effectiveDimension} from "../../budgets/effectiveDimension.js";
import {godambeInformation} from "../../noise/godambeInformation.js";
import {sandwichCovariance} from "../../noise/sandwichCovariance.js";
import {noisyPairs, planePairs, spikes} from "../boundCases.js";
import type {Numbers} from "../claim.js";
import {toMatrix} from "../printed/algebra.js";

export const dimensions = (): Numbers =>
  Object.fromEntries(planePairs.map(({name}) => [name, [2]]));

export const effectiveDimensions = (): Numbers =>
  Object.fromEntries(planePairs.map(({name, metric}) => [name, [effectiveDimension(metric)]]));

const dimension = 100;

/** min over η₀ of Σ x²/(2x − 1)/d, x = η₀λᵢ, by golden section. */
function leastGap(kappa: number): number {
  const gap = (eta0: number) =>
    ((eta0 * kappa) ** 2 / (2 * eta0 * kappa - 1) +
      ((dimension - 1) * eta0 ** 2) / (2 * eta0 - 1)) /
    dimension;
  let [low, high] = [0.5001, 2];
  for (let k = 0; k < 80; k++) {
    const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
    if (gap(p) < gap(q)) high = q;
    else low = p;
  }
  return gap(low);
}

const perSpike = (f: (kappa: number) => number): Numbers =>
  Object.fromEntries(spikes.map(kappa => [`κ = ${kappa}`, [f(kappa)]]));

export const gaps = (): Numbers => perSpike(leastGap);

/** d_eff/d: a gap that tightens with d_eff. */
export const gapsPrinted = (): Numbers =>
  perSpike(kappa => (kappa + dimension - 1) / kappa / dimension);

/** κd_eff/4d, the bound from below for the value itself. */
export const gapsFromBelow = (): Numbers =>
  perSpike(kappa => (kappa + dimension - 1) / 4 / dimension);

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
