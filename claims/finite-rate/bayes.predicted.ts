import {determinant, type Matrix} from "ml-matrix";
import type {Compared} from "../cases/posteriors.js";
import {type BayesianRegression, secondOrder} from "../cases/problems.js";
import {eye, invert, K, minus, plus, times, toMatrix} from "../printed/algebra.js";

const {datasetSize: N, batchSize: S} = secondOrder;
const ratio = (N - S) / S;

/** What `of` makes of K, 2I − λK and λ at one rate less at the other. */
const difference = (of: (k: Matrix, gap: Matrix, lambda: number) => number) => (pair: Compared) => {
  const [a, b] = pair.rates.map(lambda =>
    of(K(pair), minus(times(2, eye(pair.hessian.length)), times(lambda, K(pair))), lambda)
  );
  return a - b;
};

/** (53), its constants left out. */
export const divergencePrinted = difference(
  (k, gap, lambda) =>
    lambda * ratio * times(invert(gap), k).trace() -
    k.rows * Math.log(lambda) +
    Math.log(determinant(gap)) -
    k.rows
);

/** Half of (53), at one rate less at another. */
export const divergence = (pair: Compared) => divergencePrinted(pair) / 2;

const replaced = difference(
  (k, gap, lambda) =>
    (lambda * N * times(invert(gap), k).trace()) / S -
    k.rows * Math.log(lambda) +
    Math.log(determinant(gap))
);

/** N for N − S in the first term. */
export const divergenceReplaced = (pair: Compared) => replaced(pair) / 2;

const slope = (factor: number, share: number) => (pair: Compared) =>
  pair.rates.map(lambda => {
    const k = K(pair);
    const back = times(invert(minus(times(2, eye(k.rows)), times(lambda, k))), k);
    return (
      factor * (share * back.trace() + lambda * ratio * times(back, back).trace() - k.rows / lambda)
    );
  });

/** Half of (54), at both rates. */
export const derivative = slope(0.5, (N - 2 * S) / S);
export const derivativePrinted = slope(1, (N - 2 * S) / S);

/** N − S for N − 2S. */
export const derivativeOther = slope(0.5, ratio);

/** (15): (NK)⁻¹ and the minimiser, L = (1/N)Σlₙ with a share of the prior in each lₙ. */
export function posterior(regression: BayesianRegression): Matrix[] {
  const {inputs, outputs, noiseVariance, priorVariance} = regression;
  const x = toMatrix(inputs);
  const y = toMatrix(outputs.map(value => [value]));
  const samples = inputs.length;
  const k = plus(
    times(1 / (samples * noiseVariance), x.transpose(), x),
    times(1 / (samples * priorVariance), eye(2))
  );
  const best = times(1 / (samples * noiseVariance), invert(k), x.transpose(), y);
  return [best, times(1 / samples, invert(k))];
}

/** All of ln p(w) in each lₙ. */
export const posteriorRepeated = (regression: BayesianRegression) =>
  posterior({...regression, priorVariance: regression.priorVariance / regression.inputs.length});
