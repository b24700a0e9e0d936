import {
  closedNoise,
  degenerate,
  freshRegression,
  type Labelled,
  otherwise,
  shapedRates,
  wellSpecified
} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

/** K/S with K = E xxᵀ. */
function hessianOver({inputs, batchSize}: Labelled): number[] {
  const x = toMatrix(inputs);
  return entries(times(1 / (inputs.length * batchSize), x.transpose(), x));
}

export const hessianShaped = (): Numbers => ({
  "labels of variance 1": hessianOver(wellSpecified)
});

/** K instead of K/S. */
export const hessianItself = (): Numbers => ({
  "labels of variance 1": hessianOver({...wellSpecified, batchSize: 1})
});

/** K/S where residuals are not of variance one at every x. */
export const hessianShapedOtherwise = (): Numbers =>
  Object.fromEntries(otherwise.map(([name, labelled]) => [name, hessianOver(labelled)]));

/**
 * Equation (7) with C = C(Σ) = (KΣK + Tr(KΣ)K + σ²K)/S, what batches of a regression on Gaussian
 * inputs have by Isserlis' theorem, solved for Σ. `part` is how much of C may depend on Σ.
 */
const selfConsistent = (part: number): Numbers => {
  const K = toMatrix(freshRegression.hessian);
  const {labelVariance, batchSize, rates} = freshRegression;
  return Object.fromEntries(
    rates.map(({rate, momentum: mu}) => {
      const equation = solveLinear(
        S =>
          plus(
            times((-(1 + mu ** 2) / (1 - mu ** 2)) * rate ** 2, K, S, K),
            times((mu / (1 - mu ** 2)) * rate ** 2, plus(times(K, K, S), times(S, K, K))),
            times((1 - mu) * rate, plus(times(K, S), times(S, K))),
            times(
              (-part * rate ** 2) / batchSize,
              plus(times(K, S, K), times(times(K, S).trace(), K))
            )
          ),
        times((rate ** 2 * labelVariance) / batchSize, K)
      );
      return [`λ = ${rate}, µ = ${mu}`, entries(equation)];
    })
  );
};

export const stateDependent = (): Numbers => selfConsistent(1);

/** C = σ²K/S, its value at the minimum. */
export const stateIndependent = (): Numbers => selfConsistent(0);

const shaped = (name: string, variance: number): Numbers =>
  Object.fromEntries(shapedRates.map(x => [`${name}, λ = ${x}`, [(variance * x) / (2 - x)]]));

/** λ/(2−λ) times ν/(ν−2) = 2 for Student's t of ν = 4. */
export const heavyTailed = (): Numbers => shaped("t(4)", 2);
export const heavyTailedAsNormal = (): Numbers => shaped("t(4)", 1);

/** λ/(2−λ) times 2ν = 6 for χ² of ν = 3. */
export const skewed = (): Numbers => shaped("χ²(3)", 6);
export const skewedContinuous = (): Numbers =>
  Object.fromEntries(shapedRates.map(x => [`χ²(3), λ = ${x}`, [3 * x]]));

/** Variances in the null space of K under white noise, tλ²σ², and along its range under C = aK. */
const nullSpace = (along: (t: number) => number): Numbers => {
  const {curvature: k, variance, rate, steps} = degenerate;
  return Object.fromEntries(
    steps.map(t => [
      `t = ${t}`,
      [
        along(t) * rate ** 2 * variance,
        0,
        ((variance * rate) / (2 - rate * k)) * (1 - (1 - rate * k) ** (2 * t))
      ]
    ])
  );
};

export const diffusing = (): Numbers => nullSpace(t => t);

/** A null space in which noise averages out. */
export const bounded = (): Numbers => nullSpace(() => 1);

/** Σₜ of w ← (1 − λ)w − λη by (6) in time, C(Σ) = 1 + cΣ; the same for both laws of the noise. */
const closure = (share: number): Numbers =>
  Object.fromEntries(
    closedNoise.rates.map(x => {
      let sigma = 0;
      for (let t = 0; t < closedNoise.steps; t++)
        sigma = (1 - x) ** 2 * sigma + x ** 2 * (1 + share * sigma);
      return [`λ = ${x}`, [sigma, sigma]];
    })
  );
export const quadraticClosure = (): Numbers => closure(1 / 4);
export const quadraticClosureOther = (): Numbers => closure(1 / 2);

/** λ = 1, C(w) = 1 + |w|/2 closed by E|w| = √Σ, as for η = ±√C: Σ = 1 + √Σ/2. */
export const kinkedClosure = (): Numbers => {
  const root = (1 / 2 + Math.sqrt(1 / 4 + 4)) / 2;
  return {"Σ at λ = 1": [root * root]};
};

/** −ln(P(|x| > 2000)/P(|x| > 1000))/ln 2 + 1. */
export const tail = (): Numbers => ({"density's exponent": [5]});
export const tailOther = (): Numbers => ({"density's exponent": [4]});
