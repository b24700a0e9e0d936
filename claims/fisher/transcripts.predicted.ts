import {exchangeable, oracles, transcripts} from "../cases/bound.js";
import {binaryModel} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

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

const perCommon = (f: (common: number, n: number) => number): Numbers =>
  Object.fromEntries(exchangeable.map(({common, draws}) => [`τ² = ${common}`, [f(common, draws)]]));

/** N/(1 + Nτ²). */
export const mixtureInformation = (): Numbers => perCommon((common, n) => n / (1 + n * common));

/** N I₁. */
export const independentInformation = (): Numbers => perCommon((common, n) => n / (1 + common));
