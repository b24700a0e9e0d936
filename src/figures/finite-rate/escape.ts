import {
  atSteps,
  type Chart,
  curve,
  type Mark,
  type Panel
} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {continuousEscapeEfficiency} from "../../lib/escape/continuousEscapeEfficiency.js";
import {escapeEfficiency} from "../../lib/escape/escapeEfficiency.js";
import type {LinearRun} from "../../lib/stationary/linearRun.js";
import {diagonal} from "../diagonal.js";
import {score} from "../scores.js";

const hundredths = (x: number) => fixed(x, 2);

/** The controls of the mean loss. */
export const riseControls = {
  rate: {
    label: "Learning rate $η$",
    min: 0.05,
    max: 1.95,
    step: 0.05,
    value: 1.85,
    format: hundredths
  },
  flat: {label: "Second curvature", min: 0, max: 1, step: 0.05, value: 0.1, format: hundredths},
  tilt: {
    label: "Correlation of the noise",
    min: 0,
    max: 1,
    step: 0.1,
    value: 0.5,
    format: (x: number) => fixed(x, 1)
  }
};

type Rise = typeof escapeEfficiency;

/** A law of the mean loss at every number of steps up to one. */
const after = (law: Rise, run: LinearRun, last: number): Mark[] =>
  atSteps(steps => law({...run, steps}), last);

const lastStep = 40;

type RiseAsked = Record<keyof typeof riseControls, number>;

const runOf = ({rate, flat, tilt}: RiseAsked): LinearRun => ({
  hessian: diagonal([1, flat]),
  noise: [
    [1, tilt],
    [tilt, 1]
  ],
  learningRate: rate
});

/** The mean loss at the end of the picture, by both laws. */
export function risen(asked: RiseAsked) {
  const run = {...runOf(asked), steps: lastStep};
  return {
    steps: lastStep,
    exact: escapeEfficiency(run),
    continuous: continuousEscapeEfficiency(run)
  };
}

/** Mean loss after a start at the minimum, exact and in continuous time. */
export function rise(asked: RiseAsked): Chart {
  const [exact, continuous] = [escapeEfficiency, continuousEscapeEfficiency].map(law =>
    after(law, runOf(asked), lastStep)
  );
  return {
    title: "Mean loss after $t$ steps from the minimum",
    caption:
      "Solid: exact; dashed: continuous time. The correlation of the noise changes neither: only its variances along the eigenvectors of the curvature count.",
    description: "Two rising curves, the exact one above the continuous one.",
    x: {label: "steps", column: "steps", domain: [0, lastStep], ticks: 5},
    y: {
      label: "mean loss",
      column: "loss",
      domain: [0, 1.1 * Math.max(...exact.map(({y = 0}) => y), 0.01)]
    },
    panels: [
      {
        series: [
          {is: "continuous", name: "continuous time", marks: continuous, near: 0.6},
          {is: "exact", name: "exact", marks: exact, near: 0.6}
        ]
      }
    ]
  };
}

export interface EscapeRow
  extends Readonly<
    Record<"learningRate" | "steps" | "loss" | "standardError" | "expected", number>
  > {}

/** What the sweep ran. */
export interface EscapeRun {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
  readonly learningRates: readonly number[];
  readonly times: readonly number[];
  readonly replicates: number;
}

const problemOf = ({curvatures, noise}: EscapeRun, learningRate: number) => ({
  hessian: diagonal(curvatures),
  noise: diagonal(noise),
  learningRate
});

/** What was measured, beside both laws. */
export const escapeMarks = (rows: readonly EscapeRow[], run: EscapeRun) =>
  rows.map(({learningRate, steps, loss, standardError, expected}) => ({
    x: steps,
    y: loss,
    standardError,
    expected,
    continuous: continuousEscapeEfficiency({...problemOf(run, learningRate), steps}),
    learningRate
  }));

/** Measured mean losses on the exact curve, Figure 5. */
export function escapes(rows: readonly EscapeRow[], run: EscapeRun): Chart {
  const measured = escapeMarks(rows, run);
  const last = Math.max(...run.times) + 1;
  const y = {label: "mean loss", column: "loss"};
  return {
    title: "Escape efficiency, Figure 5",
    caption: `Dots: ${whole(run.replicates)} runs with 95 % bars; solid: exact; dashed: continuous time. $C = H = 1$.`,
    description: "In each panel measured mean losses on the exact curve, above the continuous one.",
    shape: 0.7,
    x: {label: "steps", column: "steps", domain: [0, last], ticks: 5},
    y,
    panels: run.learningRates.map((rate): Panel => {
      const own = measured.filter(mark => mark.learningRate === rate);
      const problem = problemOf(run, rate);
      const highest = Math.max(...own.map(mark => mark.y));
      return {
        name: `$η = ${rate}$`,
        y: {...y, domain: [0, 1.25 * highest]},
        series: [
          {
            is: "continuous",
            name: "continuous time",
            marks: after(continuousEscapeEfficiency, problem, last),
            near: 0.6
          },
          {is: "exact", name: "exact", marks: after(escapeEfficiency, problem, last), near: 0.6},
          {is: "measured", name: "measured", label: false, marks: own}
        ]
      };
    })
  };
}

export const escapeColumns: readonly TableColumn<ReturnType<typeof escapeMarks>[number]>[] = [
  {header: "$η$", value: row => hundredths(row.learningRate)},
  {header: "$t$", value: row => String(row.x)},
  {header: "continuous", value: row => fixed(row.continuous, 5)},
  {header: "exact", value: row => fixed(row.expected, 5)},
  {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 5)},
  {header: "$z$, exact", value: row => signed(score(row))},
  {header: "$z$, cont.", value: row => signed(score({...row, expected: row.continuous}))}
];

/** The controls of the gain in high dimension. */
export const gainControls = {
  decay: {
    label: "Decay $d$ of the spectrum",
    min: 0.5,
    max: 2,
    step: 0.1,
    value: 1.5,
    format: (x: number) => fixed(x, 1)
  },
  step: {
    label: "Step $ηh_1$",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 1.5,
    format: (x: number) => fixed(x, 1)
  }
};

/** Gain of Hessian-shaped noise: one steep direction of curvature 1, all others at D^−d, weighted by a function of the curvature. */
const gainIn = (D: number, decay: number, weight: (curvature: number) => number) => {
  const small = D ** -decay;
  const weighted = weight(1) + (D - 1) * small * weight(small);
  return (D * weighted) / ((weight(1) + (D - 1) * weight(small)) * (1 + (D - 1) * small));
};

/** Gain of noise shaped like the Hessian over isotropic noise. */
export function gain({decay, step}: Record<keyof typeof gainControls, number>): Chart {
  const ends = [10, 1e5] as const;
  const along = (f: (D: number) => number, points: number) => curve(f, ends, {points, log: true});
  return {
    title: "Gain of noise shaped like the Hessian over isotropic noise, against the dimension",
    caption:
      "Solid: after one step and after many, exact; open diamonds: the printed order $D^{2d − 1}$. Beyond $d = 1$ the printed order exceeds the largest possible value, $D$ (thin); after many steps the gain stays below $2/(2 − ηh_1)$.",
    description:
      "On logarithmic axes: one exact line that grows with the dimension, one that stays flat, and the printed one above both.",
    x: {label: "dimension $D$", column: "dimension", scale: "log", domain: ends, format: "power"},
    y: {
      label: "ratio of escape efficiencies",
      column: "ratio",
      scale: "log",
      domain: [0.5, 1e6]
    },
    panels: [
      {
        series: [
          {
            is: "reference",
            name: "the possible, $D$",
            as: "line",
            marks: along(D => D, 25),
            near: 0.25
          },
          {
            is: "exact",
            name: "after one step",
            marks: along(D => gainIn(D, decay, k => k), 25),
            near: 0.75
          },
          {
            is: "exact",
            name: "after many",
            marks: along(D => gainIn(D, decay, k => 1 / (2 - step * k)), 25),
            near: 0.3
          },
          {
            is: "printed",
            name: "as printed",
            marks: along(D => D ** (2 * decay - 1), 9),
            near: 0.3
          }
        ]
      }
    ]
  };
}
