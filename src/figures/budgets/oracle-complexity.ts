import {type Chart, curve, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {bestTemperature} from "../../lib/budgets/bestTemperature.js";
import {dualGradient} from "../../lib/budgets/dualGradient.js";
import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";
import {curvatures, steepest} from "./curvatures.js";

/** What the sweep ran. */
export interface SpentRun {
  readonly budgets: readonly number[];
  readonly start: number;
}

/** The squared dual norm of the gradient that a budget reached. */
export interface SpentRow
  extends Readonly<
    Record<
      "N" | "b" | "steps" | "learningRate" | "squaredNorm" | "standardError" | "expected",
      number
    >
  > {
  readonly metric: string;
}

/** The largest step that the theorem allows, 1/(4M). */
const cap = 1 / (4 * steepest);

/** Eigenvalues of F, which is the Hessian or the identity. */
const metricOf = (name: string) => curvatures.map(h => (name === "H" ? h : 1));

/** The paper's constant, κF d_eff. */
export const costOf = (name: string): number =>
  fisherConditionNumber(diagonal(metricOf(name))) * effectiveDimension(diagonal(metricOf(name)));

/** The controls of the budget. */
export const budgetControls = {
  budget: {
    label: "Gradients $N$",
    min: 8,
    max: 18,
    step: 1,
    value: 15,
    format: (k: number) => whole(2 ** k)
  },
  batch: {
    label: "Batch size $b$",
    min: 0,
    max: 8,
    step: 1,
    value: 7,
    format: (k: number) => String(2 ** k)
  },
  metric: {label: "Metric and noise $F$", options: ["H", "I"], value: "H"}
};

/** What the controls say. */
export interface Asked extends Readonly<Record<"budget" | "batch", number>> {
  readonly metric: string;
}

/** What a budget reaches at its best temperature η/b with η ≤ 1/(4M), whatever the batch size. */
export function spending({budget, batch, metric}: Asked, {start}: SpentRun) {
  const N = 2 ** budget;
  const problem = {curvatures, metric: metricOf(metric), initial: curvatures.map(() => start)};
  const {temperature} = bestTemperature(problem, N);
  const after = (b: number, calls: number) =>
    dualGradient(problem, {
      learningRate: Math.min(b * temperature, cap),
      batchSize: b,
      steps: calls / b
    }).total;
  return {
    N,
    temperature,
    batch: Math.min(2 ** batch, N / 4),
    /** Up to this batch size η may grow in proportion. */
    free: cap / temperature,
    reached: (b: number) => after(b, N),
    after
  };
}

const dualNorm = {
  label: "squared dual gradient norm",
  column: "squaredNorm",
  scale: "log"
} as const;

/** What the budget reaches, by batch size. */
export function byBatch(rows: readonly SpentRow[], asked: Asked, run: SpentRun): Chart {
  const {N, batch, free, after} = spending(asked, run);
  const own = rows.filter(row => row.metric === asked.metric && row.N === N);
  // A sweep at a smaller scale spends fewer gradients: the line is of as many as its dots, but for large batches of too few steps.
  const single = own.find(({b}) => b === 1);
  const spent = single ? single.steps : N;
  const reached = (b: number) => after(b, spent);
  const largest = Math.min(256, N / 4);
  const line = curve(reached, [1, largest], {points: 65, log: true});
  const values = line.map(({y = 0}) => y);
  const measured: Series = {
    is: "measured",
    name: "measured",
    marks: own.map(({b, squaredNorm, standardError, expected}) => ({
      x: b,
      y: squaredNorm,
      standardError,
      expected
    })),
    near: 0.25
  };
  const domain = [Math.min(...values) / 2, Math.max(...values, 1) * 1.6] as const;
  const limit: Series = {
    is: "reference",
    name: "$η = 1/(4M)$",
    as: "line",
    marks: domain.map(y => ({x: free, y})),
    near: 0.92
  };
  return {
    title: "What the budget reaches, by batch size",
    caption: `Solid: the expected squared gradient norm at the end, exact, at the best $η/b$ with $η ≤ 1/(4M)$; dots: measured (at $N = ${run.budgets.map(whole).join("$, $")}$); ring: the batch size that you chose. Up to the upright line, where $η$ is $1/(4M)$, $b$ makes no difference. Beyond it $η$ can no longer grow with $b$, and fewer steps are just a loss.`,
    description:
      "A level line that turns upward beyond an upright mark; the mark moves to larger batches as the budget grows.",
    x: {
      label: "batch size $b$",
      column: "b",
      scale: "log",
      domain: [0.9, 285],
      ticks: [1, 2, 4, 8, 16, 32, 64, 128, 256]
    },
    y: {...dualNorm, domain},
    panels: [
      {
        series: [
          ...(free >= 1 && free <= 256 ? [limit] : []),
          {is: "exact", name: "exact", marks: line, near: 0.95},
          ...(own.length > 0 ? [measured] : []),
          {
            is: "exact",
            name: "your choice",
            as: "points",
            second: true,
            label: false,
            marks: [{x: batch, y: reached(batch)}]
          }
        ]
      }
    ]
  };
}

/** Expected squared gradient norm against the gradients spent, for single gradients and for batches. */
export function onTheWay(asked: Asked, run: SpentRun): Chart {
  const {N, batch, reached, after} = spending(asked, run);
  const apart = reached(batch) > 1.15 * reached(1);
  const path = (b: number) => curve(calls => after(b, calls), [0, N], {points: 121});
  const alone: Series = {
    is: "exact",
    name: "$b = 1$",
    marks: path(1),
    second: true,
    label: apart ? undefined : false,
    near: 0.9
  };
  return {
    title: "On the way there",
    caption:
      "The expected squared gradient norm against the gradients spent, for $b = 1$, thin, and for the batch size that you chose. At the same $η/b$ the two are one curve; the step size condition pulls them apart.",
    description:
      "Two falling curves, the one of the large batch above the one of single gradients.",
    shape: 0.4,
    x: {label: "gradients spent", column: "calls", domain: [0, N], ticks: 4},
    y: dualNorm,
    panels: [
      {
        series: [
          ...(batch > 1 ? [alone] : []),
          {
            is: "exact",
            name: batch > 1 && !apart ? `$b = 1$ and $b = ${batch}$` : `$b = ${batch}$`,
            marks: path(batch),
            near: 0.6
          }
        ]
      }
    ]
  };
}

/** The rows of the table: three batch sizes at the larger budgets. */
export const spentLines = (rows: readonly SpentRow[], {budgets}: SpentRun): SpentRow[] =>
  rows.filter(({N, b}) => N > Math.min(...budgets) && [1, 16, 128].includes(b));

const scoreOf = ({squaredNorm, expected, standardError}: SpentRow) =>
  score({y: squaredNorm, expected, standardError});

/** The largest |z| of all rows. */
export const worstScore = (rows: readonly SpentRow[]): number =>
  Math.max(...rows.map(row => Math.abs(scoreOf(row))));

export const spentColumns: readonly TableColumn<SpentRow>[] = [
  {header: "$F$", value: ({metric}) => `$${metric}$`, text: true},
  {header: "$N$", value: ({N}) => whole(N)},
  {header: "$b$", value: ({b}) => String(b)},
  {header: "$ηM$", value: ({learningRate}) => fixed(learningRate * steepest, 4)},
  {header: "predicted", value: ({expected}) => fixed(expected, 4)},
  {
    header: "measured ± s.e.",
    value: ({squaredNorm, standardError}) => withError(squaredNorm, standardError, 4)
  },
  {header: "$z$", value: row => signed(scoreOf(row))}
];
