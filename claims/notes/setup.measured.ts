import {scale, trace} from "../brute/arrays.js";
import {everyDataSet, everyOrderedBatch, everySubset, overDataSets} from "../brute/finiteLaw.js";
import {tuples} from "../brute/tuples.js";
import {updatesOnPairs} from "../brute/updatesOnPairs.js";
import type {LawBatch} from "../cases/batches.js";
import {gradients} from "../cases/problems.js";
import * as cases from "../cases/setup.js";

/** Mean and covariance over data sets of how often each pair occurs. */
export const frequencies = ({samples: n}: cases.DataSet) => {
  const {probabilities} = cases.pairLaw;
  const points = probabilities.map((_, k) => probabilities.map((_, j) => (j === k ? 1 : 0)));
  const {mean, between} = overDataSets({points, probabilities}, n, n, everySubset);
  return [mean, between];
};

/** The mean over every data set of n pairs of something that is computed from its mean loss. */
function averageOverDataSets(
  n: number,
  f: (meanLoss: (theta: number) => number) => readonly number[]
): number[] {
  const sums: number[] = [];
  for (const {data, chance} of everyDataSet([0, 1, 2], cases.pairLaw.probabilities, n)) {
    const meanLoss = (theta: number) => data.reduce((s, k) => s + loss(theta, k), 0) / n;
    for (const [j, x] of f(meanLoss).entries()) sums[j] = (sums[j] ?? 0) + chance * x;
  }
  return sums;
}

const loss = (theta: number, k: number) =>
  (cases.pairLaw.inputs[k] * theta - cases.pairLaw.targets[k]) ** 2 / 2;

export const empiricalRisks = ({samples}: cases.DataSet) =>
  averageOverDataSets(samples, meanLoss => cases.slopes.map(meanLoss));

/** The least value of a parabola through three of its values. */
function lowest(parabola: (theta: number) => number): {at: number; value: number} {
  const [left, middle, right] = [-1, 0, 1].map(parabola);
  const curvature = left - 2 * middle + right;
  const at = (left - right) / 2 / curvature;
  return {at, value: parabola(at)};
}

/** E min Lₙ. */
export const smallestEmpiricalRisks = ({samples}: cases.DataSet) =>
  averageOverDataSets(samples, meanLoss => [lowest(meanLoss).value]);

/** E L at the minimum of Lₙ. */
export const risksAtEmpiricalMinima = ({samples}: cases.DataSet) =>
  averageOverDataSets(samples, meanLoss => {
    const {at} = lowest(meanLoss);
    return [cases.pairLaw.probabilities.reduce((s, p, k) => s + p * loss(at, k), 0)];
  });

/** Gradients of the regression's samples by central differences of their losses, exact for squares. */
function differences(theta: readonly number[]): number[][] {
  const {features, targets} = cases.regressionRows;
  const at = (i: number, w: readonly number[]) =>
    (features[i][0] * w[0] + features[i][1] * w[1] - targets[i]) ** 2 / 2;
  return features.map((_, i) =>
    [0, 1].map(j => {
      const moved = (by: number) => theta.map((x, k) => (k === j ? x + by : x));
      return at(i, moved(0.5)) - at(i, moved(-0.5));
    })
  );
}

/** Mean batch gradients over all ordered batches, and over all subsets. */
export const meanBatches = ({theta}: cases.Place) => {
  const rows = differences(theta);
  return [everyOrderedBatch, everySubset].map(draw => [1, 2, 3].map(b => draw(rows, b).mean));
};

const pairsOf = (n: number): [number, number][] =>
  Array.from({length: n}, (_, i) => i).flatMap(i =>
    Array.from({length: n - i - 1}, (_, j): [number, number] => [i, i + 1 + j])
  );

/** Means over sequences of pairs; `next` says which pairs may follow a history. */
function meanPath(
  {inputs, targets, start, learningRate, steps}: cases.FourPoints,
  next: (history: readonly (readonly [number, number])[]) => [number, number][]
): number[] {
  const sums = Array<number>(steps).fill(0);
  const walk = (theta: number, chance: number, history: readonly (readonly [number, number])[]) => {
    if (history.length === steps) return;
    const choices = next(history);
    for (const pair of choices) {
      const gradient =
        pair.reduce((s, i) => s + (inputs[i] * theta - targets[i]) * inputs[i], 0) / 2;
      const after = theta - learningRate * gradient;
      sums[history.length] += (chance / choices.length) * after;
      walk(after, chance / choices.length, [...history, pair]);
    }
  };
  walk(start, 1, []);
  return sums;
}

/** A new pair at each step. */
export const everySequence = (run: cases.FourPoints) => meanPath(run, () => pairsOf(4));

/** Every second pair is what the one before has left over. */
export const everyEpoch = (run: cases.FourPoints) =>
  meanPath(run, history => {
    if (history.length % 2 === 0) return pairsOf(4);
    const last = history[history.length - 1];
    return pairsOf(4).filter(pair => pair.every(i => !last.includes(i)));
  });

/** Counts over all ordered batches of four samples. */
export const countedBatches = ({replacement}: cases.Drawing) => {
  const two = tuples(4, 2, !replacement);
  const pairs = Array.from(
    {length: 16},
    (_, e) => two.filter(([i, j]) => i === Math.floor(e / 4) && j === e % 4).length / two.length
  );
  const included = [1, 2, 3].map(b => {
    const all = tuples(4, b, !replacement);
    return all.filter(batch => batch.includes(2)).length / all.length;
  });
  return [pairs, included];
};

/** (θ' − θ)/η of the update itself on every pair. */
export const stepsTaken = ({theta}: cases.Place) => updatesOnPairs(theta, differences(theta));

const four = gradients.slice(0, 4);

/** Covariances over all ordered batches or all subsets, for B = 1 … 4. */
export const covariances = ({replacement}: cases.Drawing) =>
  [1, 2, 3, 4].map(b => (replacement ? everyOrderedBatch : everySubset)(four, b).covariance);

/** Traces as shares of that at B = 1. */
export const traces = (drawing: cases.Drawing) => {
  const [first, ...rest] = covariances(drawing).map(trace);
  return [1, ...rest.map(x => x / first)];
};

/** The variance that a rate has reached, step by step. */
export function variance({rate, steps, curvature, noise}: cases.Schedule) {
  let v = 0;
  for (let k = 0; k < steps; k++) {
    const eta = rate(k);
    const pull = 1 - eta * curvature;
    v = pull * pull * v + eta * eta * noise;
  }
  return v;
}

/** Mean and covariance of the update over all ordered pairs. */
export const updates = ({theta, learningRate, batchSize}: cases.OneUpdate) => {
  const moved = scale(gradients, -learningRate).map(row => row.map((x, j) => theta[j] + x));
  const {mean, covariance} = everyOrderedBatch(moved, batchSize);
  return [mean, covariance];
};

/** Third and fourth moments of standardised sums, over every sequence of samples. */
export function moments({batchSize, steps}: cases.BatchSum) {
  const values = cases.skewedValues;
  const mean = values.reduce((s: number, x) => s + x, 0) / values.length;
  const powers = [0, 0, 0];
  const walk = (sum: number, left: number) => {
    if (left > 0) for (const x of values) walk(sum + (x - mean) / batchSize, left - 1);
    else for (const [p, k] of [2, 3, 4].entries()) powers[p] += sum ** k;
  };
  walk(0, batchSize * steps);
  const [m2, m3, m4] = powers.map(x => x / values.length ** (batchSize * steps));
  return [m3 / m2 ** 1.5, m4 / m2 ** 2 - 3];
}

/** E‖ξ‖² over every data set of three and every ordered batch. */
export const squaredNorms = ({law, samples, batchSize}: LawBatch) =>
  trace(overDataSets(law, samples, batchSize, everyOrderedBatch).within);

/** Var Σ ξ_k over K steps from the law of two of them: every pair of subsets that may follow each other. */
export function sumsOfPairs({values, batchSize, anew, sums}: cases.Dealt) {
  const n = values.length;
  const mean = values.reduce((s, x) => s + x, 0) / n;
  const batches = tuples(n, batchSize, true)
    .filter(picks => picks.every((i, k) => k === 0 || picks[k - 1] < i))
    .map(picks => ({picks, xi: mean - picks.reduce((s, i) => s + values[i], 0) / batchSize}));
  let [same, other, pairs] = [0, 0, 0];
  for (const first of batches) {
    same += first.xi ** 2 / batches.length;
    for (const next of batches)
      if (anew || !next.picks.some(i => first.picks.includes(i))) {
        other += first.xi * next.xi;
        pairs++;
      }
  }
  return sums.map(K => K * same + (K * (K - 1) * other) / pairs);
}
