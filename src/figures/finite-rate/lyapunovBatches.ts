import {fixed, percent, scientific, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {UnstableError} from "../../lib/check.js";
import {gaussianRegression} from "../../lib/problems/gaussianRegression.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {linearRegressionLimit} from "../../lib/stationary/linearRegressionLimit.js";
import {overDataSets} from "../../lib/stationary/overDataSets.js";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";
import {type PlaneRow, type PlaneRun, planeMarks} from "./discrete-lyapunov.js";

/** What the sweep of batches ran: with a data set of so many rows. */
export interface BatchRun extends PlaneRun {
  readonly size: number;
}

/** The edge of stability of fresh batches. */
export const freshLimit = ({curvatures, batchSize}: PlaneRun): number =>
  linearRegressionLimit([...curvatures], batchSize);

/** The exact covariance of a way of drawing at a rate, if there is one. */
export function batchLaw(
  {curvatures, batchSize, size}: BatchRun,
  {seed, experiment: name}: {readonly seed: number; readonly experiment: string}
) {
  const data = gaussianRegression({variances: curvatures, size, labelDeviation: 1, seed, name});
  return (noise: string, learningRate: number) => {
    try {
      return noise === "fresh"
        ? linearRegressionCovariance({
            inputCovariance: diagonal(curvatures),
            labelVariance: 1,
            batchSize,
            learningRate
          })
        : datasetRegressionCovariance({...data, batchSize, learningRate});
    } catch (error) {
      if (error instanceof UnstableError) return undefined;
      throw error;
    }
  };
}

type Law = ReturnType<typeof batchLaw>;

/** Rows with the exact variance, if there is one. */
export const batchCells = (rows: readonly PlaneRow[], law: Law) =>
  rows.map(row => ({
    ...row,
    truth: law(row.noise, row.learningRate)?.get(row.coordinate - 1, row.coordinate - 1)
  }));

export type BatchCell = ReturnType<typeof batchCells>[number];

const drawn = ({noise}: {readonly noise: string}, size: number) =>
  noise === "fresh" ? "fresh" : `${size} rows`;

export const batchColumns = ({size}: BatchRun): readonly TableColumn<BatchCell>[] => [
  {header: "batches", value: row => drawn(row, size), text: true},
  {header: "$η$", value: row => fixed(row.learningRate, 2)},
  {header: "$h$", value: row => fixed(row.curvature, 1)},
  {header: "printed, $C = H/b$", value: row => fixed(row.exact, 4)},
  {header: "exact", value: ({truth}) => (truth === undefined ? "none" : fixed(truth, 4))},
  {
    header: "mean of $θ^2$ ± s.e.",
    value: row =>
      row.variance > 1e3 ? scientific(row.variance) : withError(row.variance, row.standardError, 4)
  },
  {
    header: "$z$",
    value: row => (row.truth === undefined ? "–" : signed(score(planeMarks([row])[0])))
  },
  {
    header: "in the printed ellipse, %",
    value: row => fixed((100 * row.insideExact) / row.replicates, 1)
  }
];

/** Measured variance over the prediction under three readings of the loss: a run at η without the ½ is one at 2η with it. */
export function readings(
  cells: readonly BatchCell[],
  {curvatures, batchSize}: BatchRun,
  rates: readonly number[]
) {
  return ["without", "fresh"].flatMap(noise =>
    rates.flatMap(rate =>
      curvatures.map(h => {
        const over = (runsAt: number, k: number) => {
          const row = cells.find(
            cell =>
              cell.noise === noise &&
              cell.curvature === h &&
              Math.abs(cell.learningRate - runsAt) < 1e-9
          );
          const formula = rate / batchSize / (2 - rate * k);
          return row?.truth === undefined
            ? "no covariance"
            : withError(row.variance / formula, row.standardError / formula, 3);
        };
        return {
          noise,
          rate,
          h,
          half: over(rate, h),
          quoted: over(2 * rate, h),
          doubled: over(2 * rate, 2 * h)
        };
      })
    )
  );
}

export function readingColumns({
  curvatures,
  size
}: BatchRun): readonly TableColumn<ReturnType<typeof readings>[number]>[] {
  const diag = (factor: number) => `diag(${curvatures.map(h => factor * h).join(", ")})`;
  return [
    {header: "batches", value: row => drawn(row, size), text: true},
    {header: "$η$", value: row => fixed(row.rate, 2)},
    {header: "$h$", value: row => fixed(row.h, 1)},
    {header: `loss with ½, $H$ = ${diag(1)}`, value: row => row.half},
    {header: `as printed, $H$ = ${diag(1)}`, value: row => row.quoted},
    {header: `as printed, $H$ = ${diag(2)}`, value: row => row.doubled}
  ];
}

/** Data sets of each way of drawing. */
export const sets = 50;

/** Exact variance over the prediction by way of drawing, at each rate and curvature. */
export function ways({curvatures, batchSize, size}: BatchRun, rates: readonly number[], law: Law) {
  const overSets = overDataSets({
    variances: curvatures,
    size,
    batchSize,
    sets,
    seed: 1,
    runs: rates.flatMap(learningRate =>
      [false, true].map(replacement => ({learningRate, replacement}))
    )
  });
  // Epochs of batches of one curvature, whose noise is that of b of n rows.
  const reshuffled = (step: number) =>
    (reshuffledVariance({
      curvature: 1,
      learningRate: step,
      noise: (2 - step) / step,
      batches: size / batchSize
    }).average *
      (size - batchSize)) /
    (size - 1);
  return rates.flatMap((rate, r) =>
    curvatures.map((h, axis) => {
      const fresh = law("fresh", rate);
      const [without, repeated] = overSets.slice(2 * r, 2 * r + 2);
      return {
        rate,
        h,
        none: without.none,
        fresh: fresh
          ? (fresh.get(axis, axis) * batchSize * (2 - rate * h)) / rate
          : Number.POSITIVE_INFINITY,
        without: without.axes[axis],
        repeated: repeated.axes[axis],
        reshuffled: reshuffled(rate * h)
      };
    })
  );
}

type Way = ReturnType<typeof ways>[number];

/** The line of a rate and curvature. */
export function wayAt(lines: readonly Way[], rate: number, h: number): Way {
  const found = lines.find(line => line.rate === rate && line.h === h);
  if (!found) throw new RangeError(`no line for the rate ${rate} and curvature ${h}`);
  return found;
}

const ratio = (x: number) => (Number.isFinite(x) ? fixed(x, 2) : "none");

/** A median over data sets, and in brackets the share of them in which the theory overestimates. */
export const spreadOf = ({median, below}: Way["without"]): string =>
  `${ratio(median)} (${percent(below, 0)})`;

export const wayColumns: readonly TableColumn<Way>[] = [
  {header: "$η$", value: row => fixed(row.rate, 2)},
  {header: "$h$", value: row => fixed(row.h, 1)},
  {header: "fresh data", value: row => ratio(row.fresh)},
  {header: "rows with replacement", value: row => spreadOf(row.repeated)},
  {header: "rows without", value: row => spreadOf(row.without)},
  {header: "epochs reshuffled", value: row => fixed(row.reshuffled, 2)}
];
