import type {Axis, Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {
  continuousKramersRate,
  kramersRate,
  printedKramersRate
} from "../../lib/escape/kramersRate.js";
import {type BarrierProblem, barrierRun} from "../../lib/escape/quadraticBarrierExit.js";
import {score} from "../scores.js";

/** A row of the table: the exact rate and mean time of exit, and what runs gave where there were any. */
export interface ExitRow extends BarrierProblem {
  readonly rate: number;
  readonly meanTime: number;
  readonly refined: number;
  readonly mean: number;
  readonly standardError: number;
  readonly runs: number;
}

/** What the sweep ran. */
export interface KramersRun {
  readonly steps: readonly number[];
  readonly ratios: readonly number[];
  readonly heights: readonly number[];
}

/** Theorem 9 as it holds and as printed, and the rate of continuous time, per update. */
function formulas(problem: BarrierProblem) {
  const {shape, learningRate} = barrierRun(problem);
  const options = {...shape, learningRate, batchSize: 1, per: "update" as const};
  return {
    redone: kramersRate(options),
    continuous: continuousKramersRate(options),
    printed: printedKramersRate(options)
  };
}

/** Rows with the rates that the formulas give. */
export const exitsOf = (rows: readonly ExitRow[]) => rows.map(row => ({...row, ...formulas(row)}));

export type Exit = ReturnType<typeof exitsOf>[number];

/** The controls of step, barrier and curvatures. */
export const barrierControls = ({ratios}: Pick<KramersRun, "ratios">) => ({
  step: {
    label: "Step $ηk_a$",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 0.5,
    format: (x: number) => fixed(x, 1)
  },
  height: {
    label: "Barrier, in temperatures",
    min: 4,
    max: 12,
    step: 2,
    value: 6,
    format: (x: number) => fixed(x, 0)
  },
  ratio: {label: "Curvature $|k_b|/k_a$", options: ratios.map(String), value: "1"}
});

/** Runs beside the exact mean time, where there were any. */
export const simulatedMarks = (rows: readonly ExitRow[]) =>
  rows
    .filter(({runs}) => runs > 0)
    .map(({step, mean, standardError, meanTime}) => ({
      x: step,
      y: mean,
      standardError,
      expected: meanTime
    }));

const stepAxis = (label: string): Axis => ({label, column: "step", domain: [0, 2], ticks: 5});

/** Every second step: diamonds have room between them. */
const sparse = (_: unknown, k: number) => k % 2 === 0;

/** Mean exit time against the step, of one barrier and ratio of curvatures; a rule marks a step. */
export function exitTimes(rows: readonly ExitRow[], step: number): Chart {
  const exits = exitsOf(rows);
  const times = (of: "redone" | "continuous" | "printed"): Mark[] =>
    exits.map(row => ({x: row.step, y: 1 / row[of]}));
  const every = exits.flatMap(row =>
    [row.rate, row.redone, row.continuous, row.printed].map(rate => 1 / rate)
  );
  return {
    title: "Mean exit time against the step",
    caption:
      "Solid: exact; dashed: continuous time, (24); open diamonds: Theorem 9 as printed; dotted: Theorem 9 with its prefactor put right; dots: runs, with 95 % bars (at six temperatures). A vertical line marks the chosen step.",
    description:
      "On a logarithmic axis, the exact exit time falls below the continuous one as the step grows; the formulas of Theorem 9 cross it.",
    shape: 0.52,
    x: stepAxis("step $ηk_a$"),
    y: {
      label: "mean number of updates until the exit",
      column: "updates",
      scale: "log",
      domain: [Math.max(1, Math.min(...every) / 1.6), Math.max(...every) * 1.6],
      format: "power"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "chosen step", label: false, marks: [{x: step}]},
          {is: "continuous", name: "continuous time", marks: times("continuous"), near: 0.95},
          {is: "surrogate", name: "put right", marks: times("redone"), near: 0.75},
          {
            is: "exact",
            name: "exact",
            marks: exits.map(row => ({x: row.step, y: row.meanTime})),
            near: 0.95
          },
          {
            is: "printed",
            name: "as printed",
            marks: times("printed").filter(sparse),
            near: 0.3
          },
          ...measured(simulatedMarks(rows))
        ]
      }
    ]
  };
}

const measured = (marks: readonly Mark[]): Series[] =>
  marks.length > 0 ? [{is: "measured", name: "runs", marks, near: 0.3}] : [];

/** The exit times at one step. */
export const timesAt = (exit: Exit) => [
  {name: "exact", time: exit.meanTime, over: 1},
  ...(
    [
      ["continuous time, (24)", exit.continuous],
      ["Theorem 9, as printed", exit.printed],
      ["Theorem 9, prefactor put right", exit.redone]
    ] as const
  ).map(([name, rate]) => ({name, time: 1 / rate, over: 1 / (rate * exit.meanTime)}))
];

export const timeColumns = ({
  step
}: Pick<Exit, "step">): readonly TableColumn<ReturnType<typeof timesAt>[number]>[] => [
  {header: `at $ηk_a = ${fixed(step, 1)}$`, text: true, value: row => row.name},
  {header: "updates until the exit", value: row => whole(row.time)},
  {header: "over exact", value: row => fixed(row.over, 3)}
];

/** The barrier, and the laws of the recursion and of continuous time in the well. */
export function barrier(problem: BarrierProblem): Chart {
  const {path, learningRate} = barrierRun(problem);
  const [from, to] = [-1.25 * path.top, 1.6 * path.top];
  const grid = Array.from({length: 161}, (_, i) => from + ((to - from) * i) / 160);
  const law = (variance: number): Mark[] => {
    const height = 0.9 * path.barrier * Math.sqrt(learningRate / 2 / variance);
    return grid.map(x => ({x, y: height * Math.exp((-x * x) / (2 * variance))}));
  };
  const place = (name: string, x: number, y: number): Series => ({
    is: "reference",
    name,
    as: "points",
    marks: [{x, y}],
    near: 0.5
  });
  return {
    title: "The barrier, and the law in the well",
    caption:
      "Thin: the loss, from the well at $a$ over the middle to the top $b$. Solid: stationary law of the recursion in the well; dashed: that of continuous time (areas on one scale). Diamonds: the printed half-width $√(ΔL/k_a)$. Vertical lines: $√(2ΔL/k_a)$.",
    description:
      "A parabola that bends over into a barrier, with two bell curves over its bottom, the discrete one lower and wider.",
    shape: 0.4,
    x: {label: "parameter, in $1/√S$", column: "parameter", domain: [from, to], ticks: 7},
    y: {label: "loss, in $k_a/S$", column: "loss", domain: [0, 1.5 * path.barrier], ticks: 4},
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "half-width",
            label: false,
            marks: [-1, 1].map(sign => ({x: sign * Math.sqrt(2 * path.barrier)}))
          },
          {
            is: "reference",
            name: "loss",
            as: "line",
            marks: grid.map(x => ({x, y: path.loss(x)})),
            near: 0.93
          },
          {is: "continuous", name: "continuous time", marks: law(learningRate / 2), near: 0.4},
          {is: "exact", name: "exact", marks: law(learningRate / (2 - learningRate)), near: 0.6},
          {
            is: "printed",
            name: "printed half-width",
            label: false,
            marks: [-1, 1].map(sign => ({x: sign * Math.sqrt(path.barrier), y: 0}))
          },
          place("$a$", 0, 0),
          place("middle", path.middle, path.loss(path.middle)),
          place("$b$", path.top, path.barrier)
        ]
      }
    ]
  };
}

/** Escape rate over that of continuous time, as the loss is scaled up: Figure 6(b). */
export function scaledRates(rows: readonly ExitRow[]): Chart {
  const exits = exitsOf(rows);
  const ratios = (of: "rate" | "redone" | "printed"): Mark[] =>
    exits.map(row => ({x: row.step, y: row[of] / row.continuous}));
  const every = [...ratios("rate"), ...ratios("redone"), ...ratios("printed")].map(({y = 1}) => y);
  const runs = exits
    .filter(row => row.runs > 0)
    .map(({step, mean, standardError, continuous}) => ({
      x: step,
      y: 1 / (mean * continuous),
      standardError: standardError / (mean ** 2 * continuous)
    }));
  return {
    title: "Escape rate over that of continuous time, as the loss is scaled up",
    caption:
      "Solid: exact; open diamonds: as printed; dotted: prefactor put right; dots: runs. Continuous time is the dashed line at 1. Barrier and curvatures are those chosen above.",
    description:
      "The exact curve rises with the step; the printed one starts to rise earlier and less steeply.",
    x: stepAxis("step $rηk_a$, that is, $r$"),
    y: {
      label: "escape rate over (24)",
      column: "ratio",
      scale: "log",
      domain: [Math.min(0.4, ...every) / 1.2, 1.3 * Math.max(...every)]
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "continuous time",
            marks: [
              {x: 0, y: 1},
              {x: 2, y: 1}
            ],
            near: 0.1
          },
          {is: "surrogate", name: "put right", marks: ratios("redone"), near: 0.8},
          {is: "exact", name: "exact", marks: ratios("rate"), near: 0.8},
          {is: "printed", name: "as printed", marks: ratios("printed").filter(sparse), near: 0.3},
          ...measured(runs)
        ]
      }
    ]
  };
}

/** The columns of the runs. */
export const runColumns: readonly TableColumn<Exit>[] = [
  {header: "$|k_b|/k_a$", value: row => fixed(row.ratio, 1)},
  {header: "$ηk_a$", value: row => fixed(row.step, 1)},
  {header: "printed", value: row => whole(1 / row.printed)},
  {header: "put right", value: row => whole(1 / row.redone)},
  {header: "continuous", value: row => whole(1 / row.continuous)},
  {header: "exact", value: row => fixed(row.meanTime, 1)},
  {header: "measured ± s.e.", value: row => withError(row.mean, row.standardError, 1)},
  {header: "$z$, exact", value: row => signed(score(simulatedMarks([row])[0]))}
];
