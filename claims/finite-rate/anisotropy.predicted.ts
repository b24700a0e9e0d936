import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import type {Aligned, Lean} from "../cases/anisotropy.js";
import * as cases from "../cases/escape.js";
import type {AtRate} from "../cases/problems.js";
import {C, K} from "../printed/algebra.js";

/** The largest a with u₁ᵀCu₁ ≥ ak₁ Tr C/Tr K. */
const alignment = ({dimension: D, tail, stiff, share}: Lean) =>
  share * (stiff + (D - stiff) * D ** -tail);

/** a D^p/(l+1)² with the exponent p(d), which the ratio is not below; and 1, which D over the ratio is not. */
const growing =
  (power: (d: number) => number) =>
  (lean: Lean): readonly [number, number] => [
    (alignment(lean) * lean.dimension ** power(lean.decay)) / (lean.stiff + 1) ** 2,
    1
  ];

/** p = min(2d−1, 1). */
export const growth = growing(d => Math.min(2 * d - 1, 1));

/** p = 2d−1, (20), as a lower bound. */
export const growthPrinted = growing(d => 2 * d - 1);

/** (20) as an upper bound with the constant 1000: what D over the ratio would have to reach. */
export const growthAsUpper = (lean: Lean) => [
  0,
  lean.dimension ** (2 - 2 * lean.decay) / (1000 * alignment(lean))
];

/** p = d. */
export const growthOther = growing(d => d);

/** 2/(2−λk₁) for every D. */
export const bounded = ({step}: Lean) => 2 / (2 - step);

/** a′D^(2d−1) with a′ of (65), over (l+1)² as after one step. */
export const unbounded = ({step, decay: d, tail, stiff, share, dimension: D}: Lean) => {
  const amplified = stiff / (2 - step) + (D - stiff) / (2 - step * D ** -tail);
  return (share * (2 - step) * amplified * D ** (2 * d - 1)) / (stiff + 1) ** 2;
};

/** 1/(2−λk₁). */
export const boundedHalf = ({step}: Lean) => 1 / (2 - step) / 2;

/** a₁a₂k₁ Tr C/Tr K with a₁ = c₁ Tr K/(k₁ Tr C) and a₂ = ⟨u₁, v₁⟩²; C has c₁ = 1. */
const overlapping = (a2: (overlap: number) => number) => (pair: Aligned) => {
  const [k, c] = [K(pair), C(pair)];
  const a1 = k.trace() / (k.get(0, 0) * c.trace());
  return (a1 * a2(pair.overlap) * k.get(0, 0) * c.trace()) / k.trace();
};
export const byAngle = overlapping(overlap => overlap);

/** Without the angle. */
export const byEigenvaluesAlone = overlapping(() => 1);

/** The ratio to isotropic noise is 1 at least. */
export const helps = () => 1;

/** Markov's bound E/δ for one kick of ±m with probability p, and for a normal one. */
const markov =
  (factor: number) =>
  ({of}: cases.Question) => {
    const {curvature: k, rate, probability, size, barriers} = cases.kicks;
    if (of === "tails") return barriers.map(x => factor / x);
    const loss = (k * rate ** 2 * size ** 2) / 2;
    return factor * (of === "mean" ? loss : 1) * probability;
  };

export const markovBound = markov(1);
export const markovHalf = markov(1 / 2);

/** (58) in one dimension with noise of variance 1. */
const white = ({curvature, rate, steps}: cases.Coloured) =>
  escapeEfficiency({hessian: [[curvature]], noise: [[1]], learningRate: rate, steps});

/** (57) with its cross-terms, E ηᵢηⱼ = ρ^|i−j|. */
const withCrossTerms = ({curvature: k, rate, steps, correlation: rho}: cases.Coloured) => {
  let sum = 0;
  for (let i = 0; i < steps; i++)
    for (let j = 0; j < steps; j++) sum += (1 - rate * k) ** (i + j) * rho ** Math.abs(i - j);
  return (rate * rate * k * sum) / 2;
};

/** Of white noise, skewed, and of Gaussian noise that is correlated. */
export const crossTerms = (each: cases.Coloured) => [white(each), withCrossTerms(each)];

/** If Gaussian noise had none. */
export const crossTermsPrinted = (each: cases.Coloured) => [white(each), white(each)];

/** Half of (58). */
export const crossTermsHalf = (each: cases.Coloured) => crossTerms(each).map(x => x / 2);

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
