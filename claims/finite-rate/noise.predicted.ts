import {closedNoise, degenerate, type FreshRun, type Labelled} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {K as hessianOf, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

/** K/S with K = E xxᵀ. */
export const hessianShaped = ({inputs, batchSize}: Labelled) => {
  const x = toMatrix(inputs);
  return times(1 / (inputs.length * batchSize), x.transpose(), x);
};

/** K instead of K/S. */
export const hessianItself = (labelled: Labelled) => hessianShaped({...labelled, batchSize: 1});

/**
 * Equation (7) with C = C(Σ) = (KΣK + Tr(KΣ)K + σ²K)/S, what batches of a regression on Gaussian
 * inputs have by Isserlis' theorem, solved for Σ. `part` is how much of C may depend on Σ.
 */
const selfConsistent = (part: number) => (run: FreshRun) => {
  const {learningRate: rate, momentum: mu, labelVariance, batchSize} = run;
  const K = hessianOf(run);
  return solveLinear(
    S =>
      plus(
        times((-(1 + mu ** 2) / (1 - mu ** 2)) * rate ** 2, K, S, K),
        times((mu / (1 - mu ** 2)) * rate ** 2, plus(times(K, K, S), times(S, K, K))),
        times((1 - mu) * rate, plus(times(K, S), times(S, K))),
        times((-part * rate ** 2) / batchSize, plus(times(K, S, K), times(times(K, S).trace(), K)))
      ),
    times((rate ** 2 * labelVariance) / batchSize, K)
  );
};

export const stateDependent = selfConsistent(1);

/** C = σ²K/S, its value at the minimum. */
export const stateIndependent = selfConsistent(0);

const shaped =
  (variance: number) =>
  ({learningRate: x}: AtRate) =>
    (variance * x) / (2 - x);

/** λ/(2−λ) times ν/(ν−2) = 2 for Student's t of ν = 4. */
export const heavyTailed = shaped(2);
export const heavyTailedAsNormal = shaped(1);

/** λ/(2−λ) times 2ν = 6 for χ² of ν = 3. */
export const skewed = shaped(6);
export const skewedContinuous = ({learningRate}: AtRate) => 3 * learningRate;

/** Variances in the null space of K under white noise, tλ²σ², and along its range under C = aK. */
const nullSpace =
  (along: (t: number) => number) =>
  ({steps: t}: {steps: number}) => {
    const {curvature: k, variance, rate} = degenerate;
    return [
      along(t) * rate ** 2 * variance,
      0,
      ((variance * rate) / (2 - rate * k)) * (1 - (1 - rate * k) ** (2 * t))
    ];
  };

export const diffusing = nullSpace(t => t);

/** A null space in which noise averages out. */
export const bounded = nullSpace(() => 1);

/** Σₜ of w ← (1 − λ)w − λη by (6) in time, C(Σ) = 1 + cΣ; the same for both laws of the noise. */
const closure =
  (share: number) =>
  ({learningRate: x}: AtRate) => {
    let sigma = 0;
    for (let t = 0; t < closedNoise.steps; t++)
      sigma = (1 - x) ** 2 * sigma + x ** 2 * (1 + share * sigma);
    return [sigma, sigma];
  };
export const quadraticClosure = closure(1 / 4);
export const quadraticClosureOther = closure(1 / 2);

/** λ = 1, C(w) = 1 + |w|/2 closed by E|w| = √Σ, as for η = ±√C: Σ = 1 + √Σ/2. */
export const kinkedClosure = () => {
  const root = (1 / 2 + Math.sqrt(1 / 4 + 4)) / 2;
  return root * root;
};

/** −ln(P(|x| > 2000)/P(|x| > 1000))/ln 2 + 1. */
export const tail = (): Numbers => ({"density's exponent": [5]});
export const tailOther = (): Numbers => ({"density's exponent": [4]});
