import {
  batchMomentum,
  batchVariances,
  drawnRegression,
  endlessRegression,
  type RowMoments
} from "../brute/drawnRegression.js";
import {freshMomentum, leastFreshBatch} from "../brute/freshMomentum.js";
import {
  type BatchFigure,
  type BatchPanels,
  type Drawing,
  type DrawnPanel,
  figureRows,
  planes
} from "../cases/noise.js";
import type {Context} from "../ledger/claim.js";

const {size: N, batchSize: S, sets} = figureRows;

/** The variance of batch means over that of rows. */
const spreads: Record<Drawing, number> = {
  fresh: 1 / S,
  "with replacement": 1 / S,
  "without replacement": (N - S) / (N - 1) / S
};

const kept = new Map<string, readonly RowMoments[]>();

/** Data sets of N rows: drawn once for all claims of this section. */
function dataSets(variances: readonly number[], seed: number): readonly RowMoments[] {
  const key = `${variances.join()} ${seed}`;
  let all = kept.get(key);
  if (!all) {
    all = Array.from({length: sets}, (_, set) => drawnRegression(variances, N, {seed, set}));
    kept.set(key, all);
  }
  return all;
}

interface Run {
  readonly learningRate: number;
  readonly momentum: number;
}

/** Variances without replacement along every axis; Infinity where there are none. */
const variancesOf = (rows: RowMoments, {learningRate, momentum}: Run): readonly number[] => {
  const spread = spreads["without replacement"];
  if (rows.inputs.length === 1) return [batchMomentum(rows, learningRate, momentum, spread)];
  return (
    batchVariances(rows, learningRate, spread) ?? rows.inputs.map(() => Number.POSITIVE_INFINITY)
  );
};

/** Misfits ln(exact/formula) of both formulas with C = K/S, for every run and axis. */
function misfits(rows: RowMoments, {variances, runs}: BatchPanels) {
  return runs.flatMap(run =>
    variancesOf(rows, run).map((exact, axis) => {
      const {learningRate: rate, momentum: mu} = run;
      const scaled = rate / (1 + mu);
      const continuous = rate / (2 * S * (1 - mu));
      const discrete = continuous / (1 - (scaled * variances[axis]) / 2);
      return {discrete: Math.log(exact / discrete), continuous: Math.log(exact / continuous)};
    })
  );
}

/** The largest ratio over the data sets, of the root of the sum of the squares of either's misfits. */
const furthest =
  (swapped: boolean) =>
  (figure: BatchPanels, {seed}: Context) => {
    const ratios = dataSets(figure.variances, seed).flatMap(rows => {
      const all = misfits(rows, figure);
      const [d, c] = [
        Math.hypot(...all.map(({discrete}) => discrete)),
        Math.hypot(...all.map(({continuous}) => continuous))
      ];
      return Number.isFinite(d) ? [swapped ? c / d : d / c] : [];
    });
    return Math.max(...ratios);
  };

export const nearness = furthest(false);
export const nearnessSwapped = furthest(true);

const median = (values: readonly number[]) => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** Exact over printed variance along both axes: the median over the data sets, or that of endless data. */
export const overPrinted = ({learningRate: rate, drawing}: DrawnPanel, {seed}: Context) => {
  const {curvatures} = planes;
  const all = drawing === "fresh" ? [endlessRegression(curvatures)] : dataSets(curvatures, seed);
  const variances = all.map(
    rows => batchVariances(rows, rate, spreads[drawing]) ?? [Infinity, Infinity]
  );
  return curvatures.map(
    (h, axis) => median(variances.map(v => v[axis])) / (rate / S / (2 - rate * h))
  );
};

/** Medians over the data sets of |ln(exact/(8))|, with each set's own curvature, each over the one before. */
const growthIn =
  (order: (values: readonly number[]) => readonly number[]) =>
  ({runs}: BatchPanels, {seed}: Context) => {
    const typical = order(
      runs.map(run =>
        median(
          dataSets([1], seed).map(rows => {
            const {learningRate: rate, momentum: mu} = run;
            const room = 2 - (rate * rows.inputs[0][0]) / (1 + mu);
            const exact = variancesOf(rows, run)[0];
            if (!Number.isFinite(exact)) return exact;
            return Math.abs(Math.log((exact * S * (1 - mu) * room) / rate));
          })
        )
      )
    );
    return typical.slice(1).map((value, i) => value / typical[i]);
  };

export const growth = growthIn(values => values);
export const growthReversed = growthIn(values => [...values].reverse());

/** E w² of heavy ball on fresh batches, and the S below which it has none. */
export const secondMoments = ({learningRate, momentum, batchSize}: BatchFigure) => [
  freshMomentum(learningRate, momentum, batchSize, 1e-15),
  leastFreshBatch(learningRate, momentum)
];
