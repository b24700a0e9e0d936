import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, scientific, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {growingNoiseLaws} from "../../lib/diffusion/growingNoiseLaws.js";
import {linearCurrent} from "../../lib/diffusion/linearCurrent.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";

/** What the runs of turned noise were. */
export interface CirculationRun {
  readonly curvatures: readonly [number, number];
  readonly noiseVariances: readonly [number, number];
  readonly learningRate: number;
}

/** What the runs at one angle swept, and whether their law still moved. */
export interface SweptRow
  extends Readonly<
    Record<
      "angle" | "swept" | "sweptError" | "expected" | "early" | "earlyError" | "late" | "lateError",
      number
    >
  > {}

/** Twice the area swept per unit of time, for the recursion and for its diffusion. */
function sweeping({curvatures: [h1, h2], noiseVariances, learningRate}: CirculationRun) {
  const hessian = diagonal([h1, h2]);
  return {
    exact: (angle: number) => {
      const noise = rotatedCovariance(noiseVariances, angle);
      return (h1 - h2) * sgdCovariance({hessian, noise, learningRate}).get(0, 1);
    },
    continuous: (angle: number) => {
      const diffusion = rotatedCovariance(noiseVariances, angle).mul(learningRate);
      const {rotation} = linearCurrent({pull: hessian, diffusion});
      return rotation.get(1, 0) - rotation.get(0, 1);
    }
  };
}

/** Rows as marks over the angle, with the change of the law in standard errors. */
export const sweptMarks = (rows: readonly SweptRow[], run: CirculationRun) =>
  rows.map(({angle, swept, sweptError, expected, early, earlyError, late, lateError}) => ({
    x: angle,
    y: swept,
    standardError: sweptError,
    expected,
    continuous: sweeping(run).continuous(angle),
    change: (late - early) / Math.hypot(earlyError, lateError)
  }));

export type SweptMark = ReturnType<typeof sweptMarks>[number];

/** Distances of the circulation from zero, in standard errors; the largest. */
export const fromRest = (marks: readonly SweptMark[]): number =>
  Math.max(...marks.map(mark => Math.abs(score({...mark, expected: 0}))));

/** The area that SGD sweeps against the angle of its noise. */
export function areaSwept(rows: readonly SweptRow[], run: CirculationRun): Chart {
  const {exact, continuous} = sweeping(run);
  const line = (f: (angle: number) => number) => curve(f, [0, 90], {points: 91});
  return {
    title: "Area swept by SGD against the angle of its noise",
    caption:
      "Dots: twice the area swept per unit of time $ηk$, with 95 % bars; solid: exact for the recursion; dashed: the closed form of the diffusion. If constant noise were enough for detailed balance, all dots would lie at zero.",
    description: "An arch that is zero at 0 and 90 degrees and highest at 45 degrees.",
    x: {
      label: "angle between noise and curvature, degrees",
      short: "angle of the noise, degrees",
      column: "angle",
      domain: [0, 90],
      ticks: [0, 15, 30, 45, 60, 75, 90]
    },
    y: {label: "twice the area swept per unit of time", column: "swept", ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "detailed balance", marks: [{y: 0}], near: 0.5},
          {is: "continuous", name: "diffusion", marks: line(continuous), near: 0.4},
          {is: "exact", name: "recursion", marks: line(exact), near: 0.6},
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: sweptMarks(rows, run).map(({x, y, standardError, expected}) => ({
              x,
              y,
              standardError,
              expected
            }))
          }
        ]
      }
    ]
  };
}

export const sweptColumns: readonly TableColumn<SweptMark>[] = [
  {header: "$φ$, degrees", value: ({x}) => String(x)},
  {header: "diffusion", value: ({continuous}) => fixed(1e3 * continuous, 3)},
  {header: "exact", value: ({expected}) => fixed(1e3 * expected, 3)},
  {
    header: "measured ± s.e.",
    value: ({y, standardError}) => withError(1e3 * y, 1e3 * standardError, 3)
  },
  {header: "$z$", value: mark => signed(score(mark))},
  {header: "late − early, $z$", value: ({change}) => signed(change)}
];

/** What the table is. */
export const sweptLabel = "Circulation at each angle, in units of $10^{−3}$";

/** What the runs of growing noise were. */
export interface GrowingRun {
  readonly temperature: number;
  readonly growth: number;
  readonly reach: number;
}

/** Time spent in a bin, per unit of length. */
export interface BinRow
  extends Readonly<Record<"low" | "high" | "density" | "standardError", number>> {}

const lawNames = ["ito", "printed", "tempered"] as const;
type Law = (typeof lawNames)[number];

const lawsOf = ({temperature, growth}: GrowingRun) =>
  growingNoiseLaws({temperature, growth, axis: {low: -40, high: 40, cells: 4000}});

/** Bins as marks, with what each law has for them on average. */
export function binMarks(rows: readonly BinRow[], run: GrowingRun) {
  const {theta, ...laws} = lawsOf(run);
  const within = (law: Float64Array, low: number, high: number) => {
    const inside = law.filter((_, c) => theta[c] > low && theta[c] < high);
    return inside.reduce((a, b) => a + b) / inside.length;
  };
  return rows.map(({low, high, density, standardError}) => {
    const [ito, printed, tempered] = lawNames.map(name => within(laws[name], low, high));
    return {x: (low + high) / 2, y: density, standardError, expected: ito, ito, printed, tempered};
  });
}

/** The largest distance of the bins from a law, in standard errors. */
export const farthestFrom = (marks: ReturnType<typeof binMarks>, law: Law): number =>
  Math.max(...marks.map(mark => Math.abs(score({...mark, expected: mark[law]}))));

/** Where growing noise lets a diffusion settle, beside the laws that are printed. */
export function settledDensity(rows: readonly BinRow[], run: GrowingRun): Chart {
  const laws = lawsOf(run);
  const line = (name: Law, every: number): Mark[] =>
    Array.from(laws[name], (y, c) => ({x: laws.theta[c], y})).filter(
      ({x}, c) => Math.abs(x) < run.reach && c % every === 0
    );
  return {
    title: "Where growing noise lets a diffusion settle",
    caption:
      "Dots: fraction of time spent in a bin, per unit length, bars mostly hidden by them; solid: the law at which the Itô current vanishes; diamonds: the wider is the law at which the notes' printed current vanishes, the narrower the law that the notes print as (29).",
    description:
      "Three bell curves of different height; the measured dots lie on the middle one, the printed diamonds above and below it.",
    x: {label: "position $θ$", column: "theta", domain: [-run.reach, run.reach], ticks: 7},
    y: {label: "stationary density", column: "density", domain: [0, 1], ticks: 5},
    panels: [
      {
        series: [
          {is: "exact", name: "Itô, (24) corrected", marks: line("ito", 1), near: 0.6},
          {is: "printed", name: "(27) as printed", marks: line("printed", 10), near: 0.9},
          {is: "printed", name: "(29) as printed", marks: line("tempered", 10), near: 0.52},
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: binMarks(rows, run).map(({x, y, standardError, expected}) => ({
              x,
              y,
              standardError,
              expected
            }))
          }
        ]
      }
    ]
  };
}

/** The error of the solver against a known solution on one grid. */
export interface SolverRow {
  readonly problem: string;
  readonly cells: number;
  readonly error: number;
  readonly order: number;
}

export const solverColumns: readonly TableColumn<SolverRow>[] = [
  {header: "problem", value: ({problem}) => problem.replace("Q", "$Q$"), text: true},
  {header: "cells an axis", value: ({cells}) => whole(cells)},
  {header: "∫ |error|", value: ({error}) => scientific(error, 2)},
  {header: "order", value: ({order}) => (order > 0 ? fixed(order, 3) : "–")}
];
