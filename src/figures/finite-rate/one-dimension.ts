import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {modeVariance, ouModeVariance} from "../../lib/stationary/modeVariance.js";
import {score} from "../scores.js";

/** The control of the way down. */
export const stepControls = {
  x: {
    label: "Step, $ηh$",
    min: 0.05,
    max: 2.1,
    step: 0.05,
    value: 1.8,
    format: (x: number) => fixed(x, 2)
  }
};

const [updates, wall] = [10, 1.2];

/** Gradient descent from θ = 1 and the gradient flow, on the loss and against the steps. */
export function wayDown({x: step}: {readonly x: number}): Chart {
  const jumps = Array.from({length: updates + 1}, (_, t) => ({t, theta: (1 - step) ** t}));
  const flow = curve(t => Math.exp(-step * t), [0, updates], {points: 101});
  const loss = (theta: number) => theta ** 2 / 2;
  const across = ({theta}: {readonly theta: number}): Mark => ({x: theta, y: loss(theta)});
  const inside = jumps.filter(({theta}) => Math.abs(theta) <= wall);
  return {
    title: "The way down, step by step and in continuous time",
    caption:
      "Arrows and dots: gradient descent from $θ = 1$; dashed: the gradient flow after the same time. First panel: on the loss itself; second: against the number of steps. Past $ηh = 1$ the flow misses the jumps across the minimum; past $ηh = 2$ it still converges although the iteration diverges.",
    description:
      "A parabola with a zigzag of iterates across it, and the same iterates as an alternating series against the exponential decay of the flow.",
    shape: 0.8,
    x: {label: "steps", column: "steps", domain: [0, updates], ticks: 5},
    y: {label: "parameter $θ$", column: "theta", domain: [-wall, wall], ticks: 5},
    panels: [
      {
        name: "on the loss",
        x: {label: "parameter $θ$", column: "theta", domain: [-wall, wall], ticks: 5},
        y: {label: "loss over $h$", column: "loss", domain: [-0.02, loss(wall)], ticks: 4},
        series: [
          {
            is: "reference",
            name: "loss",
            as: "line",
            label: false,
            marks: curve(loss, [-wall, wall])
          },
          {
            is: "continuous",
            name: "gradient flow",
            label: false,
            // A little below the wall, so that both can be seen.
            marks: flow.map(({y = 0}) => ({x: y, y: loss(y) - 0.012}))
          },
          {is: "exact", name: "jumps", as: "arrow", label: false, marks: inside.map(across)},
          {is: "exact", name: "iterates", as: "points", label: false, marks: inside.map(across)}
        ]
      },
      {
        name: "in time",
        series: [
          {is: "reference", name: "minimum", label: false, marks: [{y: 0}]},
          {is: "continuous", name: "gradient flow", marks: flow, near: 0.35},
          {
            is: "exact",
            name: "gradient descent",
            marks: jumps.map(({t, theta}) => ({x: t, y: theta})),
            near: 0.8
          },
          {
            is: "exact",
            name: "iterates",
            as: "points",
            label: false,
            marks: inside.map(({t, theta}) => ({x: t, y: theta}))
          }
        ]
      }
    ]
  };
}

/** A row of the sweep under white noise: of the last states, and of the averages over the last steps too. */
export interface WhiteRow
  extends Readonly<
    Record<
      | "learningRate"
      | "finalVariance"
      | "finalStandardError"
      | "expected"
      | "variance"
      | "standardError"
      | "expectedVariance",
      number
    >
  > {}

/** What the sweep ran. */
export interface WhiteRun {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
  readonly steps: number;
  readonly replicates: number;
}

const modeOf = ({curvatures: [curvature], noise: [noise]}: WhiteRun, learningRate: number) => ({
  curvature,
  noise,
  learningRate
});

/** Variances of the last states, beside that of continuous time. */
export const whiteMarks = (rows: readonly WhiteRow[], run: WhiteRun) =>
  rows.map(row => ({
    x: row.learningRate,
    y: row.finalVariance,
    standardError: row.finalStandardError,
    expected: row.expected,
    continuous: ouModeVariance(modeOf(run, row.learningRate), run.steps)
  }));

/** Variances averaged over the last steps. */
export const averagedMarks = (rows: readonly WhiteRow[]) =>
  rows.map(({learningRate, variance, standardError, expectedVariance}) => ({
    x: learningRate,
    y: variance,
    standardError,
    expected: expectedVariance
  }));

/** How many standard errors the variance at a rate lies from that of continuous time. */
export function scoreOfLimit(marks: ReturnType<typeof whiteMarks>, rate: number): number {
  const mark = marks.find(({x}) => x === rate);
  if (!mark) throw new RangeError(`rate must be one of the sweep's; got ${rate}`);
  return score({...mark, expected: mark.continuous});
}

/** Variance under white noise against the learning rate, Figure 2(a). */
export function whiteVariance(rows: readonly WhiteRow[], run: WhiteRun): Chart {
  const [h] = run.curvatures;
  const along = (law: typeof modeVariance, to: number) =>
    curve(rate => law(modeOf(run, rate), run.steps), [0.01, to], {points: 199});
  return {
    title: "Variance under white noise against the learning rate, Figure 2(a)",
    caption: `Dots: the variance of ${whole(run.replicates)} independent runs after ${run.steps} steps, with 95 % bars (mostly smaller than the dots); solid: exact; dashed: continuous time. $h = 1$, $c = 1$, as printed.`,
    description:
      "Variance on a logarithmic axis; the measured dots follow the exact curve up to its divergence, the continuous line stays below.",
    shape: 0.5,
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2.02 / h], ticks: 5},
    y: {
      label: "variance of $θ$",
      column: "variance",
      scale: "log",
      domain: [0.03, 130],
      ticks: [0.1, 1, 10, 100],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "reference", name: "$ηh = 2$", marks: [{x: 2 / h}], near: 0.1},
          {
            is: "continuous",
            name: "continuous time",
            marks: along(ouModeVariance, 2 / h),
            near: 0.7
          },
          {is: "exact", name: "exact", marks: along(modeVariance, 1.99 / h), near: 0.75},
          {is: "measured", name: "measured", marks: whiteMarks(rows, run), near: 0.3}
        ]
      }
    ]
  };
}

/** The lines of Figure 2(a): last states, and the score of the averages. */
export const whiteLines = (rows: readonly WhiteRow[], run: WhiteRun) => {
  const averaged = averagedMarks(rows).map(score);
  return whiteMarks(rows, run).map((mark, k) => ({...mark, averaged: averaged[k]}));
};

/** The columns of Figure 2(a), so many steps being averaged. */
export const whiteColumns = (
  averaged: number
): readonly TableColumn<ReturnType<typeof whiteLines>[number]>[] => [
  {header: "$η$", value: ({x}) => fixed(x, 2)},
  {header: "continuous", value: ({continuous}) => fixed(continuous, 3)},
  {header: "exact", value: ({expected}) => fixed(expected, 3)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 3)},
  {header: "$z$, exact", value: mark => signed(score(mark))},
  {header: "$z$, cont.", value: mark => signed(score({...mark, expected: mark.continuous}))},
  {header: `${averaged} steps: $z$, exact`, value: mark => signed(mark.averaged)}
];
