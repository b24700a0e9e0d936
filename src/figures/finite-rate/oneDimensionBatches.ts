import {
  type Chart,
  curve,
  type Mark,
  type Panel,
  type Series
} from "../../components/chart/declaration.js";
import {fixed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {regressionBatchMoments} from "../../lib/noise/regressionBatchMoments.js";
import {gaussianRegression, type RegressionData} from "../../lib/problems/gaussianRegression.js";
import {datasetRegressionCovariance} from "../../lib/stationary/datasetRegressionCovariance.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {regressionMomentumVariance} from "../../lib/stationary/regressionMomentumVariance.js";
import type {BatchRun} from "./batchData.js";

/** A row of the sweep with batches. */
export interface BatchRow
  extends Readonly<Record<"learningRate" | "secondMoment" | "standardError" | "expected", number>> {
  readonly scheme: string;
}

export const schemeNames: Readonly<Record<string, string>> = {
  without: "without replacement",
  with: "with replacement",
  fresh: "fresh data at each step"
};

/** The printed prediction, with C = K/S. */
const printed = (rate: number, batchSize: number, curvature = 1) =>
  rate / batchSize / (2 - rate * curvature);

/** The curvature of a data set. */
export const curvatureOf = ({inputs}: RegressionData): number =>
  inputs.reduce((sum, [x]) => sum + x * x, 0) / inputs.length;

/** The exact stationary variance of a way of drawing at a rate. */
const lawOf =
  ({batchSize, inputVariances: [v], labelDeviation}: BatchRun, data: RegressionData) =>
  (scheme: string, learningRate: number) =>
    scheme === "fresh"
      ? linearRegressionCovariance({
          inputCovariance: [[v]],
          labelVariance: labelDeviation ** 2,
          batchSize,
          learningRate
        }).get(0, 0)
      : datasetRegressionCovariance({
          ...data,
          batchSize,
          learningRate,
          replacement: scheme === "with"
        }).get(0, 0);

/** What was measured and is expected, over the printed prediction. */
export const ratioMarks = (rows: readonly BatchRow[], {batchSize}: BatchRun) =>
  rows.map(({scheme, learningRate, secondMoment, standardError, expected}) => {
    const unit = printed(learningRate, batchSize);
    return {
      x: learningRate,
      y: secondMoment / unit,
      standardError: standardError / unit,
      expected: expected / unit,
      scheme
    };
  });

/** The measured ratio of a way of drawing at a rate. */
export function ratioAt(
  marks: ReturnType<typeof ratioMarks>,
  scheme: string,
  rate: number
): number {
  const mark = marks.find(each => each.scheme === scheme && Math.abs(each.x - rate) < 1e-9);
  if (!mark) throw new RangeError(`no cell ${scheme} at the rate ${rate}`);
  return mark.y;
}

const rates = [0.05, 1.91] as const;

/** Variance under mini-batch noise over the printed prediction, Figure 2(b). */
export function ratioToPrinted(
  rows: readonly BatchRow[],
  run: BatchRun,
  data: RegressionData
): Chart {
  const measured = ratioMarks(rows, run);
  const law = lawOf(run, data);
  return {
    title: "Variance under mini-batch noise over the printed prediction, Figure 2(b)",
    caption:
      "Dots: measured, with 95 % bars, over $η/(b(2 − η))$; solid: the exact law of each way of drawing; dashed: continuous time, as far as it fits; open diamonds at 1: the printed prediction. On the axes of the paper’s Figure 2(b), everything but the dashed line would look like a single curve.",
    description:
      "Three panels of ratios to the printed prediction: without replacement below one and rising near the edge, with replacement above one, fresh data rising from one.",
    shape: 1.1,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2], ticks: 4},
    y: {
      label: "variance over the printed prediction",
      short: "variance over printed",
      column: "ratio",
      domain: [0.8, 1.35],
      ticks: 5
    },
    panels: run.schemes.map(
      (scheme): Panel => ({
        name: schemeNames[scheme],
        series: [
          {
            is: "continuous",
            name: "continuous time",
            label: false,
            marks: curve(x => (2 - x) / 2, [0.05, 0.4])
          },
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: curve(x => law(scheme, x) / printed(x, run.batchSize), rates)
          },
          {
            is: "printed",
            name: "as printed",
            label: false,
            marks: curve(() => 1, [0.1, 1.9], {points: 7})
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: measured.filter(mark => mark.scheme === scheme)
          }
        ]
      })
    )
  };
}

/** Measured variance over the prediction under three readings of the loss, a run at λ without the ½ being one at 2λ with it. */
export function readings(rows: readonly BatchRow[], {batchSize}: BatchRun) {
  const at = (scheme: string, rate: number) => {
    const row = rows.find(r => r.scheme === scheme && Math.abs(r.learningRate - rate) < 1e-9);
    if (!row) throw new RangeError(`no cell ${scheme} at the rate ${rate}`);
    return row;
  };
  return ["without", "with"].flatMap(scheme =>
    [0.2, 0.4, 0.6, 0.8].map(rate => {
      const over = (runsAt: number, k: number) => {
        const {secondMoment, standardError} = at(scheme, runsAt);
        const unit = printed(rate, batchSize, k);
        return withError(secondMoment / unit, standardError / unit, 3);
      };
      return {scheme, rate, half: over(rate, 1), quoted: over(2 * rate, 1), own: over(2 * rate, 2)};
    })
  );
}

export const readingColumns: readonly TableColumn<ReturnType<typeof readings>[number]>[] = [
  {header: "batches", value: row => schemeNames[row.scheme], text: true},
  {header: "$η$", value: row => fixed(row.rate, 1)},
  {header: "loss with ½, $H = 1$", value: row => row.half},
  {header: "as printed, $H = 1$", value: row => row.quoted},
  {header: "as printed, $H = 2$", value: row => row.own}
];

const powerOfTen = (k: number) => whole(10 ** k);

/** The controls of a data set of the reader's choice. */
export const dataControls = {
  set: {label: "Data set no.", min: 1, max: 30, step: 1, value: 2},
  size: {label: "Its size $n$", min: 2, max: 4, step: 0.5, value: 3, format: powerOfTen},
  batch: {label: "Batch size $b$", min: 0, max: 2, step: 0.25, value: 2, format: powerOfTen}
};

const datasets = new Map<string, {readonly inputs: number[]; readonly labels: number[]}>();

/** A data set is drawn once: its batch size changes more often than itself. */
function dataset(seed: number, size: number) {
  const key = `${seed} ${size}`;
  const known = datasets.get(key);
  if (known) return known;
  const {inputs, labels} = gaussianRegression({
    variances: [1],
    size,
    labelDeviation: 1,
    seed,
    name: "one-dimension-batches"
  });
  const drawn = {inputs: inputs.map(([x]) => x), labels};
  datasets.set(key, drawn);
  return drawn;
}

/** Exact variance times b of a data set, for both ways of drawing. */
export function ofDataSet({
  set,
  size,
  batch
}: Readonly<Record<keyof typeof dataControls, number>>): Chart {
  const data = dataset(set, Math.round(10 ** size));
  const batchSize = Math.round(10 ** batch);
  const law = (replacement: boolean): Mark[] => {
    if (!replacement && batchSize > data.inputs.length) return [];
    const moments = regressionBatchMoments({...data, batchSize, replacement});
    return curve(x => x, rates, {points: 94}).flatMap(({x = 0}) => {
      try {
        const variance = regressionMomentumVariance({...moments, learningRate: x, momentum: 0});
        return variance > 0 ? [{x, y: variance * batchSize}] : [];
      } catch {
        // No second moment at this rate.
        return [];
      }
    });
  };
  const laws: Series[] = [
    {is: "exact", name: "with replacement", marks: law(true), near: 0.7},
    {is: "exact", name: "without", marks: law(false), second: true, near: 0.4}
  ];
  return {
    title: "Exact variance times $b$, for this data set",
    caption:
      "Solid: with replacement, and lighter without; dashed: continuous time, $η/2$; open diamonds: the printed $η/(2 − η)$. Small batches show the dependence on the state, small data sets show chance in their own curvature, and $b$ close to $n$ shows the effect of the finite population.",
    description: "Curves of the variance times the batch size against the learning rate.",
    shape: 0.5,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2], ticks: 5},
    y: {
      label: "batch size times variance",
      column: "batchTimesVariance",
      scale: "log",
      domain: [0.02, 60],
      ticks: [0.1, 1, 10],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "continuous", name: "continuous time", marks: curve(x => x / 2, rates), near: 0.9},
          ...laws.filter(({marks}) => marks.length > 0),
          {
            is: "printed",
            name: "as printed",
            marks: curve(x => x / (2 - x), [0.13, 1.81], {points: 11}),
            near: 0.2
          }
        ]
      }
    ]
  };
}
