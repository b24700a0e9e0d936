import {type Chart, curve, type Panel, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {score} from "../scores.js";

/** A cell of the sweeps under white noise, with the exact average over its own steps. */
export interface WhiteRow
  extends Readonly<
    Record<"learningRate" | "momentum" | "variance" | "standardError" | "expected", number>
  > {}

/** What one of those sweeps ran. */
export interface WhiteRun {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
  readonly learningRates: readonly number[];
}

/** Where a momentum below 1 ends the divergence of plain SGD at this step, if it diverges. */
export const leastMomentum = (step: number): number => step / 2 - 1;

/** The exact stationary variance of heavy ball in one direction. */
export const heavyBall = (
  learningRate: number,
  momentum: number,
  {curvatures: [h], noise: [c]}: Pick<WhiteRun, "curvatures" | "noise">
): number => momentumCovariance({hessian: [[h]], noise: [[c]], learningRate, momentum}).get(0, 0);

/** The same in continuous time. */
const flow = (
  learningRate: number,
  momentum: number,
  {curvatures: [h], noise: [c]}: Pick<WhiteRun, "curvatures" | "noise">
) => (learningRate * c) / (2 * h * (1 - momentum));

/** Figures 4(a) and 9(a), in the order of their sweeps. */
const figures = ["4(a)", "9(a)"];

/** Lines end where momentum does. */
const largestMomentum = 0.985;

/** The measured cells of a rate. */
export const whiteMarks = (rows: readonly WhiteRow[], rate?: number) =>
  rows
    .filter(({learningRate}) => rate === undefined || learningRate === rate)
    .map(({momentum, variance, standardError, expected}) => ({
      x: momentum,
      y: variance,
      standardError,
      expected
    }));

/** Variance against momentum, a panel for each step. */
export function whiteVariance(rows: readonly WhiteRow[], runs: readonly WhiteRun[]): Chart {
  const [long, short] = runs.map(({learningRates: [rate], curvatures: [h]}) => rate * h);
  return {
    title: "Variance against momentum under white noise",
    caption: `Dots: measured, with 95 % bars, smaller than the dots; solid: exact; dashed: continuous time. At $ηh = ${long}$ plain SGD would diverge; momentum holds it from $µ = ${leastMomentum(long)}$ on. At $ηh = ${short}$ nothing diverges short of $µ = 1$, and continuous time is not right either: exact over continuous falls from $1/(1 − ηh/2)$ to $1/(1 − ηh/4)$ and not below.`,
    description:
      "Two panels of measured variances on the exact curve, the continuous prediction below it; at the longer step the curve begins at a limit, where it diverges.",
    shape: 0.85,
    x: {label: "momentum $µ$", column: "momentum", domain: [0, 1], ticks: 5},
    y: {label: "variance of $θ$", column: "variance", scale: "log", domain: [0.4, 300]},
    panels: runs.map((run, k): Panel => {
      const [rate] = run.learningRates;
      const [h] = run.curvatures;
      const least = Math.max(0, leastMomentum(rate * h));
      const edge: Series[] =
        least > 0
          ? [
              {
                is: "reference",
                name: "least momentum",
                label: "$µ = ηh/2 − 1$",
                marks: [{x: least}]
              }
            ]
          : [];
      return {
        name: `$ηh = ${rate * h}$, Figure ${figures[k]}`,
        series: [
          ...edge,
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(mu => flow(rate, mu, run), [0, largestMomentum]),
            near: 0.3
          },
          {
            is: "exact",
            name: "exact",
            marks: curve(
              mu => heavyBall(rate, mu, run),
              [least && least + 0.002, largestMomentum],
              {points: 100}
            ),
            near: 0.6
          },
          {is: "measured", name: "measured", label: false, marks: whiteMarks(rows, rate)}
        ]
      };
    })
  };
}

/** How far a cell lies from continuous time, in standard errors. */
const scoreOfFlow = (row: WhiteRow, run: WhiteRun) =>
  (row.variance - flow(row.learningRate, row.momentum, run)) / row.standardError;

/** The columns of the numbers behind Figures 4(a) and 9(a). */
export const whiteColumns = (run: WhiteRun): readonly TableColumn<WhiteRow>[] => [
  {header: "$ηh$", value: row => fixed(row.learningRate * run.curvatures[0], 2)},
  {header: "$µ$", value: row => fixed(row.momentum, 2)},
  {header: "continuous time", value: row => fixed(flow(row.learningRate, row.momentum, run), 3)},
  {header: "exact", value: row => fixed(row.expected, 3)},
  {header: "measured ± s.e.", value: row => withError(row.variance, row.standardError, 3)},
  {header: "$z$, exact", value: row => signed(score({...row, y: row.variance}))},
  {header: "$z$, continuous", value: row => signed(scoreOfFlow(row, run))}
];
