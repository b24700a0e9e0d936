import type {Chart} from "../../components/chart/declaration.js";
import {fixed, scientific} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {averagedBatchCovariance} from "../../lib/noise/averagedBatchCovariance.js";
import type {derivationLines} from "../../lib/noise/derivationLines.js";
import {drawDataSet} from "../../lib/noise/drawDataSet.js";
import {enumeratedMeans} from "../../lib/noise/enumeratedMeans.js";
import {lineThroughPoints} from "../../lib/problems/sevenPoints.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {ring} from "../ring.js";

/** The controls of data set and batch. */
export const sourceControls = {
  scheme: {
    label: "Batches drawn",
    options: ["with replacement", "without replacement"],
    value: "with replacement"
  },
  samples: {label: "Data set size $n$", min: 2, max: 6, step: 1, value: 5},
  batch: {label: "Batch size $b$", min: 1, max: 3, step: 1, value: 3},
  draw: {label: "Data set no.", min: 1, max: 12, step: 1, value: 1}
};

export interface Sources {
  readonly scheme: string;
  readonly samples: number;
  readonly batch: number;
  readonly draw: number;
}

const population = lineThroughPoints(6).sampleGradients([0.4, -0.3]);
const g = population.mean("column");

/** Every data set of a size that the population gives, with the covariance of its mean gradient. */
const dataSets = new Map<number, ReturnType<typeof everyDataSet>>();

function everyDataSet(size: number) {
  const options = {batchSize: size, scheme: "with"} as const;
  const {outcomes} = enumeratedMeans(population, options);
  return {outcomes, covariance: averagedBatchCovariance(population, options)};
}

/** A data set that is drawn, and every batch of it. */
export function drawn({scheme: chosen, samples: n, batch, draw}: Sources) {
  const B = Math.min(batch, n);
  const replacement = chosen === "with replacement";
  const scheme = replacement ? "with" : "without";
  const source = uniforms({
    seed: 3,
    experiment: "two sources: live",
    cell: `${n}`,
    replicate: draw
  });
  const data = drawDataSet(population, n, source);
  const batches = enumeratedMeans(data, {batchSize: B, scheme});
  const covariance = averagedBatchCovariance(data, {batchSize: B, scheme});
  const single = {batchSize: 1, scheme: "with"} as const;
  return {
    n,
    B,
    replacement,
    data,
    batches,
    covariance,
    sampling: Math.hypot(batches.mean[0] - g[0], batches.mean[1] - g[1]),
    populationTrace: averagedBatchCovariance(population, single).trace(),
    dataTrace: averagedBatchCovariance(data, single).trace()
  };
}

const reach = 2.2;

/** Data sets around the population, batches around their data set. */
export function twoClouds({n, batches, covariance}: ReturnType<typeof drawn>): Chart {
  const all = dataSets.get(n) ?? everyDataSet(n);
  dataSets.set(n, all);
  const own = {x: batches.mean[0], y: batches.mean[1]};
  const cloud = (outcomes: typeof batches.outcomes) =>
    outcomes.map(({mean: [x, y], probability}) => ({x, y, weight: probability}));
  return {
    title: "Data sets around the population, batches around their data set",
    caption:
      "Grey: the mean gradients of all data sets of this size, with the 95 % ellipse of their exact covariance around the population’s $g$ (cross). Blue: all batches of the one data set that was drawn, with their ellipse around its $g_n$ (ring). If the batches were unbiased for $g$, the mean of the blue cloud would be the cross. No batch size moves it there, but more data do.",
    description:
      "A wide grey cloud around a cross, and a blue cloud of batch gradients centred on a ring that lies somewhere within the grey cloud.",
    square: true,
    x: {
      label: "gradient of the intercept",
      column: "intercept",
      domain: [g[0] - 1.6 * reach, g[0] + 1.6 * reach]
    },
    y: {label: "gradient of the slope", column: "slope", domain: [g[1] - reach, g[1] + reach]},
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "all data sets’ $g_n$",
            as: "cloud",
            label: false,
            marks: cloud(all.outcomes)
          },
          {
            is: "surrogate",
            name: "all data sets, 95 %",
            as: "loop",
            label: "all data sets’ $g_n$",
            near: 0.1,
            marks: ring(all.covariance, {centre: g})
          },
          {
            is: "measured",
            name: "this one’s batches",
            as: "cloud",
            label: false,
            marks: cloud(batches.outcomes)
          },
          {
            is: "exact",
            name: "batches, 95 %",
            as: "loop",
            label: "this one’s batches",
            near: 0.6,
            marks: ring(covariance, {centre: batches.mean})
          },
          {
            is: "exact",
            name: "from $g$ to $g_n$",
            as: "arrow",
            label: false,
            marks: [{x: g[0], y: g[1]}, own]
          },
          {is: "exact", name: "$g$", as: "crosses", marks: [{x: g[0], y: g[1]}]},
          {is: "exact", name: "its $g_n$", as: "points", second: true, marks: [own]}
        ]
      }
    ]
  };
}

const parts = {batch: "batch noise", sampling: "sampling noise", total: "both"} as const;

export interface SourceRow {
  readonly scheme: "with" | "without";
  readonly part: keyof typeof parts;
  readonly steps: number;
  readonly visited: number;
  readonly enumerated: number;
  readonly exact: number;
}

/** The setting of the enumeration, from its sidecar. */
export interface AccumulatedRun {
  readonly datasetSize: number;
  readonly batchSize: number;
}

/** Mean square of the noise of T steps, added up: what grows as T, and what as T². */
export function accumulatedNoise(rows: readonly SourceRow[]): Chart {
  return {
    title: "Mean square of the noise of $T$ steps, added up",
    caption:
      "In units of Tr $G$, with replacement. Dots: every data set and every sequence of batches; lines: the formulas. Batch noise grows as $T$, sampling noise as $T^2$, since it is the same kick at every step. If sampling noise behaved like noise of SGD, the two lines would be parallel.",
    description:
      "On log axes the batch noise rises with slope one, the sampling noise with slope two; their sum bends from one to the other.",
    x: {label: "steps $T$", column: "steps", scale: "log", ticks: [1, 2, 3, 4, 5, 6]},
    y: {
      label: "mean square of the sum",
      column: "meanSquare",
      scale: "log",
      ticks: [0.25, 0.5, 1, 2, 4, 8]
    },
    panels: [
      {
        series: (Object.keys(parts) as (keyof typeof parts)[]).flatMap(part => {
          const own = rows
            .filter(row => row.part === part && row.scheme === "with")
            .sort((a, b) => a.steps - b.steps);
          return [
            {
              is: "exact",
              name: parts[part],
              near: 0.7,
              marks: own.map(({steps, exact}) => ({x: steps, y: exact}))
            },
            {
              is: "measured",
              name: `enumerated, ${parts[part]}`,
              label: false,
              marks: own.map(({steps, enumerated, exact, visited}) => ({
                x: steps,
                y: enumerated,
                expected: exact,
                visited
              }))
            }
          ] as const;
        })
      }
    ]
  };
}

/** The largest relative difference of enumeration from the formulas. */
export const largestDifference = (rows: readonly SourceRow[]): number =>
  Math.max(...rows.map(row => Math.abs(row.enumerated / row.exact - 1)));

/** How many outcomes were visited: those of both noises together contain the others. */
export const visitedOutcomes = (rows: readonly SourceRow[]): number =>
  rows.filter(row => row.part === "total").reduce((sum, row) => sum + row.visited, 0);

/** What was enumerated after so many steps. */
export function enumeratedAt(
  rows: readonly SourceRow[],
  part: SourceRow["part"],
  steps: number,
  scheme: SourceRow["scheme"] = "with"
): number {
  const row = rows.find(r => r.part === part && r.steps === steps && r.scheme === scheme);
  if (!row) throw new RangeError(`no row of ${part} after ${steps} steps, ${scheme} replacement`);
  return row.enumerated;
}

/** A column for each part and way of drawing. */
export function noiseColumns(rows: readonly SourceRow[]): TableColumn<number>[] {
  const ways = [
    ["batch", "with"],
    ["batch", "without"],
    ["sampling", "with"],
    ["total", "with"],
    ["total", "without"]
  ] as const;
  return [
    {header: "$T$", value: String},
    ...ways.map(([part, way]) => ({
      header: part === "sampling" ? parts[part] : `${parts[part]}, ${way} repl.`,
      value: (t: number) => fixed(enumeratedAt(rows, part, t, way), 4)
    }))
  ];
}

type Line = ReturnType<typeof derivationLines>[number];

/** What counts as rounding in a line of the derivation. */
const tolerance = 1e-12;

export const fails = ({difference}: Line): boolean => difference >= tolerance;

export const derivationColumns: readonly TableColumn<Line>[] = [
  {header: "equation", value: line => line.equation, text: true},
  {header: "says", value: line => line.text, text: true},
  {
    header: "relative difference",
    value: line => (fails(line) ? fixed(line.difference, 4) : scientific(line.difference))
  },
  {header: "holds", value: line => (fails(line) ? "✕ no" : "✓"), text: true}
];
