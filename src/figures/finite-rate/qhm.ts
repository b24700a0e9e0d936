import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {leastNoisyMixture} from "../../lib/stationary/leastNoisyMixture.js";
import {qhmGain} from "../../lib/stationary/qhmGain.js";
import {score} from "../scores.js";

/** The longest stable step, times the curvature. */
export const longestStep = (mu: number, nu: number): number =>
  (2 * (1 + mu)) / (1 + mu - 2 * mu * nu);

/** The stationary variance in one direction of curvature and noise 1, if there is one. */
export const varianceOf = (step: number, mu: number, nu: number): number =>
  step < longestStep(mu, nu) ? qhmGain(1, 1, step, mu, nu) : Number.NaN;

/** The same over that of continuous time. */
export const overContinuous = (step: number, mu: number, nu: number): number =>
  varianceOf(step, mu, nu) / (step / 2);

/** Momenta at which the best mixture is shown. */
export const momenta = [0.3, 0.6, 0.9] as const;

/** The least variance over that of plain SGD, and over that of continuous time, at a step and momentum. */
export function least(step: number, momentum: number) {
  const nu = leastNoisyMixture({curvature: 1, learningRate: step, momentum});
  const variance = varianceOf(step, momentum, nu);
  return {overSgd: variance / varianceOf(step, 0, 0), overContinuous: variance / (step / 2)};
}

/** Variance over that of plain SGD at the best mixture of each step, a panel for each momentum. */
export function bestMixtures(): Chart {
  const steps = [0.02, 1.79] as const;
  return {
    title: "Variance over that of plain SGD at the same speed",
    caption:
      "Solid: at the best $ν$ for each step; lighter: heavy ball, $ν = 1$, normalised; one panel for each momentum. All start at 1: what the mixture gains is of second order in the step.",
    description:
      "Three panels of falling curves; the best mixture lies below heavy ball for small steps.",
    shape: 1.1,
    x: {label: "step $ηh$", column: "step", domain: [0, 1.8], ticks: [0.5, 1, 1.5]},
    y: {
      label: "variance over that of SGD",
      column: "ratio",
      domain: [0, 1.15],
      ticks: 5
    },
    panels: momenta.map(mu => ({
      name: `$µ = ${mu}$`,
      series: [
        {is: "reference", name: "plain SGD", label: false, marks: [{y: 1}]},
        {
          is: "exact",
          name: "heavy ball",
          second: true,
          marks: curve(x => varianceOf(x, mu, 1) / varianceOf(x, mu, 0), steps, {points: 60}),
          near: 0.7
        },
        {
          is: "exact",
          name: "best $ν$",
          marks: curve(x => least(x, mu).overSgd, steps, {points: 60}),
          near: 0.85
        }
      ]
    }))
  };
}

/** A cell of the sweep along one curvature, with the exact average over its own steps. */
export interface QhmRow
  extends Readonly<
    Record<"learningRate" | "nu" | "variance" | "standardError" | "expected", number>
  > {}

/** What the sweep ran. */
export interface QhmRun {
  readonly momenta: readonly number[];
  readonly replicates: number;
}

const inUnits = ({learningRate, nu, variance, standardError, expected}: QhmRow): Mark => {
  const unit = learningRate / 2;
  return {
    x: nu,
    y: variance / unit,
    standardError: standardError / unit,
    expected: expected / unit
  };
};

/** All cells as marks, in units of continuous time. */
export const qhmMarks = (rows: readonly QhmRow[]): Mark[] => rows.map(inUnits);

/** Variance against the mixture, a line for each step. */
export function varianceAgainstMixture(
  rows: readonly QhmRow[],
  {momenta: [mu], replicates}: QhmRun
): Chart {
  const rates = [...new Set(rows.map(row => row.learningRate))];
  return {
    title: "Variance over that of continuous time, against the mixture",
    caption: `At $µ = ${mu}$. Dots: ${whole(replicates)} runs, with 95 % bars, smaller than the dots; lines: exact, one for each step $ηh$; dashed: continuous time. The best mixture moves from $ν = ⅔$ towards 1 as the step grows.`,
    description: "A curve for each step against the mixture, with measured dots on them.",
    x: {label: "mixture $ν$", column: "mixture", domain: [0, 1], ticks: 5},
    y: {
      label: "variance over $ηc/2h$",
      column: "variance",
      scale: "log",
      domain: [0.5, 12],
      ticks: [0.5, 1, 2, 5, 10],
      format: "number"
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "continuous time",
            marks: [0, 1].map(x => ({x, y: 1})),
            near: 0.9
          },
          ...rates.flatMap((rate): Series[] => [
            {
              is: "exact",
              name: `$ηh = ${fixed(rate, 1)}$`,
              label: rate === Math.max(...rates) ? undefined : fixed(rate, 1),
              marks: curve(nu => overContinuous(rate, mu, nu), [0, 1], {points: 101}),
              near: 0.02
            },
            {
              is: "measured",
              name: `measured, $ηh = ${fixed(rate, 1)}$`,
              label: false,
              marks: rows.filter(row => row.learningRate === rate).map(inUnits)
            }
          ])
        ]
      }
    ]
  };
}

export const qhmColumns: readonly TableColumn<QhmRow>[] = [
  {header: "$ηh$", value: row => fixed(row.learningRate, 1)},
  {header: "$ν$", value: row => fixed(row.nu, 2)},
  {header: "exact", value: row => fixed(row.expected, 4)},
  {header: "measured ± s.e.", value: row => withError(row.variance, row.standardError, 4)},
  {header: "$z$", value: row => signed(score(inUnits(row)))}
];
