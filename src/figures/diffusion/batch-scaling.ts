import type {Chart, Panel, Series} from "../../components/chart/declaration.js";
import {fixed, percent, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";

/** What the sweep ran. */
export interface ScalingRun {
  readonly hessianEigenvalues: readonly number[];
  readonly noiseVariances: readonly number[];
  readonly learningRate: number;
}

export interface ScalingRow
  extends Readonly<
    Record<
      | "b"
      | "coordinate"
      | "variance"
      | "standardError"
      | "expected"
      | "finalVariance"
      | "finalStandardError",
      number
    >
  > {}

/** The two directions, in words. */
export const directions = ["stiff", "flat"] as const;

const nameOf = ({hessianEigenvalues}: ScalingRun, i: number) =>
  `${directions[i]}, $h = ${hessianEigenvalues[i]}$`;

/** Variances of the differential equation, by the direction. */
function limits({hessianEigenvalues, noiseVariances, learningRate}: ScalingRun, b: number) {
  return ouCovariance({
    hessian: diagonal(hessianEigenvalues),
    noise: diagonal(noiseVariances.map(v => (2 * v) / (learningRate * b))),
    learningRate
  }).diagonal();
}

/** The rows of a direction as marks, with the variance of the continuous limit. */
export const scalingMarks = (rows: readonly ScalingRow[], run: ScalingRun, i: number) =>
  rows
    .filter(row => row.coordinate === i + 1)
    .map(({b, variance, standardError, expected}) => ({
      x: b,
      y: variance,
      standardError,
      expected,
      continuous: limits(run, b)[i]
    }));

type ScalingMark = ReturnType<typeof scalingMarks>[number];

/** What a finite step adds to the variance of the continuous limit, by the direction. */
export const stepCosts = (rows: readonly ScalingRow[], run: ScalingRun): number[] =>
  directions.map((_, i) => {
    const [{expected, continuous}] = scalingMarks(rows, run, i);
    return expected / continuous - 1;
  });

/** The same marks with the continuous limit in the place of what is expected. */
export const againstLimit = (marks: readonly ScalingMark[]) =>
  marks.map(mark => ({...mark, expected: mark.continuous}));

const batchAxis = {
  label: "batch size $b$",
  column: "b",
  scale: "log",
  ticks: [1, 4, 16, 64, 256]
} as const;

/** Stationary variances against the batch size, Figure 2. */
export function varianceAgainstBatch(rows: readonly ScalingRow[], run: ScalingRun): Chart {
  return {
    title: "Stationary variance against batch size",
    caption:
      "Dots: measured (error bars are smaller than the dots); solid: exact for the step taken; dashed: continuous limit. On these axes the two predictions coincide to the eye, as they would in the paper's figure.",
    description:
      "Two straight falling lines of slope minus one on logarithmic axes, the flat direction above the stiff one, with measured dots on them.",
    x: batchAxis,
    y: {label: "stationary variance", column: "variance", scale: "log", format: "power"},
    panels: [
      {
        series: directions.flatMap((direction, i): Series[] => {
          const marks = scalingMarks(rows, run, i);
          return [
            {
              is: "continuous",
              name: `continuous limit, ${direction}`,
              label: false,
              marks: marks.map(({x, continuous}) => ({x, y: continuous}))
            },
            {
              is: "exact",
              name: nameOf(run, i),
              marks: marks.map(({x, expected}) => ({x, y: expected})),
              near: 0.75
            },
            {is: "measured", name: `measured, ${direction}`, label: false, marks}
          ];
        })
      }
    ]
  };
}

/** The marks of a direction over the continuous prediction. */
const ratioMarks = (rows: readonly ScalingRow[], run: ScalingRun, i: number) =>
  scalingMarks(rows, run, i).map(({x, y, standardError, expected, continuous}) => ({
    x,
    y: y / continuous,
    standardError: standardError / continuous,
    expected: expected / continuous
  }));

/** What was measured over the continuous prediction. */
export function ratioToLimit(rows: readonly ScalingRow[], run: ScalingRun): Chart {
  const costs = stepCosts(rows, run);
  const all = directions.map((_, i) => ratioMarks(rows, run, i));
  // Both panels hold all bars of both.
  const ends = all.flat().flatMap(({y, standardError: s}) => [y - 1.96 * s, y + 1.96 * s]);
  return {
    title: "Measured variance over the continuous prediction",
    caption:
      "Dots with 95 % intervals; solid: the exact ratio $1/(1 − ηh/2)$; dashed: where the dots would lie if the continuous limit were the law of the recursion.",
    description: `Ratios near ${fixed(1 + costs[0], 3)} for the stiff direction and near ${fixed(1 + costs[1], 4)} for the flat one, at every batch size.`,
    shape: 0.8,
    x: batchAxis,
    y: {
      label: "measured over continuous",
      column: "ratio",
      domain: [Math.min(...ends), Math.max(...ends)]
    },
    panels: all.map((marks, i): Panel => {
      // Both panels have the same series: the first names them.
      const named = i > 0 ? false : undefined;
      return {
        name: nameOf(run, i),
        series: [
          {
            is: "continuous",
            name: "continuous limit",
            label: named,
            marks: marks.map(({x}) => ({x, y: 1})),
            near: 0.7
          },
          {
            is: "exact",
            name: "exact",
            label: named,
            marks: marks.map(({x, expected}) => ({x, y: expected})),
            near: 0.9
          },
          {is: "measured", name: "measured", label: named, marks, near: 0.2}
        ]
      };
    })
  };
}

/** The slope of log variance against log b in a direction. */
export function slopeOf(marks: readonly ScalingMark[]) {
  const {slope} = fitLine(
    marks.map(({x}) => Math.log(x)),
    marks.map(({y}) => Math.log(y)),
    {standardErrors: marks.map(({y, standardError}) => standardError / y)}
  );
  return slope;
}

/** The columns of Experiment 1, in a direction; all variances are multiplied by b. */
export const scalingColumns: readonly TableColumn<ScalingMark & Finals>[] = [
  {header: "$b$", value: ({x}) => String(x)},
  {header: "continuous", value: ({x, continuous}) => fixed(continuous * x, 5)},
  {header: "exact", value: ({x, expected}) => fixed(expected * x, 5)},
  {
    header: "measured ± s.e.",
    value: ({x, y, standardError}) => withError(y * x, standardError * x, 5)
  },
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {header: "$z$, cont.", value: mark => signed(score({...mark, expected: mark.continuous}))},
  {
    header: "last state only",
    value: ({x, finalVariance, finalStandardError}) =>
      withError(finalVariance * x, finalStandardError * x, 2)
  }
];

type Finals = Pick<ScalingRow, "finalVariance" | "finalStandardError">;

/** The lines of Experiment 1 in a direction. */
export function scalingLines(rows: readonly ScalingRow[], run: ScalingRun, i: number) {
  const own = rows.filter(row => row.coordinate === i + 1);
  return scalingMarks(rows, run, i).map((mark, k) => ({...mark, ...own[k]}));
}

export const scalingCaption = (run: ScalingRun, i: number) => ({
  label: `Experiment 1, ${nameOf(run, i)}: variances times $b$`
});

/** The relative standard error of a variance from so many Gaussian draws. */
export const errorOfDraws = (draws: number): string => percent(Math.sqrt(2 / (draws - 1)), 1);
