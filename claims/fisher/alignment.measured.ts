import {add, identity, type Square, scale} from "../brute/arrays.js";
import {everySubset, type FiniteLaw, overDataSets} from "../brute/finiteLaw.js";
import {binaryModel, farPoint, gradients, mixture, population, reuses} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const n = gradients.length;
const batchSizes = Array.from({length: n}, (_, i) => i + 1);

const covariances = () => batchSizes.flatMap(b => everySubset(gradients, b).covariance.flat());

/** Covariance over all C(7, b) subsets; and of the indicators, whose batch mean is I/b. */
export function subsets(): Numbers {
  return {
    "n = 7, d = 3, b = 1 … 7": covariances(),
    "indicators, b = 1 … 7": batchSizes.flatMap(b => {
      const {covariance} = everySubset(identity(n), b);
      return [b * b * covariance[0][0], b * b * covariance[0][1]];
    })
  };
}

/** The first of these alone. */
export const subsetsOfGradients = (): Numbers => ({"n = 7, d = 3, b = 1 … 7": covariances()});

const sizes = [
  [4, 1],
  [4, 2],
  [4, 3],
  [4, 4],
  [6, 4]
] as const;

const perSize = (f: (within: Square, between: Square, b: number) => number[]): Numbers =>
  Object.fromEntries(
    sizes.map(([n, b]) => {
      const {within, between} = overDataSets(population, n, b, everySubset);
      return [`n = ${n}, b = ${b}`, f(within, between, b)];
    })
  );

/** Cov(g_B) over every data set and every subset of it. */
export const dataSets = (): Numbers => perSize((within, between) => add(within, between).flat());

/** The average covariance within a data set, and the covariance of its mean. */
export const withinAndBetweenDataSets = (): Numbers =>
  perSize((within, between) => [...within.flat(), ...between.flat()]);

/** b Cov(g_B). */
export const shapes = (): Numbers =>
  perSize((within, between, b) => scale(add(within, between), b).flat());

/** Cov(g_B) over both populations, every data set and every subset, all at once. */
export function mixtures(): Numbers {
  return Object.fromEntries(
    [1, 2, 3].map(b => {
      const laws = mixture.map(part => ({
        weight: part.weight,
        ...overDataSets(part, 4, b, everySubset)
      }));
      const d = laws[0].mean.length;
      const second = (law: (typeof laws)[number]) =>
        add(
          add(law.within, law.between),
          law.mean.map(x => law.mean.map(y => x * y))
        );
      const mean = Array.from({length: d}, (_, j) =>
        laws.reduce((sum, law) => sum + law.weight * law.mean[j], 0)
      );
      const total = laws.reduce(
        (sum, law) => add(sum, scale(second(law), law.weight)),
        mean.map(x => mean.map(y => -x * y))
      );
      return [`n = 4, b = ${b}`, total.flat()];
    })
  );
}

/**
 * Cov over data sets and batches of the average of T gradients, each of a new batch of one and the
 * same data set: given the data the batches are independent.
 */
export function reused(): Numbers {
  return Object.fromEntries(
    reuses.map(({n, b, steps}) => {
      const {within, between} = overDataSets(population, n, b, everySubset);
      return [`n = ${n}, b = ${b}, T = ${steps}`, add(scale(within, 1 / steps), between).flat()];
    })
  );
}

/** Scores of a logistic regression as a finite law: every input with both labels. */
function scores(labelProbability: (logit: number) => number): FiniteLaw {
  const {parameters} = binaryModel;
  const inputs = binaryModel.inputs.slice(0, 2);
  const rows = inputs.flatMap(x => {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    return [0, 1].map(y => ({
      point: x.map(v => v * (y - 1 / (1 + Math.exp(-logit)))),
      probability: (y ? labelProbability(logit) : 1 - labelProbability(logit)) / inputs.length
    }));
  });
  return {points: rows.map(row => row.point), probabilities: rows.map(row => row.probability)};
}

function scoreCovariances(labelProbability: (logit: number) => number): Numbers {
  const law = scores(labelProbability);
  return Object.fromEntries(
    [1, 2, 3].map(b => {
      const {within, between} = overDataSets(law, 4, b, everySubset);
      return [`n = 4, b = ${b}`, add(within, between).flat()];
    })
  );
}

export const modelScores = (): Numbers => scoreCovariances(t => 1 / (1 + Math.exp(-t)));

/** Labels that the model excludes. */
export const otherScores = (): Numbers => scoreCovariances(t => 0.5 + 0.5 * Math.tanh(0.2 * t));

/** Cov(g_B) for a law of two points, one of them rare and far. */
export const skewedDataSets = (): Numbers =>
  Object.fromEntries(
    farPoint.batchSizes.map(b => {
      const {within, between} = overDataSets(farPoint.law, 5, b, everySubset);
      return [`b = ${b}`, add(within, between).flat()];
    })
  );
