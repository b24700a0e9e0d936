import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import * as cases from "../cases/escape.js";
import type {AtRate} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** a D^p/(l+1)² at the listed D, with the exponent p(d): a = l = 1. */
const growing =
  (power: (d: number) => number) =>
  ({decay}: cases.Decay) =>
    cases.sizes.map(D => D ** power(decay) / 4);

/** p = min(2d−1, 1). */
export const growth = growing(d => Math.min(2 * d - 1, 1));

/** p = 2d−1, (20). */
export const growthPrinted = growing(d => 2 * d - 1);

/** p = d. */
export const growthOther = growing(d => d);

/** 2/(2−λk₁) for every D. */
export const bounded = ({step}: cases.Late) => 2 / (2 - step);

/** a′D^(2d−1) with a′ of (65) for C ∝ K. */
export const unbounded = ({step, decay: d, dimension: D}: cases.Late) => {
  const small = D ** -d;
  const amplified = 1 / (2 - step) + (D - 1) / (2 - step * small);
  return (((2 - step) * amplified) / (1 + (D - 1) * small)) * D ** (2 * d - 1);
};

/** 1/(2−λk₁). */
export const boundedHalf = ({step}: cases.Late) => 1 / (2 - step) / 2;

/** The ratio to isotropic noise is 1 at least while C leans to the stiff direction. */
export const helps = () => cases.rotated.angles.map(() => 1);

/** Markov's bound E/δ for one kick of ±m with probability p, and for a normal one. */
const markov = (factor: number) => (): Numbers => {
  const {curvature: k, rate, probability, size, barriers} = cases.kicks;
  const loss = (k * rate ** 2 * size ** 2) / 2;
  return {
    "a rare kick": [factor * probability],
    "normal kicks": barriers.map(x => factor / x),
    "E of the rare kick": [factor * loss * probability]
  };
};

export const markovBound = markov(1);
export const markovHalf = markov(1 / 2);

/** (58) in one dimension with noise of variance 1. */
export const white = ({curvature, rate, steps}: cases.Coloured) =>
  escapeEfficiency({hessian: [[curvature]], noise: [[1]], learningRate: rate, steps});

/** Half of (58). */
export const whiteHalf = (each: cases.Coloured) => 0.5 * white(each);

/** ±λ Σ (1−λk)ⁱ ηₜ₋₁₋ᵢ for the listed noise. */
const unrolled =
  (sign: number) =>
  ({curvature, rate, kicks}: cases.GivenKicks) =>
    sign *
    rate *
    kicks.reduce((sum, _, i) => sum + (1 - rate * curvature) ** i * kicks[kicks.length - 1 - i], 0);

export const unrolledMinus = unrolled(-1);
export const unrolledPlus = unrolled(1);

/** The sum in the other order of time. */
export const unrolledBackwards = (each: cases.GivenKicks) =>
  unrolledMinus({...each, kicks: each.kicks.toReversed()});

/** (18) at the printed rates. */
export const figure = ({learningRate: x}: AtRate) =>
  cases.figureFiveSteps.map(t => (x / 4) * ((1 - (1 - x) ** (2 * t)) / (1 - x / 2)));

/** (19). */
export const figureContinuous = ({learningRate: x}: AtRate) =>
  cases.figureFiveSteps.map(t => (x / 4) * (1 - Math.exp(-2 * x * t)));
