import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {temperedMeanLoss} from "../../lib/diffusion/degenerateMinimum.js";

/** What the particles did. */
export interface ParticleRun {
  readonly inverseTemperature: number;
  readonly learningRate: number;
  readonly times: readonly number[];
}

/** Means over the particles under one noise after so many updates. */
export interface MeanRow
  extends Readonly<
    Record<
      "time" | "loss" | "lossError" | "difference" | "differenceError" | "trace" | "traceError",
      number
    >
  > {
  readonly noise: string;
}

/** Where one particle is. */
export interface ParticleRow extends Readonly<Record<"time" | "x" | "y", number>> {
  readonly noise: string;
}

/** The mean loss times the inverse temperature in the posterior from which the particles start. */
export const tempered = ({inverseTemperature}: ParticleRun): number =>
  temperedMeanLoss(inverseTemperature);

/** The mean loss of one noise as marks over the updates. */
export const lossMarks = (rows: readonly MeanRow[], noise: string) =>
  rows
    .filter(row => row.noise === noise)
    .map(({time, loss, lossError}) => ({x: time, y: loss, standardError: lossError}));

/** The same under isotropic noise, which is expected to keep the posterior. */
export const isotropicMarks = (rows: readonly MeanRow[], run: ParticleRun) =>
  lossMarks(rows, "isotropic").map(mark => ({...mark, expected: tempered(run)}));

/** Inverse temperature times the mean loss under both kinds of noise. */
export function meanLoss(rows: readonly MeanRow[], run: ParticleRun): Chart {
  const isotropic = isotropicMarks(rows, run);
  const last = Math.max(...isotropic.map(({x}) => x));
  const level = (y: number): Mark[] => curve(() => y, [0, last], {points: 2});
  return {
    title: "Inverse temperature times the mean loss, starting from the posterior",
    caption:
      "Dots: means over particles, with 95 % bars, filled under isotropic noise and open under the noise of SGD; solid: the exact value under the tempered posterior; dotted: ½, the learning coefficient; the value at a nonsingular minimum, 1, lies above the frame. Isotropic noise stays on the line. Under the noise of SGD the loss soon drops below the solid line, and keeps falling as the particles leave the two lines of minima, the arms.",
    description:
      "One row of dots on a horizontal line and one that drops quickly and then falls towards zero.",
    x: {label: "updates", column: "updates", domain: [0, 1.08 * last], ticks: 5},
    y: {label: "$β$ × mean loss", column: "loss", domain: [0, 0.56], ticks: 6},
    panels: [
      {
        series: [
          {is: "surrogate", name: "learning coefficient ½", marks: level(0.5), near: 0.6},
          {is: "exact", name: "tempered posterior", marks: level(tempered(run)), near: 0.5},
          {is: "measured", name: "isotropic noise", marks: isotropic, near: 0.8},
          {
            is: "measured",
            name: "noise of SGD",
            second: true,
            marks: lossMarks(rows, "label"),
            near: 0.6
          }
        ]
      }
    ]
  };
}

/** The control of the particles' time. */
export const timeControls = ({times}: ParticleRun) => ({
  time: {
    label: "Updates",
    min: 0,
    max: times.length - 1,
    step: 1,
    value: 4,
    format: (i: number) => whole(times[i])
  }
});

const reach = 1.08;

/** Level lines of ½u² with u = θ₁θ₂, one piece in each quadrant. */
function levelLines(): Mark[] {
  const quadrants = [
    [1, 1],
    [-1, 1],
    [1, -1],
    [-1, -1]
  ];
  return [0.02, 0.1, 0.3].flatMap((u, l) =>
    quadrants.flatMap(([a, b], q) =>
      Array.from({length: 41}, (_, k) => (u / reach) ** (1 - k / 40) * reach ** (k / 40)).map(
        x => ({x: a * x, y: (b * u) / x, piece: 4 * l + q})
      )
    )
  );
}

/** The particles of both kinds of noise after so many updates, on the levels of the loss. */
export function particles(rows: readonly ParticleRow[], time: number): Chart {
  const now = rows.filter(row => row.time === time);
  const panel = (name: string, noise: string) => ({
    name,
    series: [
      {
        is: "reference" as const,
        name: "levels of the loss",
        as: "line" as const,
        label: false as const,
        marks: levelLines()
      },
      {
        is: "measured" as const,
        name: "particles",
        as: "cloud" as const,
        label: false as const,
        marks: now.filter(row => row.noise === noise).map(({x, y}) => ({x, y}))
      }
    ]
  });
  return {
    title: "Where two kinds of noise take the particles",
    caption:
      "Dots: particles after the chosen number of updates; lines: levels of the loss. Isotropic noise keeps the posterior, spread along both arms. The noise of SGD has no component along an arm, and yet the arms empty: all particles end at the crossing, where the loss is flattest.",
    description:
      "Two panels with a cross of particles; with time the right one shrinks to the centre and the left one stays.",
    square: true,
    x: {label: "$θ_1$", column: "theta1", domain: [-reach, reach], ticks: 5},
    y: {label: "$θ_2$", column: "theta2", domain: [-reach, reach], ticks: 5},
    panels: [panel("isotropic noise", "isotropic"), panel("noise of SGD", "label")]
  };
}

/** The collapse under label noise, with what the identity makes of its start, beside isotropic noise. */
export function collapse(rows: readonly MeanRow[], run: ParticleRun) {
  const own = rows.filter(({noise}) => noise === "label");
  const noiseVariance = 2 / (run.inverseTemperature * run.learningRate);
  const shrinks = 1 - run.learningRate ** 2 * noiseVariance;
  return own.map(row => ({
    ...row,
    expected: own[0].difference * shrinks ** row.time,
    isotropic: rows.find(({noise, time}) => noise === "isotropic" && time === row.time)
  }));
}

export const collapseColumns: readonly TableColumn<ReturnType<typeof collapse>[number]>[] = [
  {header: "updates", value: ({time}) => whole(time)},
  {header: "predicted |$θ_1^2 − θ_2^2$|", value: ({expected}) => fixed(expected, 4)},
  {
    header: "measured ± s.e.",
    value: ({difference, differenceError}) => withError(difference, differenceError, 4)
  },
  {header: "½ mean |$θ$|²", value: ({trace}) => fixed(trace / 2, 3)},
  {
    header: "$β$ × loss, SGD ± s.e.",
    value: ({loss, lossError}) => withError(loss, lossError, 3)
  },
  {
    header: "isotropic ± s.e.",
    value: ({isotropic}) => (isotropic ? withError(isotropic.loss, isotropic.lossError, 3) : "–")
  }
];
