import type {Chart, Mark, Panel} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {covarianceEllipse} from "../../lib/linalg/covarianceEllipse.js";
import {averagedBatchCovariance} from "../../lib/noise/averagedBatchCovariance.js";
import {cloudsOfEqualTrace} from "../../lib/noise/cloudsOfEqualTrace.js";
import {enumeratedMeans} from "../../lib/noise/enumeratedMeans.js";
import type {SamplingScheme} from "../../lib/noise/sampleCounts.js";
import {leastSquaresLine, lineThroughPoints} from "../../lib/problems/sevenPoints.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {ring} from "../ring.js";

/** Ways of drawing batches, by what the controls call them. */
const schemes: Readonly<Record<string, SamplingScheme>> = {
  "without replacement": "without",
  "with replacement": "with",
  "reshuffled epochs": "reshuffled"
};

const names = Object.fromEntries(
  Object.entries(schemes).map(([name, scheme]) => [scheme, name])
) as Record<SamplingScheme, string>;

/** In the order in which they are listed. */
const listed: readonly SamplingScheme[] = ["with", "without", "reshuffled"];

/** The controls of the oracle. */
export const oracleControls = {
  scheme: {label: "Batches drawn", options: Object.keys(schemes), value: "without replacement"},
  samples: {label: "Samples $n$", min: 4, max: 6, step: 1, value: 6},
  batch: {label: "Batch size $b$", min: 1, max: 4, step: 1, value: 2},
  away: {
    label: "Away from the minimum",
    min: 0,
    max: 2,
    step: 0.1,
    value: 1,
    format: (x: number) => x.toFixed(1)
  }
};

export interface Oracle {
  readonly scheme: string;
  readonly samples: number;
  readonly batch: number;
  readonly away: number;
}

/** Every batch and every epoch of a line through a few points, with their exact laws. */
export function oracle({scheme: chosen, samples, batch, away}: Oracle) {
  const scheme = schemes[chosen];
  const epoch = Math.floor(samples / batch);
  const [intercept, slope] = leastSquaresLine(samples);
  const theta = [intercept + away, slope - 0.6 * away];
  const problem = lineThroughPoints(samples);
  const psi = problem.sampleGradients(theta);
  const full = problem.gradient(theta);
  const laws = [
    {name: "one batch", steps: 1},
    {name: epoch === 1 ? "an epoch: that batch" : `an epoch: the mean of ${epoch}`, steps: epoch}
  ].map(({name, steps}) => {
    const options = {batchSize: batch, steps, scheme};
    const law = enumeratedMeans(psi, options);
    return {name, law, exact: averagedBatchCovariance(psi, options)};
  });
  const offset = Math.max(
    ...laws.map(({law}) => Math.hypot(law.mean[0] - full[0], law.mean[1] - full[1]))
  );
  /** Variance of one batch drawn with replacement: the unit. */
  const unit = averagedBatchCovariance(psi, {batchSize: batch, scheme: "with"}).trace();
  return {epoch, psi, full, laws, offset, unit};
}

/** Every possible answer of the oracle, around the full gradient: batches, and means of epochs. */
export function answers({psi, full, laws}: ReturnType<typeof oracle>): Chart {
  const singles = psi.to2DArray().map(([x, y], i) => ({x, y, sample: i + 1}));
  const rings = laws.map(({exact}) => ring(exact, {centre: full}));
  const ends = (along: "x" | "y"): [number, number] => {
    const values = [...singles, ...rings.flat()].map(mark => mark[along]);
    const [low, high] = [Math.min(...values), Math.max(...values)];
    const room = 0.06 * (high - low);
    return [low - room, high + room];
  };
  return {
    title: "Every possible answer of the oracle, around the full gradient",
    caption:
      "Dots: all batches, then all epochs, their area as their probability; numbered rings: the gradients of the single samples; cross: the full gradient, their mean; ellipse: 95 % of a Gaussian with the exact covariance. If the oracle were biased, the mean of the dots would not be the cross. Without replacement and reshuffled look the same in the first panel; in the second the reshuffled epoch is a single dot if $b$ divides $n$.",
    description:
      "Two panels in the plane of intercept and slope gradients: the gradients of all batches around the full gradient in the first, and the means of all epochs, much closer to it, in the second.",
    shape: 0.9,
    x: {label: "gradient of the intercept", column: "intercept", domain: ends("x"), ticks: 5},
    y: {label: "gradient of the slope", column: "slope", domain: ends("y")},
    panels: laws.map(
      ({name, law}, k): Panel => ({
        name,
        series: [
          {
            is: "measured",
            name: "outcomes",
            as: "cloud",
            label: false,
            marks: law.outcomes.map(({mean: [x, y], probability}) => ({
              x,
              y,
              weight: probability
            }))
          },
          {
            is: "reference",
            name: "single samples",
            as: "points",
            inside: "sample",
            label: false,
            marks: singles
          },
          {is: "exact", name: "exact covariance", as: "loop", label: false, marks: rings[k]},
          {
            is: "exact",
            name: "full gradient",
            as: "crosses",
            label: false,
            marks: [{x: full[0], y: full[1]}]
          }
        ]
      })
    )
  };
}

export interface SchemeRow {
  readonly scheme: SamplingScheme;
  readonly steps: number;
  readonly outcomes: number;
  readonly enumerated: number;
  readonly exact: number;
}

/** The largest difference between enumeration and formula. */
export const largestDifference = (rows: readonly SchemeRow[]): number =>
  Math.max(...rows.map(row => Math.abs(row.enumerated - row.exact)));

/** The variance of the noise of t batches, added up, under the three schemes. */
export function accumulatedVariance(rows: readonly SchemeRow[]): Chart {
  const of = (scheme: SamplingScheme) =>
    rows.filter(row => row.scheme === scheme).sort((a, b) => a.steps - b.steps);
  const last = Math.max(...rows.map(({steps}) => steps));
  const ends = of("reshuffled").filter(({exact}) => exact < 1e-9);
  return {
    title: "Variance of the noise of $t$ batches, added up",
    caption:
      "In units of one batch drawn with replacement. Dots: every sequence of batches visited; lines: the formula. If batches of a shuffled deck were independent, as the notes say they nearly are for $b ≪ n$, the lowest line would coincide with the middle one.",
    description:
      "Two straight lines that rise with the number of steps, and one that goes up and comes back to zero at the end of every epoch of three batches.",
    x: {
      label: "batches $t$",
      column: "steps",
      domain: [0, last + 0.1],
      ticks: [0, ...stepsOf(rows)]
    },
    y: {label: "variance of their sum", column: "variance", domain: [0, 6.4], ticks: 7},
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "end of an epoch",
            near: 0.35,
            marks: ends.map(({steps}) => ({x: steps}))
          },
          ...listed.flatMap(scheme => {
            const own = of(scheme);
            const zero: Mark = {x: 0, y: 0};
            return [
              {
                is: "exact",
                name: names[scheme],
                near: 1,
                marks: [zero, ...own.map(({steps, exact}): Mark => ({x: steps, y: exact}))]
              },
              {
                is: "measured",
                name: `enumerated, ${names[scheme]}`,
                label: false,
                marks: own.map(({steps, enumerated, exact, outcomes}) => ({
                  x: steps,
                  y: enumerated,
                  expected: exact,
                  outcomes
                }))
              }
            ] as const;
          })
        ]
      }
    ]
  };
}

/** Numbers of steps of the sweep. */
export const stepsOf = (rows: readonly SchemeRow[]): number[] =>
  [...new Set(rows.map(({steps}) => steps))].sort((a, b) => a - b);

/** The variance of the noise of an epoch's batches, added up, as each scheme draws them. */
export function overEpoch(rows: readonly SchemeRow[]) {
  const at = (scheme: SamplingScheme, t: number) =>
    rows.find(row => row.scheme === scheme && row.steps === t)?.enumerated ?? Number.NaN;
  const batches = stepsOf(rows).find(t => Math.abs(at("reshuffled", t)) < 1e-9) ?? Number.NaN;
  return {
    batches,
    with: at("with", batches),
    without: at("without", batches),
    reshuffled: at("reshuffled", batches)
  };
}

/** A column for each scheme. */
export const varianceColumns = (rows: readonly SchemeRow[]): TableColumn<number>[] => [
  {header: "$t$", value: String},
  ...listed.map(scheme => ({
    header: names[scheme],
    value: (t: number) =>
      fixed(rows.find(row => row.scheme === scheme && row.steps === t)?.enumerated ?? Number.NaN, 4)
  }))
];

const kinds = [
  {key: "isotropic", name: "isotropic", is: "surrogate"},
  {key: "aligned", name: "aligned with $F$", is: "exact"}
] as const;

const shownBatches = [1, 4, 16];

const cloudOf = (batchSize: number) =>
  cloudsOfEqualTrace({
    variances: [1.8, 0.2],
    degrees: 30,
    batchSize,
    size: 500,
    source: uniforms({seed: 1, experiment: "setup: figure 1", cell: "clouds", replicate: 0})
  });

/** Traces of the two noises, and the largest variance of a direction. */
export const strengths = () =>
  kinds.map(({key}) => {
    const {covariance} = cloudOf(1)[key];
    const radii = covarianceEllipse(covariance, {radius: 1}).map(([x, y]) => x * x + y * y);
    return {trace: covariance.trace(), largest: Math.max(...radii)};
  });

/** Two noises of equal strength: the sketch of Figure 1 with numbers. */
export function equalStrength(): Chart {
  return {
    title: "Two noises of equal strength",
    caption: `Dots: single-sample noises; ellipses: 95 % of a Gaussian at $b$ = ${shownBatches.join(", ")}. The mean squared length is the same on both sides at every $b$, and so is any quantity that depends only on the trace. If $b$ changed the shape, the ellipses of one panel would turn or flatten.`,
    description:
      "Two panels: round nested ellipses with a round cloud, and elongated tilted ones of the same total variance.",
    square: true,
    x: {label: "first direction", column: "first", domain: [-4, 4], ticks: 4},
    y: {label: "second direction", column: "second", domain: [-4, 4], ticks: 4},
    panels: kinds.map(
      ({key, name, is}): Panel => ({
        name,
        series: [
          {
            is: "measured",
            name: "single samples",
            as: "cloud",
            label: false,
            marks: cloudOf(1)[key].points.map(([x, y]) => ({x, y}))
          },
          ...shownBatches.map(
            batch =>
              ({
                is,
                name: `$b = ${batch}$`,
                as: "loop",
                // There is no room in the smallest.
                ...(batch === Math.max(...shownBatches) && {label: false as const}),
                near: 0.1,
                marks: ring(cloudOf(batch)[key].covariance)
              }) as const
          )
        ]
      })
    )
  };
}
