import {type Chart, curve, type Panel, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {UnstableError} from "../../lib/check.js";
import {
  type RegressionBatchMoments,
  regressionBatchMoments
} from "../../lib/noise/regressionBatchMoments.js";
import {finiteVarianceMomenta} from "../../lib/stationary/finiteVarianceMomenta.js";
import {regressionMomentumVariance} from "../../lib/stationary/regressionMomentumVariance.js";
import {type BatchRun, dataOf} from "./batchData.js";
import {heavyBall, leastMomentum} from "./momentum.js";

/** A cell of the sweeps with real batches; nothing is expected where the second moment grows without end. */
export interface BatchRow
  extends Readonly<Record<"learningRate" | "momentum" | "secondMoment" | "standardError", number>> {
  readonly expected: number | null;
}

/** One of the two sweeps: what it ran, and the moments of its data set. */
export interface BatchSweep {
  readonly rate: number;
  readonly batchSize: number;
  readonly curvature: number;
  readonly moments: RegressionBatchMoments;
}

/** The sweep of a spec, whose data set follows from its seed and name. */
export function batchSweep(
  run: BatchRun & {readonly learningRates: readonly number[]},
  named: {readonly seed: number; readonly experiment: string}
): BatchSweep {
  const {inputs, labels} = dataOf(run, named);
  const {batchSize} = run;
  const moments = regressionBatchMoments({inputs: inputs.map(([x]) => x), labels, batchSize});
  const [[rate], [curvature]] = [run.learningRates, run.inputVariances];
  return {rate, batchSize, curvature, moments};
}

/** The exact variance, if there is one. */
function law({moments, rate: learningRate}: BatchSweep, momentum: number): number | undefined {
  try {
    return regressionMomentumVariance({...moments, learningRate, momentum});
  } catch (error) {
    if (error instanceof UnstableError) return undefined;
    throw error;
  }
}

/** The printed prediction with C = H/b. */
const printedLaw = ({rate, batchSize, curvature: h}: BatchSweep, momentum: number) =>
  heavyBall(rate, momentum, {curvatures: [h], noise: [h / batchSize]});

const flow = ({rate, batchSize}: BatchSweep, momentum: number) =>
  rate / (2 * batchSize * (1 - momentum));

/** The prediction of Corollary 1 with the noise of the data set at its minimum. */
const simpleLaw = ({moments, rate: learningRate}: BatchSweep, momentum: number) =>
  regressionMomentumVariance({...moments, curvatureVariance: 0, learningRate, momentum});

/** Cells with the two laws; `exact` where there is a variance. */
export function batchCells(rows: readonly BatchRow[], sweeps: readonly BatchSweep[]) {
  return rows.map(row => {
    const sweep = sweeps.find(({rate}) => rate === row.learningRate);
    if (!sweep) throw new RangeError(`no sweep ran at the rate ${row.learningRate}`);
    const exact = law(sweep, row.momentum);
    const expected = exact !== undefined && row.expected ? row.expected : undefined;
    return {...row, sweep, exact, expected, printed: printedLaw(sweep, row.momentum)};
  });
}

export type BatchCell = ReturnType<typeof batchCells>[number];

/** A cell as a mark, in units of its own. */
export const batchMark = (
  {momentum, secondMoment, standardError, expected}: BatchCell,
  unit = 1
) => ({
  x: momentum,
  y: secondMoment / unit,
  standardError: standardError / unit,
  expected: expected === undefined ? undefined : expected / unit
});

/** The cells that have a variance. */
export const settled = (cells: readonly BatchCell[]): BatchCell[] =>
  cells.filter(({expected}) => expected !== undefined);

const figures = ["4(b)", "9(b)"];

/** Between which momenta the variance of the first sweep is finite. */
export const finiteMomenta = ([{moments, rate}]: readonly BatchSweep[]) =>
  finiteVarianceMomenta({...moments, learningRate: rate});

/** Variance against momentum under mini-batch noise, a panel for each step. */
export function batchVariance(rows: readonly BatchRow[], sweeps: readonly BatchSweep[]): Chart {
  const cells = batchCells(rows, sweeps);
  return {
    title: "Variance against momentum under mini-batch noise",
    caption:
      "Dots: measured, with 95 % bars; solid: the exact law of this data set; open diamonds: the printed prediction with $C = H/b$; dashed: continuous time. Beyond the ends of the solid line there is no finite variance for the dots to estimate.",
    description:
      "Measured variances on the exact curve for mini-batch noise, near the printed prediction and far above continuous time.",
    shape: 0.85,
    x: {label: "momentum $µ$", column: "momentum", domain: [0, 1], ticks: 5},
    y: {label: "variance of $θ$", column: "variance", scale: "log", domain: [0.009, 3]},
    panels: sweeps.map((sweep, k): Panel => {
      const own = cells.filter(cell => cell.sweep === sweep);
      const limit = leastMomentum(sweep.rate * sweep.curvature);
      const [low, high] = finiteVarianceMomenta({...sweep.moments, learningRate: sweep.rate});
      const edge: Series[] =
        limit > 0
          ? [
              {
                is: "reference",
                name: "least momentum",
                label: "$µ = ηh/2 − 1$",
                marks: [{x: limit}]
              }
            ]
          : [];
      return {
        name: `$ηh = ${sweep.rate * sweep.curvature}$, Figure ${figures[k]}`,
        series: [
          ...edge,
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(mu => flow(sweep, mu), [0, 0.985]),
            near: 0.5
          },
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: curve(mu => law(sweep, mu) ?? Number.NaN, [low + 1e-4, high - 1e-4], {
              points: 100
            })
          },
          {
            is: "printed",
            name: "as printed",
            label: false,
            marks: own.map(({momentum, printed}) => ({x: momentum, y: printed}))
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: own.map(cell => batchMark(cell))
          }
        ]
      };
    })
  };
}

const scoreOf = (cell: BatchCell, expected: number) =>
  (cell.secondMoment - expected) / cell.standardError;

/** How far a cell lies from the printed prediction, in standard errors. */
export const scoreOfPrinted = (cell: BatchCell): number => scoreOf(cell, cell.printed);

/** The columns of the numbers behind Figures 4(b) and 9(b). */
export const batchColumns: readonly TableColumn<BatchCell>[] = [
  {header: "$η$", value: row => fixed(row.learningRate, 2)},
  {header: "$µ$", value: row => fixed(row.momentum, 2)},
  {header: "continuous time", value: row => fixed(flow(row.sweep, row.momentum), 4)},
  {header: "printed, $C = H/b$", value: row => fixed(row.printed, 4)},
  {header: "exact", value: row => (row.expected === undefined ? "none" : fixed(row.expected, 4))},
  {
    header: "measured ± s.e.",
    value: row =>
      row.expected === undefined
        ? fixed(row.secondMoment, 4)
        : withError(row.secondMoment, row.standardError, 4)
  },
  {
    header: "$z$, exact",
    value: row => (row.expected === undefined ? "–" : signed(scoreOf(row, row.expected)))
  },
  {header: "$z$, printed", value: row => signed(scoreOfPrinted(row))}
];

/** Cells over the variance of (8), against v times that variance. */
export const collapsed = (cells: readonly BatchCell[]) =>
  settled(cells).map(cell => {
    const {curvatureVariance, noise} = cell.sweep.moments;
    const simple = simpleLaw(cell.sweep, cell.momentum);
    const x = (curvatureVariance / noise) * simple;
    return {...batchMark(cell, simple), x, rate: cell.learningRate, momentum: cell.momentum};
  });

/** One curve for every step and momentum. */
export function oneCurve(rows: readonly BatchRow[], sweeps: readonly BatchSweep[]): Chart {
  return {
    title: "Variance over $σ_0^2$, against $vσ_0^2$",
    caption:
      "Dots: both figures’ runs, at every step and momentum, over $σ_0^2$, the variance that (8) predicts with the noise of the data set at its minimum, with 95 % bars; solid: $1/(1 − x)$. Where (8) predicts the variance $1/v$ the curve ends: beyond, no second moment exists.",
    description: "Dots of two sweeps on one curve that rises from one and diverges at one.",
    x: {label: "$vσ_0^2$", column: "simple", domain: [0, 1.1], ticks: 5},
    y: {
      label: "variance over that of (8)",
      column: "ratio",
      scale: "log",
      domain: [0.9, 30],
      ticks: [1, 3, 10, 30],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "no variance", marks: [{x: 1}], near: 0.2},
          {is: "exact", name: "exact", marks: curve(x => 1 / (1 - x), [0.008, 0.97]), near: 0.6},
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: collapsed(batchCells(rows, sweeps))
          }
        ]
      }
    ]
  };
}

/** The momenta at which the readings of the loss are compared. */
const compared = [0.5, 0.7, 0.9];

/** Cells to compare the readings of the loss by. */
export const readings = (cells: readonly BatchCell[]): BatchCell[] =>
  settled(cells).filter(({momentum}) => compared.includes(momentum));

const overPrinted = ({secondMoment, standardError, printed}: BatchCell, times: number) =>
  withError((times * secondMoment) / printed, (times * standardError) / printed, 3);

export const readingColumns: readonly TableColumn<BatchCell>[] = [
  {header: "$ηh$", value: row => fixed(row.learningRate, 2)},
  {header: "$µ$", value: row => fixed(row.momentum, 1)},
  {header: "loss with ½, $k = 1$", value: row => overPrinted(row, 1)},
  {header: "as printed, $k = 1$", value: () => "diverges", text: true},
  {header: "as printed, $k = 2$", value: row => overPrinted(row, 2)}
];
