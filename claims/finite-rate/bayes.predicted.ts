import {determinant, type Matrix} from "ml-matrix";
import {bayesianRegression, pairs, secondOrder} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {entries, eye, invert, minus, plus, times, toMatrix} from "../printed/algebra.js";

const {datasetSize: N, batchSize: S} = secondOrder;
const ratio = (N - S) / S;

/** λ Tr K of the two rates between which the divergence is compared. */
export const rates = [0.3, 1.1] as const;

const perPair = (f: (k: Matrix, rateOf: (x: number) => number) => readonly number[]): Numbers =>
  Object.fromEntries(
    pairs.slice(0, 2).map(pair => [pair.name, f(toMatrix(pair.hessian), x => x / pair.trace)])
  );

/** (53), its constants left out. */
function printedDivergence(k: Matrix, lambda: number): number {
  const gap = minus(times(2, eye(k.rows)), times(lambda, k));
  return (
    lambda * ratio * times(invert(gap), k).trace() -
    k.rows * Math.log(lambda) +
    Math.log(determinant(gap)) -
    k.rows
  );
}

const difference = (factor: number): Numbers =>
  perPair((k, rateOf) => [
    factor * (printedDivergence(k, rateOf(rates[0])) - printedDivergence(k, rateOf(rates[1])))
  ]);

/** Half of (53), at one rate less at another. */
export const divergence = (): Numbers => difference(0.5);
export const divergencePrinted = (): Numbers => difference(1);

/** N for N − S in the first term. */
export const divergenceReplaced = (): Numbers =>
  perPair((k, rateOf) => {
    const [a, b] = rates.map(x => {
      const lambda = rateOf(x);
      const gap = minus(times(2, eye(k.rows)), times(lambda, k));
      return (
        (lambda * N * times(invert(gap), k).trace()) / S -
        k.rows * Math.log(lambda) +
        Math.log(determinant(gap))
      );
    });
    return [(a - b) / 2];
  });

const slope = (factor: number, share: number): Numbers =>
  perPair((k, rateOf) =>
    rates.map(x => {
      const lambda = rateOf(x);
      const back = times(invert(minus(times(2, eye(k.rows)), times(lambda, k))), k);
      return (
        factor *
        (share * back.trace() + lambda * ratio * times(back, back).trace() - k.rows / lambda)
      );
    })
  );

/** Half of (54), at both rates. */
export const derivative = (): Numbers => slope(0.5, (N - 2 * S) / S);
export const derivativePrinted = (): Numbers => slope(1, (N - 2 * S) / S);

/** N − S for N − 2S. */
export const derivativeOther = (): Numbers => slope(0.5, ratio);

const {inputs, outputs, noiseVariance, priorVariance} = bayesianRegression;

/** (15): (NK)⁻¹ and the minimiser, L = (1/N)Σlₙ with a share of the prior in each lₙ. */
const posteriorWith = (shares: number): Numbers => {
  const x = toMatrix(inputs);
  const y = toMatrix(outputs.map(value => [value]));
  const samples = inputs.length;
  const k = plus(
    times(1 / (samples * noiseVariance), x.transpose(), x),
    times(shares / (samples * priorVariance), eye(2))
  );
  const best = times(1 / (samples * noiseVariance), invert(k), x.transpose(), y);
  return {
    "mean and covariance": [...entries(best), ...entries(times(1 / samples, invert(k)))]
  };
};
export const posterior = (): Numbers => posteriorWith(1);

/** All of ln p(w) in each lₙ. */
export const posteriorRepeated = (): Numbers => posteriorWith(inputs.length);
