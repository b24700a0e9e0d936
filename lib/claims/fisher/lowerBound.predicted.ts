import {effectiveDimension} from "../../budgets/effectiveDimension.js";
import {godambeInformation} from "../../noise/godambeInformation.js";
import {sandwichCovariance} from "../../noise/sandwichCovariance.js";
import {
  exchangeable,
  halfWidths,
  noisyPairs,
  oracles,
  planePairs,
  spikes,
  transcripts,
  vanTreesCases
} from "../boundCases.js";
import {binaryModel, commutingPairs} from "../cases.js";
import type {Numbers} from "../claim.js";
import {toMatrix} from "../printed/algebra.js";

/** π²/δ². */
export const leastInformation = (): Numbers =>
  Object.fromEntries(halfWidths.map(d => [`δ = ${d}`, [(Math.PI / d) ** 2]]));
/** Without the 4 of ∇log π = 2∇√π/√π. */
export const leastInformationOfRoot = (): Numbers =>
  Object.fromEntries(halfWidths.map(d => [`δ = ${d}`, [(Math.PI / d) ** 2 / 4]]));

const bounds = (cases: readonly {c: number; N: number; halfWidth: number}[], c?: number): Numbers =>
  Object.fromEntries(
    cases.map(each => [
      `c = ${each.c}, δ = ${each.halfWidth}, N = ${each.N}`,
      [(c ?? each.c) / each.N]
    ])
  );
export const enough = (): Numbers => bounds(vanTreesCases.enough);
export const tooFew = (): Numbers => bounds(vanTreesCases.tooFew);
/** c = 1. */
export const sharp = (): Numbers => bounds(vanTreesCases.enough, 1);

/** 1 + E Y = 1 and E YYᵀ = F. */
export function atTheOptimum(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const fisher = new Array<number>(d * d).fill(0);
  for (const x of inputs) {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    const weight = 1 / (2 + 2 * Math.cosh(logit)) / inputs.length;
    for (let k = 0; k < d * d; k++) fisher[k] += weight * x[Math.floor(k / d)] * x[k % d];
  }
  return {"1 + E Y and E YYᵀ": [...parameters.map(() => 1), ...fisher]};
}
/** With the observed second moment of the inputs over 4 for F. */
export function atTheOptimumLargest(): Numbers {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const moments = Array.from({length: d * d}, (_, k) =>
    inputs.reduce((sum, x) => sum + (x[Math.floor(k / d)] * x[k % d]) / 4 / inputs.length, 0)
  );
  return {"1 + E Y and E YYᵀ": [...parameters.map(() => 1), ...moments]};
}

const perOracle = (f: (h: number, g: number) => number): Numbers =>
  Object.fromEntries(
    oracles.map(({curvature, variance}) => [
      `h = ${curvature}, g = ${variance}`,
      [2 * f(curvature, variance)]
    ])
  );
/** N h²/g for N = 2. */
export const informations = (): Numbers => perOracle((h, g) => (h * h) / g);
/** N I₁ with I₁ = 1, which bounds g. */
export const budgets = (): Numbers => perOracle(() => 1);
/** h²g. */
export const informationsUpsideDown = (): Numbers => perOracle((h, g) => h * h * g);

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const variance = (x: number) => sigmoid(x) * (1 - sigmoid(x));
/** N p(1 − p). */
export const transcriptInformation = (): Numbers => ({
  "SGD on labels": [transcripts.calls * variance(transcripts.parameter)]
});
/** With the information at the first query. */
export const transcriptInformationAtQuery = (): Numbers => ({
  "SGD on labels": [transcripts.calls * variance(transcripts.start)]
});

export const coinEnough = (): Numbers => bounds([transcripts.enough]);
export const coinTooFew = (): Numbers => bounds([transcripts.tooFew]);
export const coinSharp = (): Numbers => bounds([transcripts.enough], 1);

const perCommon = (f: (common: number, n: number) => number): Numbers =>
  Object.fromEntries(exchangeable.map(({common, draws}) => [`τ² = ${common}`, [f(common, draws)]]));
/** N/(1 + Nτ²). */
export const mixtureInformation = (): Numbers => perCommon((common, n) => n / (1 + n * common));
/** N I₁. */
export const independentInformation = (): Numbers => perCommon((common, n) => n / (1 + common));

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

/** µ_G ≥ 0. */
export const coercive = (): Numbers =>
  Object.fromEntries(commutingPairs.map(({name}) => [name, [0]]));
export const coerciveInExperiments = (): Numbers => ({"Experiments 4 to 6": [0]});
