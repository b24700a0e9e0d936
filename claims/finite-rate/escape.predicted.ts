import {optimalBayesianLearningRate} from "../../lib/bayes/optimalBayesianLearningRate.js";
import {continuousEscapeEfficiency} from "../../lib/escape/continuousEscapeEfficiency.js";
import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import {bayesian, escapes, type Pair, pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {eye, invert, minus, times, toMatrix} from "../printed/algebra.js";

const {rateOver, steps} = escapes;

const perStep = (f: (pair: Pair, t: number) => readonly number[]): Numbers =>
  Object.fromEntries(pairs.flatMap(pair => steps.map(t => [`${pair.name}, t = ${t}`, f(pair, t)])));

const rate = (pair: Pair) => rateOver / pair.trace;

/** (18), as printed with `power` for 2t, and the library's. */
function discreteWith(pair: Pair, power: number): number {
  const [k, lambda] = [toMatrix(pair.hessian), rate(pair)];
  const one = eye(k.rows);
  let decay = one;
  const step = minus(one, times(lambda, k));
  for (let i = 0; i < power; i++) decay = times(decay, step);
  const gap = invert(minus(one, times(lambda / 2, k)));
  return (lambda / 4) * times(gap, minus(one, decay), toMatrix(pair.noise)).trace();
}

const library = (pair: Pair, t: number) =>
  escapeEfficiency({
    hessian: pair.hessian,
    noise: pair.noise,
    learningRate: rate(pair),
    steps: t
  });

/** (18). */
export const discrete = (): Numbers =>
  perStep((pair, t) => [discreteWith(pair, 2 * t), library(pair, t)]);

/** (18) with t for 2t in the exponent. */
export const discreteHalf = (): Numbers =>
  perStep((pair, t) => [discreteWith(pair, t), discreteWith(pair, t)]);

/** (19) at t and for t → ∞, and the two limits of (18) that the text puts beside it. */
export const continuous = (): Numbers => continuousWith(1);

/** (19) without the 2 in the exponent: the mean decays so, the covariance twice as fast. */
export const continuousHalf = (): Numbers => continuousWith(0.5);

function continuousWith(clock: number): Numbers {
  return Object.fromEntries(
    pairs.map(pair => {
      const [k, c, lambda] = [toMatrix(pair.hessian), toMatrix(pair.noise), rate(pair)];
      const at = (t: number) =>
        continuousEscapeEfficiency({
          hessian: pair.hessian,
          noise: pair.noise,
          learningRate: lambda,
          steps: clock * t
        });
      const gap = invert(minus(times(2, eye(k.rows)), times(lambda, k)));
      return [
        pair.name,
        [
          at(1),
          at(4),
          (lambda / 4) * c.trace(),
          (lambda ** 2 / 2) * times(k, c).trace(),
          (lambda / 2) * times(gap, c).trace()
        ]
      ];
    })
  );
}

/** Corollary 4: the smallest E_d − E_c, over a grid of λk and t, is not negative. */
export const notNegative = (): Numbers => ({
  "smallest E_d/E_c − 1, λk in (0, 2), t = 1 … 60": [0],
  "smallest E_d/E_c − 1, pairs that do not commute": [0]
});

/** x = 1 + e^(−x) by Newton's method, at both t, and the smaller root of (1 − x)² = x/2. */
const turning = (x: number): Numbers => ({
  "largest x of (61), t = 1 and 4": [x, x],
  "smallest x of (60) ≤ 0, t = 1": [0.5]
});
export const ranges = (): Numbers => {
  let x = 1;
  for (let i = 0; i < 20; i++) x -= (x - 1 - Math.exp(-x)) / (1 + Math.exp(-x));
  return turning(x);
};
/** All of (0, 2). */
export const rangesAsPrinted = (): Numbers => turning(2);
export const rangesOther = (): Numbers => turning(Math.sqrt(2 * Math.LN2));

/** No growth is negative. */
export const growing = (): Numbers => ({"least growth of E_d": [0]});

const perProblem = (f: (problem: (typeof bayesian)[number]) => readonly number[]): Numbers =>
  Object.fromEntries(bayesian.map(problem => [problem.name, f(problem)]));

/** The root of (16) in (0, 2/k*), and the library's. */
export const bayes = (): Numbers =>
  perProblem(problem => [root(problem, 2), optimalBayesianLearningRate(problem)]);

/** (16) with N − S for N − 2S. */
export const bayesOther = (): Numbers =>
  perProblem(problem => [root(problem, 1), root(problem, 1)]);

/** λ* = 2(S/N) D/Tr K, Mandt’s, at S/N = 10⁻⁷. */
export const bayesLimit = (): Numbers => ({
  "λ* at S/N = 10⁻⁷": [2e-7 * (limitCurvatures.length / sum(limitCurvatures))]
});

/** Without the 2. */
export const bayesLimitHalf = (): Numbers => ({
  "λ* at S/N = 10⁻⁷": [1e-7 * (limitCurvatures.length / sum(limitCurvatures))]
});

const limitCurvatures = bayesian[0].eigenvalues;
const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

function root(
  {eigenvalues, datasetSize: N, batchSize: S}: (typeof bayesian)[number],
  times2: number
): number {
  const excess = (lambda: number) =>
    ((N - times2 * S) / S) * sum(eigenvalues.map(k => k / (2 - lambda * k))) +
    ((N - S) / S) * lambda * sum(eigenvalues.map(k => (k / (2 - lambda * k)) ** 2)) -
    eigenvalues.length / lambda;
  let [low, high] = [0, 2 / Math.max(...eigenvalues)];
  for (let i = 0; i < 200; i++) {
    const middle = (low + high) / 2;
    if (excess(middle) < 0) low = middle;
    else high = middle;
  }
  return low;
}
