import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, percent, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {DrivenCell} from "../../lib/stationary/drivenCell.js";
import {drivenVarianceRatio} from "../../lib/stationary/drivenVarianceRatio.js";
import {finiteSamples} from "../../lib/stationary/noiseDrive.js";
import {score} from "../scores.js";

/** A row of the sweep: the variance over that of the diffusion with white noise. */
export interface DrivenRow extends DrivenCell {
  readonly ratio: number;
  readonly standardError: number;
  readonly expected: number;
}

/** The rows of a drive as marks, along the knob or the step. */
export const drivenMarks = (
  rows: readonly DrivenRow[],
  drive: DrivenCell["drive"],
  along: "knob" | "step" = "knob"
) =>
  rows
    .filter(row => row.drive === drive)
    .map(({knob, step, ratio, standardError, expected}) => ({
      x: along === "knob" ? knob : step,
      y: ratio,
      standardError,
      expected,
      step
    }));

type DrivenMark = ReturnType<typeof drivenMarks>[number];

/** The ratio under white noise at a step. */
const whiteRatio = (step: number) =>
  drivenVarianceRatio({drive: "white", knob: 0, step, updates: 1});

const measuredColumns = {
  measured: {
    header: "measured ± s.e.",
    value: ({y, standardError}: DrivenMark) => withError(y, standardError, 3)
  },
  z: {header: "$z$", value: (mark: DrivenMark) => signed(score(mark))}
} as const;

/** Falling rates against the theory of the moment. */
export const fallingColumns: readonly TableColumn<DrivenMark>[] = [
  {header: "$a = ηhK$", value: ({x}) => fixed(x, 2)},
  {header: "limit, $2a/(2a − 1)$", value: ({x}) => fixed(lateRatio(x), 3)},
  {header: "exact, updates after $4K$", value: ({expected}) => fixed(expected, 3)},
  measuredColumns.measured,
  measuredColumns.z
];

/** What the variance is in the end, over the theory of the moment, where the rate halves after a/ηh updates. */
export const lateRatio = (a: number): number => (2 * a) / (2 * a - 1);

/** Batches of successive samples of a stream. */
export const orderedColumns: readonly TableColumn<DrivenMark>[] = [
  {header: "correlation of neighbours $φ$", value: ({x}) => fixed(x, 1)},
  {header: "indices drawn", value: ({step}) => fixed(whiteRatio(step), 3)},
  {header: "in order, exact", value: ({expected}) => fixed(expected, 3)},
  {...measuredColumns.measured, header: "in order, measured ± s.e."},
  measuredColumns.z
];

/** Data in which samples repeat, drawn and in their order. */
export const repeatedMarks = (rows: readonly DrivenRow[]) => [
  ...drivenMarks(rows, "clustered").map(mark => ({
    ...mark,
    data: `${mark.x} different samples, drawn`
  })),
  ...drivenMarks(rows, "runs").map(mark => ({...mark, data: `runs of ${mark.x}, in order`}))
];

export const repeatedColumns: readonly TableColumn<DrivenMark & {readonly data: string}>[] = [
  {header: "data", value: ({data}) => data, text: true},
  {header: "independent samples", value: ({step}) => fixed(whiteRatio(step), 3)},
  {header: "exact", value: ({expected}) => fixed(expected, 3)},
  measuredColumns.measured,
  measuredColumns.z
];

const hundredths = (x: number) => fixed(x, 2);

/** The controls of a rate that falls. */
export const fallControls = {
  a: {
    label: "Fall time, $a = ηhK$",
    min: 0.25,
    max: 8,
    step: 0.25,
    value: 0.75,
    format: hundredths
  },
  rate: {label: "First rate, $ηh$", min: 0.02, max: 0.5, step: 0.02, value: 0.1, format: hundredths}
};

type Asked = Readonly<Record<keyof typeof fallControls, number>>;

/** How long the fall is followed. */
export const horizon = 100_000;

/** The variance of a recursion that starts at rest, while the rate falls as 1/(1 + k/K), beside the diffusion's at the rate of the moment. */
export function fall({a, rate}: Asked) {
  const K = a / rate;
  const course: {x: number; exact: number; moment: number}[] = [];
  let variance = rate / (2 - rate);
  for (let k = 0, next = 1; k <= horizon; k++) {
    const now = rate / (1 + k / K);
    if (k >= next || k === horizon) {
      course.push({x: k, exact: variance, moment: now / 2});
      next = Math.max(k + 1, 1.08 * k);
    }
    variance = (1 - now) ** 2 * variance + now * now;
  }
  const last = course[course.length - 1];
  return {course, behind: last.exact / last.moment};
}

/** The variance while the rate falls. */
export function fallingVariance({course}: ReturnType<typeof fall>): Chart {
  return {
    title: "The variance while the rate falls as $1/(1 + k/K)$",
    caption:
      "Solid: exact for the recursion, which starts at rest; dashed: the stationary variance at the present rate. Above $a = ½$ both fall like $1/k$, a constant factor apart; below it the iterate falls like the slower power $k^{−2a}$.",
    description: "Two falling curves on logarithmic axes which part where the rate begins to fall.",
    shape: 0.5,
    x: {label: "updates $k$", column: "updates", scale: "log", domain: [1, horizon]},
    y: {
      label: "variance, in units of $C/h^2$",
      column: "variance",
      scale: "log",
      domain: [1e-6, 6]
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "stationary at the present rate",
            marks: course.map(({x, moment}) => ({x, y: moment})),
            near: 0.4
          },
          {
            is: "exact",
            name: "recursion",
            marks: course.map(({x, exact}) => ({x, y: exact})),
            near: 0.85
          }
        ]
      }
    ]
  };
}

/** Variance over the diffusion's, against the step. */
export function ratioAgainstStep(rows: readonly DrivenRow[]): Chart {
  return {
    title: "Variance over the diffusion's, against the step",
    caption:
      "Dots: measured, with 95 % bars; solid: $1/(1 − ηh/2)$; dashed: the limit, which is too low by the fraction $ηh/2$.",
    description: "A curve that leaves one slowly and rises steeply towards two.",
    x: {label: "$ηh$", column: "rateTimesCurvature", domain: [0, 2.02], ticks: 5},
    y: {
      label: "variance over the diffusion's",
      column: "ratio",
      scale: "log",
      domain: [0.8, 60],
      ticks: [1, 2, 5, 10, 20, 50]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "no law beyond $ηh = 2$", marks: [{x: 2}], near: 0.1},
          {is: "continuous", name: "diffusion", marks: curve(() => 1, [0, 2]), near: 0.1},
          {is: "exact", name: "recursion", marks: curve(whiteRatio, [0.02, 1.96]), near: 0.65},
          {
            is: "measured",
            name: "measured",
            marks: drivenMarks(rows, "white", "step"),
            near: 0.5
          }
        ]
      }
    ]
  };
}

/** Variance of a batch without replacement over that of one with, by the share of the data that it takes. */
const varianceLeft = (share: number, n: number) => (n - share * n) / (n - 1);

/** Its skewness, likewise. */
const skewnessLeft = (share: number, n: number) =>
  ((n - 2 * share * n) / (n - 2)) * Math.sqrt((n - 1) / (n - share * n));

/** Variance and skewness of a batch against the share of the data that it takes. */
export function shareOfData(rows: readonly DrivenRow[]): Chart {
  const n = finiteSamples;
  const shares = Array.from({length: n - 1}, (_, k) => (k + 1) / n);
  const along = (f: typeof varianceLeft): Mark[] => shares.map(x => ({x, y: f(x, n)}));
  return {
    title: "Variance and skewness as the batch takes a larger share of the data",
    caption: `Dots: the variance of SGD with batches from ${n} samples, over that with $b ≪ n$; solid: $(n − b)/(n − 1)$, and lighter the skewness over $γ/√b$; dotted: the theory, 1.`,
    description: "A line that falls from one to zero and a curve that crosses zero at ½.",
    x: {label: "share of the data in a batch, $b/n$", column: "share", domain: [0, 1], ticks: 5},
    y: {label: "over its value for $b ≪ n$", column: "ratio", domain: [-1.5, 1.2], ticks: 6},
    panels: [
      {
        series: [
          {is: "reference", name: "zero", label: false, marks: [{y: 0}]},
          {is: "surrogate", name: "theory", marks: curve(() => 1, [0, 1]), near: 0.5},
          {is: "exact", name: "variance", marks: along(varianceLeft), near: 0.8},
          {is: "exact", name: "skewness", marks: along(skewnessLeft), second: true, near: 0.7},
          {
            is: "measured",
            name: "measured variance",
            label: false,
            marks: drivenMarks(rows, "finite").map(({x, y, standardError, expected, step}) => ({
              x,
              y: y / whiteRatio(step),
              standardError: standardError / whiteRatio(step),
              expected: expected / whiteRatio(step)
            }))
          }
        ]
      }
    ]
  };
}

/** Sizes of data sets and batches as they are used. */
export const realisticSizes = [
  [50_000, 128],
  [50_000, 1024],
  [50_000, 8192],
  [50_000, 25_000],
  [1_281_167, 8192]
] as const;

/** Skewness of one exponential gradient. */
const skewed = 2;

export const realisticColumns: readonly TableColumn<(typeof realisticSizes)[number]>[] = [
  {header: "$n$", value: ([n]) => whole(n)},
  {header: "$b$", value: ([, b]) => whole(b)},
  {header: "variance over $G/b$", value: ([n, b]) => fixed(varianceLeft(b / n, n), 4)},
  {header: "skewness over $γ/√b$", value: ([n, b]) => fixed(skewnessLeft(b / n, n), 4)},
  {
    header: `distance from normal, $γ = ${skewed}$`,
    value: ([n, b]) =>
      percent(Math.abs(skewnessLeft(b / n, n)) * (skewed / 6 / Math.sqrt(2 * Math.PI * b)), 2)
  }
];
