import type {Matrix} from "ml-matrix";
import {closedNoise, type Labelled} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";
import type {NullRun, RowRun} from "../cases/walks.js";
import {minus, plus, times, toMatrix} from "../printed/algebra.js";
import {solveLinear} from "../printed/solveLinear.js";

/** K/S with K = E xxᵀ. */
export const hessianShaped = ({inputs, batchSize}: Labelled) => {
  const x = toMatrix(inputs);
  return times(1 / (inputs.length * batchSize), x.transpose(), x);
};

/** K instead of K/S. */
export const hessianItself = (labelled: Labelled) => hessianShaped({...labelled, batchSize: 1});

/**
 * Equation (7) with C = C(Σ) = (E xxᵀΣxxᵀ − KΣK + E ε²xxᵀ)/S, the mean over the stationary law of what
 * batches of a regression have, solved for Σ. `part` is how much of C may depend on Σ.
 */
const selfConsistent = (part: number) => (run: RowRun) => {
  const {learningRate: rate, momentum: mu, inputs, weights, deviations, batchSize} = run;
  const outers = inputs.map(x => toMatrix(x.map(a => x.map(b => a * b))));
  const mean = (f: (xx: Matrix, i: number) => Matrix) =>
    plus(...outers.map((xx, i) => times(weights[i], f(xx, i))));
  const K = mean(xx => xx);
  const atMinimum = mean((xx, i) => times(deviations[i] ** 2, xx));
  return solveLinear(
    S =>
      plus(
        times((-(1 + mu ** 2) / (1 - mu ** 2)) * rate ** 2, K, S, K),
        times((mu / (1 - mu ** 2)) * rate ** 2, plus(times(K, K, S), times(S, K, K))),
        times((1 - mu) * rate, plus(times(K, S), times(S, K))),
        times(
          (-part * rate ** 2) / batchSize,
          minus(
            mean(xx => times(xx, S, xx)),
            times(K, S, K)
          )
        )
      ),
    times(rate ** 2 / batchSize, atMinimum)
  );
};

export const stateDependent = selfConsistent(1);

/** C of the minimum. */
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

/** Mean variance in the null space of K after t steps: tλ²σ² under white noise, none under C = aK. */
export const diffusing = ({variance, rate, steps}: NullRun) => [steps * rate ** 2 * variance, 0];

/** A null space in which noise averages out. */
export const bounded = ({variance, rate}: NullRun) => [rate ** 2 * variance, 0];

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
  return [root * root, root * root];
};

/** −ln(P(|x| > 2000)/P(|x| > 1000))/ln 2 + 1. */
export const tail = () => 5;
export const tailOther = () => 4;
