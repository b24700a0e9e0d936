import type {Chart, Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {driftFrom, type MetricDrift} from "../../lib/budgets/metricDrift.js";
import {fitLogisticRegression} from "../../lib/problems/fitLogisticRegression.js";
import {logisticRegression} from "../../lib/problems/logisticRegression.js";
import {logisticRun} from "../../lib/problems/logisticRun.js";
import {logisticSample} from "../../lib/problems/logisticSample.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {score} from "../scores.js";

/** What the sweep ran, with the seed of its sample. */
export interface MonitorRun
  extends Readonly<Record<"seed" | "size" | "batchSize" | "replicates", number>> {
  readonly weights: readonly number[];
  readonly scales: readonly number[];
  readonly learningRates: readonly number[];
}

export interface MonitorRow
  extends Readonly<
    Record<
      | "learningRate"
      | "steps"
      | "monitor"
      | "monitorError"
      | "drift"
      | "driftError"
      | "risk"
      | "riskError",
      number
    >
  > {}

/** The logistic regression of the sweep, its fit, the metric there, and the noise of a batch. */
export function problemOf({size, seed, weights, scales, batchSize}: MonitorRun) {
  const sample = logisticSample({size, seed, weights, scales});
  const problem = logisticRegression(sample.features, sample.labels);
  const fit = fitLogisticRegression(sample.features, sample.labels).weights;
  const frozen = problem.hessian(fit);
  const gradients = problem.sampleGradients(fit);
  return {
    sample,
    problem,
    fit,
    frozen,
    kappa: fisherConditionNumber(frozen),
    batchNoise: gradients
      .transpose()
      .mmul(gradients)
      .div(size * batchSize)
  };
}

/** The controls of a run. */
export const runControls = ({learningRates: [, middle]}: Pick<MonitorRun, "learningRates">) => ({
  rate: {
    label: "Learning rate $η$",
    min: -2,
    max: 4,
    step: 1,
    value: 0,
    format: (k: number) => String(middle * 2 ** k)
  },
  size: {
    label: "Batch size $b$",
    min: 0,
    max: 4,
    step: 1,
    value: 2,
    format: (k: number) => String(2 ** k)
  },
  far: {
    label: "Start, in σ of one sample",
    min: 0,
    max: 2,
    step: 0.1,
    value: 0.7,
    format: (x: number) => fixed(x, 1)
  }
});

/** What the controls say. */
export type AskedRun = Readonly<Record<keyof ReturnType<typeof runControls>, number>>;

const looks = [...new Set(Array.from({length: 62}, (_, k) => Math.round(1.13 ** k)))];

/** The monitor, what is needed, and its bound along one run. */
export function alongRun({rate, size, far}: AskedRun, run: MonitorRun): Chart {
  const {sample, problem, fit, frozen} = problemOf(run);
  const drift = driftFrom(frozen);
  const iterates = logisticRun(sample, {
    learningRate: run.learningRates[1] * 2 ** rate,
    batchSize: 2 ** size,
    snapshots: looks,
    start: fit.map((x, j) => x + (far * (j === 1 ? -1 : 1)) / Math.sqrt(frozen.get(j, j))),
    source: uniforms({seed: 1, experiment: "variance reduction: live", cell: "run", replicate: 0})
  });
  const watched = iterates.map((theta, k) => ({
    step: looks[k],
    ...drift(problem.hessian(theta))
  }));
  const marks = (key: keyof MetricDrift) =>
    watched.map(row => ({x: row.step, y: row[key]})).filter(({y}) => y > 0);
  return {
    title: "The monitor along one run",
    caption:
      "Blue: $δ_F$; solid: the least $ε$ for which the frozen metric bounds the present one; dotted: $κ_F δ_F$, which bounds $ε$ from above. A constant step keeps all three from ever settling at zero.",
    description: "Three noisy falling curves, one above the other, that level off.",
    shape: 0.44,
    x: {
      label: "steps",
      column: "steps",
      scale: "log",
      domain: [1, looks[looks.length - 1]]
    },
    y: {
      label: "relative change of the metric",
      column: "change",
      scale: "log",
      domain: [0.005, 60]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "of its own size", label: false, marks: [{y: 1}]},
          {is: "surrogate", name: "$κ_F δ_F$", marks: marks("bound"), near: 0.3},
          {is: "exact", name: "needed, $ε$", marks: marks("least"), near: 0.6},
          {is: "measured", name: "monitor, $δ_F$", as: "line", marks: marks("monitor"), near: 0.3}
        ]
      }
    ]
  };
}

/** The risk at which the linearised recursion settles, by the learning rate. */
export function predictedRisk(run: MonitorRun): (learningRate: number) => number {
  const {frozen, batchNoise} = problemOf(run);
  const known = new Map(
    run.learningRates.map(learningRate => [
      learningRate,
      frozen.mmul(sgdCovariance({hessian: frozen, noise: batchNoise, learningRate})).trace()
    ])
  );
  return learningRate => known.get(learningRate) ?? Number.NaN;
}

/** Mean risk over its Lyapunov prediction, by the steps from random starts. */
export function riskOverPrediction(rows: readonly MonitorRow[], run: MonitorRun): Chart {
  const predicted = predictedRisk(run);
  const later = rows.flatMap(({steps}) => (steps > 0 ? [steps] : []));
  return {
    title: "Risk over its Lyapunov prediction",
    caption: `Dots with 95 % bars: the mean of $(θ − θ⋆)^⊤F(θ − θ⋆)$ over ${run.replicates} random starts, batches of ${run.batchSize}, divided by the exact stationary value of the linearised recursion. At 1 the prediction holds.`,
    description:
      "Three falling curves for three learning rates; the two smaller rates come down to one, the largest stays well above it.",
    shape: 0.44,
    x: {
      label: "steps",
      column: "steps",
      scale: "log",
      domain: [Math.min(...later), 1.6 * Math.max(...later)],
      ticks: [10, 100, 1000]
    },
    y: {label: "measured over predicted risk", column: "ratio", scale: "log"},
    panels: [
      {
        series: [
          {is: "exact", name: "prediction", as: "rule", label: false, marks: [{y: 1}]},
          ...run.learningRates.flatMap((rate, k): Series[] => {
            const marks = rows
              .filter(({learningRate, steps}) => learningRate === rate && steps > 0)
              .map(({steps, risk, riskError}) => ({
                x: steps,
                y: risk / predicted(rate),
                standardError: riskError / predicted(rate)
              }));
            return [
              {
                is: "measured",
                name: `$η = ${rate}$`,
                as: "line",
                second: true,
                marks: marks.map(({x, y}) => ({x, y})),
                near: 0.3 + 0.25 * k
              },
              {is: "measured", name: `mean at $η = ${rate}$`, label: false, marks}
            ];
          })
        ]
      }
    ]
  };
}

const looksAt = (rows: readonly MonitorRow[], run: MonitorRun, rate: number) => {
  const expected = predictedRisk(run)(rate);
  return rows
    .filter(({learningRate}) => learningRate === rate)
    .map(row => ({...row, expected, ratio: row.risk / expected}));
};

/** Monitor, needed ε and risk after the last step, at each learning rate. */
export const lastLooks = (rows: readonly MonitorRow[], run: MonitorRun) =>
  run.learningRates.map(rate => looksAt(rows, run, rate).slice(-1)[0]);

/** The last look at one learning rate at which the risk is more than twice its prediction. */
export function lastFarLook(rows: readonly MonitorRow[], run: MonitorRun, rate: number) {
  const far = looksAt(rows, run, rate).filter(({ratio}) => ratio > 2);
  if (far.length === 0) throw new RangeError(`rate must be slow to settle; got ${rate}`);
  return far[far.length - 1];
}

export const lookColumns: readonly TableColumn<ReturnType<typeof lastLooks>[number]>[] = [
  {header: "$η$", value: row => fixed(row.learningRate, 1)},
  {header: "$δ_F$ ± s.e.", value: row => withError(row.monitor, row.monitorError, 3)},
  {header: "$ε$ ± s.e.", value: row => withError(row.drift, row.driftError, 3)},
  {header: "predicted risk", value: row => fixed(row.expected, 4)},
  {header: "measured ± s.e.", value: row => withError(row.risk, row.riskError, 4)},
  {
    header: "$z$",
    value: ({risk, expected, riskError}) =>
      signed(score({y: risk, expected, standardError: riskError}))
  }
];

/** Section 9.3's number at a metric whose flat entry has doubled. */
export const doubledFlat: number = driftFrom([
  [1, 0],
  [0, 0.01]
])([
  [1, 0],
  [0, 0.02]
]).monitor;
