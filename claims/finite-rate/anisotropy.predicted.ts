import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import {coloured, figureFive, kicks, rotated, spectrum} from "../cases/escape.js";
import type {Numbers} from "../ledger/claim.js";

/** a D^p/(l+1)² at the listed D, with the exponent p(d): a = l = 1. */
const growing = (power: (d: number) => number): Numbers =>
  Object.fromEntries(
    spectrum.decays.map(d => [`d = ${d}`, spectrum.sizes.map(D => D ** power(d) / 4)])
  );

/** p = min(2d−1, 1). */
export const growth = (): Numbers => growing(d => Math.min(2 * d - 1, 1));

/** p = 2d−1, (20). */
export const growthPrinted = (): Numbers => growing(d => 2 * d - 1);

/** p = d. */
export const growthOther = (): Numbers => growing(d => d);

/** 2/(2−λk₁) for every D. */
export const bounded = (): Numbers => late(() => 2 / (2 - spectrum.step));

/** a′D^(2d−1) with a′ of (65) for C ∝ K. */
export const unbounded = (): Numbers =>
  late(D => {
    const {step, lateDecay: d} = spectrum;
    const small = D ** -d;
    const amplified = 1 / (2 - step) + (D - 1) / (2 - step * small);
    return (((2 - step) * amplified) / (1 + (D - 1) * small)) * D ** (2 * d - 1);
  });

/** 1/(2−λk₁). */
export const boundedHalf = (): Numbers => late(() => 1 / (2 - spectrum.step) / 2);

const late = (of: (D: number) => number): Numbers =>
  Object.fromEntries(spectrum.dimensions.map(D => [`D = ${D}`, [of(D)]]));

/** The ratio to isotropic noise is 1 at least while C leans to the stiff direction. */
export const helps = (): Numbers =>
  Object.fromEntries(rotated.steps.map(t => [`t = ${t}`, rotated.angles.map(() => 1)]));

/** Markov's bound E/δ for one kick of ±m with probability p, and for a normal one. */
const markov = (factor: number): Numbers => {
  const {curvature: k, rate, probability, size, barriers} = kicks;
  const loss = (k * rate ** 2 * size ** 2) / 2;
  return {
    "a rare kick": [factor * probability],
    "normal kicks": barriers.map(x => factor / x),
    "E of the rare kick": [factor * loss * probability]
  };
};

export const markovBound = (): Numbers => markov(1);
export const markovHalf = (): Numbers => markov(1 / 2);

/** (58) in one dimension with noise of variance 1. */
const discrete = ({curvature, rate, steps}: typeof coloured, scale = 1): Numbers =>
  Object.fromEntries(
    steps.map(t => [
      `t = ${t}`,
      [
        scale *
          escapeEfficiency({hessian: [[curvature]], noise: [[1]], learningRate: rate, steps: t})
      ]
    ])
  );

export const white = (): Numbers => discrete(coloured);

/** Half of (58). */
export const whiteHalf = (): Numbers => discrete(coloured, 0.5);

/** −λ Σ (1−λk)ⁱ ηₜ₋₁₋ᵢ for the listed noise. */
const unrolled = (sign: number): Numbers => {
  const {curvature, rate} = coloured;
  const t = kicks.sequence.length;
  return {
    "w after four kicks": [
      sign *
        rate *
        kicks.sequence.reduce(
          (sum, _, i) => sum + (1 - rate * curvature) ** i * kicks.sequence[t - 1 - i],
          0
        )
    ]
  };
};

export const unrolledMinus = (): Numbers => unrolled(-1);
export const unrolledPlus = (): Numbers => unrolled(1);

/** The sum in the other order of time. */
export const unrolledBackwards = (): Numbers => {
  const {curvature, rate} = coloured;
  return {
    "w after four kicks": [
      -rate * kicks.sequence.reduce((sum, x, i) => sum + (1 - rate * curvature) ** i * x, 0)
    ]
  };
};

/** (18) at the printed rates. */
export const figure = (): Numbers =>
  curves((rate, t) => (1 - (1 - rate) ** (2 * t)) / (1 - rate / 2));

/** (19). */
export const figureContinuous = (): Numbers => curves((rate, t) => 1 - Math.exp(-2 * rate * t));

const curves = (of: (rate: number, t: number) => number): Numbers =>
  Object.fromEntries(
    figureFive.rates.map(rate => [
      `λ = ${rate}`,
      figureFive.steps.map(t => (rate / 4) * of(rate, t))
    ])
  );
