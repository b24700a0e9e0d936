import {optimalBayesianLearningRate} from "../../lib/bayes/optimalBayesianLearningRate.js";
import {continuousEscapeEfficiency} from "../../lib/escape/continuousEscapeEfficiency.js";
import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import type {Turn} from "../cases/escape.js";
import type {ScalarRun, SteppedRun} from "../cases/optimisers.js";
import type {Posterior} from "../cases/problems.js";
import {C, eye, invert, K, minus, times} from "../printed/algebra.js";

/** (18), as printed with `power` for 2t. */
const discreteWith = (power: (t: number) => number) => (run: SteppedRun) => {
  const [k, lambda] = [K(run), run.rate];
  const one = eye(k.rows);
  let decay = one;
  const step = minus(one, times(lambda, k));
  for (let i = 0; i < power(run.steps); i++) decay = times(decay, step);
  const gap = invert(minus(one, times(lambda / 2, k)));
  return (lambda / 4) * times(gap, minus(one, decay), C(run)).trace();
};

/** (18). */
export const discrete = discreteWith(t => 2 * t);

export const libraryDiscrete = ({hessian, noise, rate, steps}: SteppedRun) =>
  escapeEfficiency({hessian, noise, learningRate: rate, steps});

/** (18) with t for 2t in the exponent. */
export const discreteHalf = discreteWith(t => t);

const continuousWith = (clock: number) => (run: ScalarRun) => {
  const {hessian, noise, rate: lambda} = run;
  const [k, c] = [K(run), C(run)];
  const at = (t: number) =>
    continuousEscapeEfficiency({hessian, noise, learningRate: lambda, steps: clock * t});
  return [
    at(1),
    at(4),
    (clock * lambda ** 2 * times(k, c).trace()) / 2,
    (lambda / 4) * c.trace(),
    (lambda ** 2 / 2) * times(k, c).trace(),
    (lambda / 2) * times(invert(minus(times(2, eye(k.rows)), times(lambda, k))), c).trace()
  ];
};

/** (19) at t, its slope at 0 and its limit for t → ∞, and the two limits of (18) that the text puts beside it. */
export const continuous = continuousWith(1);

/** (19) without the 2 in the exponent: the mean decays so, the covariance twice as fast. */
export const continuousHalf = continuousWith(0.5);

const flowed =
  (later: number) =>
  ({hessian, noise, rate, steps}: SteppedRun) =>
    continuousEscapeEfficiency({hessian, noise, learningRate: rate, steps: steps + later});

/** Corollary 4: E_c, which E_d is not below. */
export const atLeastContinuous = flowed(0);

/** E_c one step later. */
export const atLeastContinuousLater = flowed(1);

/** x = 1 + e^(−x) by Newton's method, at both t, and the smaller root of (1 − x)² = x/2. */
const newton = () => {
  let x = 1;
  for (let i = 0; i < 20; i++) x -= (x - 1 - Math.exp(-x)) / (1 + Math.exp(-x));
  return x;
};
const turning =
  (x: number) =>
  ({equation, steps}: Turn) =>
    steps.map(() => (equation === 61 ? x : 0.5));
export const ranges = turning(newton());

/** All of (0, 2). */
export const rangesAsPrinted = turning(2);
export const rangesOther = turning(Math.sqrt(2 * Math.LN2));

/** A sharper minimum has no less of it, in Löwner's order and along the axes, with C and with C = K. */
export const noLess = () => [1, 1, 1, 1];

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The root of (16) in (0, 2/k*), with `twice` for 2. */
const root =
  (twice: number) =>
  ({eigenvalues, datasetSize: N, batchSize: S}: Posterior) => {
    const excess = (lambda: number) =>
      ((N - twice * S) / S) * sum(eigenvalues.map(k => k / (2 - lambda * k))) +
      ((N - S) / S) * lambda * sum(eigenvalues.map(k => (k / (2 - lambda * k)) ** 2)) -
      eigenvalues.length / lambda;
    let [low, high] = [0, 2 / Math.max(...eigenvalues)];
    for (let i = 0; i < 200; i++) {
      const middle = (low + high) / 2;
      if (excess(middle) < 0) low = middle;
      else high = middle;
    }
    return low;
  };

/** (16). */
export const bayes = root(2);

export const libraryBayes = ({eigenvalues, datasetSize, batchSize}: Posterior) =>
  optimalBayesianLearningRate({eigenvalues, datasetSize, batchSize});

/** (16) with N − S for N − 2S. */
export const bayesOther = root(1);

/** λ* = 2(S/N) D/Tr K, Mandt’s. */
export const bayesLimit = ({eigenvalues, datasetSize: N, batchSize: S}: Posterior) =>
  2 * (S / N) * (eigenvalues.length / sum(eigenvalues));

/** Without the 2. */
export const bayesLimitHalf = (problem: Posterior) => bayesLimit(problem) / 2;
