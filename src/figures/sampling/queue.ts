import type {Chart, Series} from "../../components/chart/declaration.js";
import {whole} from "../../components/format.js";
import type {QueueEstimator} from "../../lib/sampling/queueGradients.js";
import type {QueueSettings} from "../../lib/sampling/queueProblem.js";
import {queueRuns} from "../../lib/sampling/queueRuns.js";

/** b times the variance of a mean of b gradients. */
export interface NoiseRow
  extends Readonly<Record<"serviceRate" | "customers" | "b" | "noise" | "noiseError", number>> {
  readonly estimator: string;
  readonly scheme: string;
}

const longRun = "one long run";

/** The three ways to a gradient. */
const ways = [
  {
    name: "likelihood ratio, from empty",
    is: ({estimator}: NoiseRow) => estimator === "likelihood ratio",
    look: {second: true}
  },
  {
    name: "perturbation, from empty",
    is: ({estimator, scheme}: NoiseRow) => estimator === "perturbation" && scheme !== longRun,
    look: {}
  },
  {name: longRun, is: ({scheme}: NoiseRow) => scheme === longRun, look: {as: "crosses"}}
] as const;

/** What readers choose of the gradients. */
export const noiseControls = (
  lengths: readonly number[],
  rates: readonly number[],
  customers: number
) => ({
  customers: {
    label: "Customers of a sample",
    options: lengths.map(String),
    value: String(customers)
  },
  rate: {label: "Service rate $µ$", options: rates.map(String), value: String(rates[0])}
});

interface Chosen {
  readonly customers: string;
  readonly rate: string;
}

/** The rows of a choice by the three ways, b ascending. */
const chosenWays = (rows: readonly NoiseRow[], {customers, rate}: Chosen) =>
  ways.map(way =>
    rows
      .filter(row => row.customers === Number(customers) && row.serviceRate === Number(rate))
      .filter(way.is)
      .sort((x, y) => x.b - y.b)
  );

const last = (rows: readonly NoiseRow[]): NoiseRow => rows[rows.length - 1];

/** What the noise of a choice says: how much dearer the likelihood ratio is, and what a long run's samples are worth. */
export function noiseRatios(rows: readonly NoiseRow[], chosen: Chosen) {
  const [weighed, perturbed, lasting] = chosenWays(rows, chosen);
  const dependence = last(lasting).noise / lasting[0].noise;
  const samples = last(lasting).b;
  return {
    dearer: last(weighed).noise / last(perturbed).noise,
    dependence,
    samples,
    worth: samples / dependence
  };
}

/** b times the variance of a mean of b gradients, against b. */
export function gradientNoise(rows: readonly NoiseRow[], chosen: Chosen): Chart {
  const own = chosenWays(rows, chosen);
  return {
    title: "Variance of a mean of $b$ gradients times $b$, against $b$",
    caption:
      "Dots, rings and crosses with 95 % bars: measured, for the chosen number of customers and service rate; dotted: the value at the first dot, which would hold for every $b$ if samples were independent. Samples that each start from an empty queue are independent. In one long run a full queue outlasts its sample, and the next gradients resemble the last.",
    description:
      "Two series lie on level lines, that of the likelihood ratio higher; the third, of one long run, climbs away from its line.",
    shape: 0.5,
    x: {
      label: "samples of a batch, $b$",
      column: "batch",
      scale: "log",
      domain: [0.8, 80],
      ticks: [1, 2, 4, 8, 16, 32, 64],
      format: "number"
    },
    y: {label: "$b$ times the variance", column: "noise", scale: "log"},
    panels: [
      {
        series: ways.flatMap(({name, look}, k): Series[] => [
          {
            is: "surrogate",
            name: `independent, ${name}`,
            label: false,
            marks: [0.8, 80].map(x => ({x, y: own[k][0].noise}))
          },
          {
            is: "measured",
            name,
            ...look,
            near: 0.3,
            marks: own[k].map(({b, noise, noiseError}) => ({
              x: b,
              y: noise,
              // On a log axis a bar needs an end above zero.
              low: Math.max(noise - 1.96 * noiseError, noise / 5),
              high: noise + 1.96 * noiseError,
              noiseError
            }))
          }
        ])
      }
    ]
  };
}

/** The controls of the live runs. */
export const runControls = {
  estimator: {
    label: "Gradient by",
    options: ["perturbation", "likelihood ratio"],
    value: "perturbation"
  },
  batch: {
    label: "Batch size $b$",
    min: 0,
    max: 8,
    step: 1,
    value: 2,
    format: (k: number) => whole(2 ** k)
  },
  share: {
    label: "Step, of the edge $2/h$",
    min: 1,
    max: 9,
    step: 1,
    value: 5,
    format: (k: number) => `1/${whole(2 ** k)}`
  }
};

interface RunsAsked {
  readonly estimator: string;
  readonly batch: number;
  readonly share: number;
}

const calls = 1024;

/** A few runs of SGD on the service rate. */
export const liveRuns = (queue: QueueSettings, {estimator, batch, share}: RunsAsked) =>
  queueRuns(queue, {
    estimator: estimator as QueueEstimator,
    batchSize: 2 ** batch,
    share: 2 ** -share,
    calls,
    replicates: 60
  });

/** The service rate against the samples that were simulated. */
export const serviceRates = (
  {paths, optimum}: ReturnType<typeof liveRuns>,
  {startRate}: Pick<QueueSettings, "startRate">
): Chart => ({
  title: "The service rate against the runs that were simulated",
  caption:
    "Thin lines: runs of SGD, each with random numbers of its own; thick: the best rate, by the exact mean of a run. All begin with much spare capacity, where the cost is nearly a straight line: there a step that suits the optimum hardly moves the rate.",
  description:
    "Several jagged lines fall from the starting rate to the best one, and scatter about it.",
  x: {label: "runs simulated", column: "calls", domain: [0, calls], ticks: 4},
  y: {label: "service rate $µ$", column: "rate", domain: [1, startRate + 0.6], ticks: 5},
  panels: [
    {
      series: [
        {
          is: "measured",
          name: "runs of SGD",
          as: "line",
          second: true,
          label: false,
          marks: paths.map(({run, calls: x, rate}) => ({x, y: rate, piece: run}))
        },
        {
          is: "exact",
          name: "best rate",
          marks: [0, calls].map(x => ({x, y: optimum})),
          near: 0.9
        }
      ]
    }
  ]
});
