import {add, identity, outer, scale} from "../brute/arrays.js";
import {
  batchCovariance,
  everySubset,
  type FiniteLaw,
  overDataSets,
  overSubsets
} from "../brute/finiteLaw.js";
import type * as cases from "../cases/dataSets.js";

/** Covariance over all C(n, b) subsets. */
export const subsets = ({rows, batchSizes}: cases.Pool) =>
  batchSizes.map(b => everySubset(rows, b).covariance);

/** The same; and of the indicators, whose batch mean is I/b. */
export function subsetsAndIndicators(pool: cases.Pool) {
  const ofIndicators = pool.batchSizes.flatMap(b => {
    const {covariance} = everySubset(identity(pool.rows.length), b);
    return [b * b * covariance[0][0], b * b * covariance[0][1]];
  });
  return [...subsets(pool), ...ofIndicators];
}

export {batchCovariance};

/** The average covariance within a data set, and the covariance of its mean. */
export function withinAndBetweenDataSets(each: cases.DrawnData) {
  const {within, between} = overSubsets(each);
  return [within, between];
}

/** b Cov(g_B). */
export const shapes = (each: cases.DrawnData) => scale(batchCovariance(each), each.b);

/** Cov(g_B) over both populations, every data set and every subset, all at once. */
export function mixtures({parts, n, b}: cases.MixedData) {
  const laws = parts.map(part => ({
    weight: part.weight,
    ...overDataSets(part, n, b, everySubset)
  }));
  const mean = laws[0].mean.map((_, j) =>
    laws.reduce((sum, law) => sum + law.weight * law.mean[j], 0)
  );
  return laws.reduce(
    (sum, {weight, within, between, mean: m}) =>
      add(sum, scale(add(add(within, between), outer(m)), weight)),
    scale(outer(mean), -1)
  );
}

/**
 * Cov over data sets and batches of the average of T gradients, each of a new batch of one and the
 * same data set: given the data the batches are independent.
 */
export function reused(each: cases.ReusedData) {
  const {within, between} = overSubsets(each);
  return add(scale(within, 1 / each.steps), between);
}

/** Scores of a logistic regression as a finite law: every input with both labels. */
function scores(
  {inputs, parameters}: cases.LabelledData,
  labelProbability: (logit: number) => number
): FiniteLaw {
  const rows = inputs.flatMap(x => {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    return [0, 1].map(y => ({
      point: x.map(v => v * (y - 1 / (1 + Math.exp(-logit)))),
      probability: (y ? labelProbability(logit) : 1 - labelProbability(logit)) / inputs.length
    }));
  });
  return {points: rows.map(row => row.point), probabilities: rows.map(row => row.probability)};
}

const scoreCovariances =
  (labelProbability: (logit: number) => number) => (each: cases.LabelledData) =>
    batchCovariance({...each, law: scores(each, labelProbability)});

export const modelScores = scoreCovariances(t => 1 / (1 + Math.exp(-t)));

/** Labels that the model excludes. */
export const otherScores = scoreCovariances(t => 0.5 + 0.5 * Math.tanh(0.2 * t));
