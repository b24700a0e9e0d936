import {type Chart, curve} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {misspecifiedLogit, noiseFromCurvature} from "../../lib/problems/probitTruth.js";
import {estimate} from "../../lib/simulate/summary.js";
import {score} from "../scores.js";

/** One repetition of Experiment A: relative differences, and variances along and across the truth. */
export interface MisfitRow
  extends Readonly<
    Record<
      | "dimension"
      | "length"
      | "square"
      | "diagonalNoise"
      | "diagonalCurvature"
      | "fullNoise"
      | "expectedDiagonal"
      | "expectedFull"
      | "along"
      | "alongError"
      | "alongNoise"
      | "alongCurvature"
      | "across"
      | "acrossError"
      | "acrossNoise"
      | "acrossCurvature",
      number
    >
  > {}

/** What one repetition consists of. */
export interface MisfitRun {
  readonly batches: number;
}

/** The relative difference that the paper reports. */
export const printedDifference = 0.05;

const nameOf = ({dimension, length, square}: MisfitRow) =>
  `$d = ${dimension}$, $s = ${length}$${square > 0 ? `, $γ = ${square}$` : ""}`;

/** The repetitions by their truth, in the order of the table. */
export const truths = (rows: readonly MisfitRow[]) =>
  [...new Set(rows.map(nameOf))].map(name => {
    const own = rows.filter(row => nameOf(row) === name);
    return {...own[0], name, rows: own};
  });

export type Truth = ReturnType<typeof truths>[number];

/** The truth of this dimension and length, with a square that the model lacks or without. */
export function truthOf(
  all: readonly Truth[],
  wanted: Readonly<Record<"dimension" | "length" | "square", number>>
): Truth {
  const found = all.find(
    ({dimension, length, square}) =>
      dimension === wanted.dimension && length === wanted.length && square === wanted.square
  );
  if (!found) throw new RangeError(`truth must be one of the table; got ${JSON.stringify(wanted)}`);
  return found;
}

/** The error that so many batches make in each entry of a diagonal, relative to it. */
export const samplingError = (batches: number): number => Math.sqrt(2 / (batches - 1));

/** Relative error of the covariance of some batches, from either candidate, repetition by repetition. */
export function relativeErrors(rows: readonly MisfitRow[], {batches}: MisfitRun): Chart {
  const all = truths(rows);
  const height = (k: number) => all.length - 1 - k;
  const strip = (column: "diagonalNoise" | "diagonalCurvature", low: number) =>
    all.flatMap(({name, rows: own}, k) =>
      own.map((row, r) => ({
        x: row[column],
        y: height(k) + low + (0.28 * r) / own.length,
        truth: name
      }))
    );
  return {
    title: `Relative error of the covariance of ${batches} batches`,
    caption:
      "Dots: from the score covariance $J^⋆/b$; crosses: from the curvature $H^⋆/b$; one of each per repetition, on the diagonals. Diamonds: what the paper reports, for a probit truth whose $d$ and $s$ it does not give. In the probit rows the crosses lie among the dots: the wrong matrix would have given the same number. In the last row the model lacks a square term, of weight $γ$, and crosses and dots separate.",
    description:
      "Strips of points, one per truth. In all but the last, dots and crosses cover the same range about the printed value; in the last the crosses lie far to the right.",
    shape: 0.62,
    x: {
      label: "relative Frobenius difference, diagonal entries",
      short: "relative difference, diagonals",
      column: "difference",
      domain: [0, 0.24],
      ticks: 5
    },
    y: {
      label: "truth",
      column: "position",
      domain: [-0.6, all.length - 0.5],
      names: all.map(({name}) => name).reverse()
    },
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "from $H^⋆/b$",
            as: "crosses",
            marks: strip("diagonalCurvature", -0.4),
            near: 1
          },
          {
            is: "measured",
            name: "from $J^⋆/b$",
            as: "points",
            marks: strip("diagonalNoise", 0.08),
            near: 1
          },
          {
            is: "printed",
            name: "printed",
            marks: all.flatMap(({square, name}, k) =>
              square > 0 ? [] : [{x: printedDifference, y: height(k), truth: name}]
            ),
            near: 0
          }
        ]
      }
    ]
  };
}

/** Root of the mean square, with its standard error. */
export function rootMeanSquare(values: readonly number[]) {
  const {mean, standardError} = estimate(values.map(x => x * x));
  const root = Math.sqrt(mean);
  return {y: root, standardError: standardError / (2 * root)};
}

const rootOf = ({rows}: Truth, column: "diagonalNoise" | "diagonalCurvature" | "fullNoise") =>
  rootMeanSquare(rows.map(row => row[column]));

const rootWithError = (...of: Parameters<typeof rootOf>) => {
  const {y, standardError} = rootOf(...of);
  return withError(y, standardError, 4);
};

/** Experiment A in numbers, truth by truth. */
export const differenceColumns: readonly TableColumn<Truth>[] = [
  {header: "truth", value: ({name}) => name.replaceAll(" ", "\u00a0"), text: true},
  {
    header: "printed",
    value: ({square}) => (square === 0 ? `≈ ${fixed(printedDifference, 2)}` : "–")
  },
  {header: "diagonal, predicted", value: row => fixed(row.expectedDiagonal, 4)},
  {header: "measured ± s.e.", value: row => rootWithError(row, "diagonalNoise")},
  {header: "from $H^⋆$", value: row => fixed(rootOf(row, "diagonalCurvature").y, 4)},
  {header: "full, predicted", value: row => fixed(row.expectedFull, 4)},
  {header: "measured ± s.e.", value: row => rootWithError(row, "fullNoise")}
];

/** The largest distance of the diagonals' root mean square from what is predicted, in standard errors. */
export const largestDistance = (all: readonly Truth[]): number =>
  Math.max(
    ...all.map(row =>
      Math.abs(score({...rootOf(row, "diagonalNoise"), expected: row.expectedDiagonal}))
    )
  );

/** In what share of the repetitions the curvature is the nearer matrix. */
export const likelier = ({rows}: Truth): number =>
  rows.filter(row => row.diagonalCurvature < row.diagonalNoise).length / rows.length;

/** How many standard errors of the pooled batches lie between the two candidates, along the truth. */
export const apart = ({alongNoise, alongCurvature, alongError}: Truth): number =>
  Math.abs(alongNoise - alongCurvature) / alongError;

/** The pooled variances along and across a truth, beside both candidates. */
export const directionLines = (all: readonly Truth[]) =>
  all.flatMap(row =>
    (["along", "across"] as const).map(where => ({
      name: row.name,
      where: where === "along" ? "along $β_0$" : where,
      y: row[where],
      standardError: row[`${where}Error`],
      noise: row[`${where}Noise`],
      curvature: row[`${where}Curvature`]
    }))
  );

type DirectionLine = ReturnType<typeof directionLines>[number];

export const directionColumns: readonly TableColumn<DirectionLine>[] = [
  {header: "truth", value: ({name}) => name, text: true},
  {header: "direction", value: ({where}) => where, text: true},
  {header: "$(1 − b/n) Ĵ$", value: ({noise}) => fixed(noise, 4)},
  {header: "$Ĥ$", value: ({curvature}) => fixed(curvature, 4)},
  {
    header: "$b$ Var $g$ ± s.e.",
    value: ({y, standardError}) => withError(y, standardError, 4)
  },
  {header: "$z$, noise", value: row => signed(score({...row, expected: row.noise}))},
  {header: "$z$, curvature", value: row => signed(score({...row, expected: row.curvature}))}
];

/** The controls of an experiment that could refute. */
export const truthControls = {
  length: {
    label: "Length of $β_0$, $s$",
    min: 0.25,
    max: 3,
    step: 0.25,
    value: 1,
    format: (x: number) => fixed(x, 2)
  },
  square: {
    label: "Missing square, $γ$",
    min: 0,
    max: 2,
    step: 0.1,
    value: 0,
    format: (x: number) => fixed(x, 1)
  },
  dimension: {label: "Dimension $d$", min: 2, max: 20, step: 1, value: 5}
};

type Asked = Readonly<Record<keyof typeof truthControls, number>>;

/** The relative distance of the two matrices, and how many batches bring the sampling error to a third of it. */
export function needed(asked: Asked) {
  const gap = noiseFromCurvature(misspecifiedLogit(asked), asked.dimension);
  return {gap, batches: 1 + 2 / (gap / 3) ** 2};
}

/** What the experiment would report under either candidate, against the number of its batches. */
export function againstBatches(asked: Asked, {batches}: MisfitRun): Chart {
  const {gap} = needed(asked);
  const ends: [number, number] = [100, 1e6];
  const log = {points: 61, log: true};
  return {
    title: "What the experiment would report, against the number of its batches",
    caption: `Solid: expected relative difference of the diagonals if the noise follows $J^⋆$; dotted: if the noise followed $H^⋆$ and were compared with $J^⋆$. The curves separate where sampling error falls below the distance of the two matrices. Diamond: the paper's experiment, with ${whole(batches)} batches.`,
    description:
      "A falling line of slope ½ and a dotted curve that leaves it and levels off at the distance between noise and curvature.",
    x: {label: "batches", column: "batches", scale: "log", domain: ends},
    y: {
      label: "relative difference",
      column: "difference",
      scale: "log",
      domain: [0.001, 1]
    },
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "were it $H^⋆/b$",
            marks: curve(m => Math.hypot(samplingError(m), gap), ends, log),
            near: 0.9
          },
          {
            is: "exact",
            name: "noise is $J^⋆/b$",
            marks: curve(samplingError, ends, log),
            near: 0.6
          },
          {is: "printed", name: "printed", marks: [{x: batches, y: printedDifference}]}
        ]
      }
    ]
  };
}
