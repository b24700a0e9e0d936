import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {laggedCovariance} from "../../lib/stationary/laggedCovariance.js";
import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {longestStep, overContinuous, varianceOf} from "./qhm.js";

const two = (v: number) => fixed(v, 2);

/** The controls of the page. */
export const qhmControls = {
  nu: {label: "Mixture $ν$", min: 0, max: 1, step: 0.05, value: 0.7, format: two},
  mu: {label: "Momentum $µ$", min: 0, max: 0.95, step: 0.05, value: 0.8, format: two},
  x: {label: "Step, $ηh$", min: 0.05, max: 3, step: 0.05, value: 1, format: two}
};

export type Asked = Readonly<Record<keyof typeof qhmControls, number>>;

/** The longest stable step at these settings. */
export const limitOf = ({mu, nu}: Asked): number => longestStep(mu, nu);

export const isStable = (asked: Asked): boolean => asked.x < limitOf(asked);

/** Runs of both live sweeps: of the growth, and of the correlation. */
const [growing, lasting] = [2000, 1000];
/** Steps that are watched, lags that are drawn, and lags that are summed. */
const [span, lags, summed] = [40, 24, 600];

const direction = ({x, mu, nu}: Asked) => ({learningRate: x, momentum: mu, nu});

interface Question {
  readonly spec: SweepSpec;
  readonly at: number[];
}

const question = (asked: Asked, run: Pick<SweepSpec, "experiment" | "seed" | "replicates">) => ({
  ...run,
  cells: [
    {
      parameters: {},
      hessianEigenvalues: [1],
      noiseFactor: {diagonal: [1]},
      ...direction(asked),
      steps: span
    }
  ]
});

/** Runs from the minimum. */
export const growthQuestion = (asked: Asked): Question => ({
  spec: question(asked, {experiment: "qhm: live", seed: 1, replicates: growing}),
  at: Array.from({length: span}, (_, t) => t + 1)
});

/** Runs that settle first, at each lag of which the iterates are wanted. */
export function lagQuestion(asked: Asked): Question {
  const burn = Math.min(500, 60 + Math.ceil(12 / asked.x));
  const {cells, ...run} = question(asked, {experiment: "qhm: lags", seed: 2, replicates: lasting});
  return {
    spec: {...run, cells: [{...cells[0], steps: burn + lags}]},
    at: Array.from({length: lags + 1}, (_, lag) => burn + lag)
  };
}

type Frames = readonly (readonly LiveCell[])[];

/** How the variance grows from the minimum, in units of continuous time. */
const transient = (asked: Asked): number[] =>
  transientCovariance({hessian: [[1]], noise: [[1]], ...direction(asked), steps: span}).map(
    sigma => sigma.get(0, 0) / (asked.x / 2)
  );

/** Beyond the frame a line needs no more than a direction. */
const near = (y: number) => Math.min(1e3, Math.max(1e-2, y));

/** Stationary variance against the mixture, and the way to it. */
export function mixture(asked: Asked, frames: Frames): Chart {
  const {x: step, mu, nu} = asked;
  const own = transient(asked);
  const line = (values: readonly number[]): Mark[] =>
    values.map((y, x) => ({x, y: near(y)})).slice(1);
  const variance = {
    label: "variance over $ηc/2h$",
    column: "variance",
    scale: "log",
    domain: [0.2, 20],
    ticks: [0.2, 0.5, 1, 2, 5, 10, 20],
    format: "number"
  } as const;
  return {
    title: "Stationary variance against the mixture, and the way to it",
    caption: `First panel: variance of $θ$ over that of continuous time, for every $ν$ at the chosen step and momentum; the dot is the chosen one. Second: its growth from the minimum. Line and dots: exact and ${whole(growing)} runs at the chosen $ν$, with 95 % bars; lighter lines: $ν = 0$, which at $ηh = 1$ reaches its final variance in one step, and $ν = 1$.`,
    description:
      "A curve of variance against the mixture with a minimum inside, beside three transients of the variance.",
    shape: 0.9,
    x: {label: "steps", column: "steps", domain: [0, span], ticks: 5},
    y: variance,
    panels: [
      {
        name: "at rest",
        x: {label: "mixture $ν$", column: "mixture", domain: [0, 1], ticks: 5},
        series: [
          {
            is: "continuous",
            name: "continuous time",
            marks: [0, 1].map(x => ({x, y: 1})),
            near: 0.2
          },
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: curve(x => overContinuous(step, mu, x), [0, 1], {points: 101}).filter(
              ({y = Number.NaN}) => Number.isFinite(y)
            )
          },
          {
            is: "exact",
            name: "chosen",
            as: "points",
            label: false,
            marks: isStable(asked) ? [{x: nu, y: overContinuous(step, mu, nu)}] : []
          }
        ]
      },
      {
        name: "from the minimum",
        series: [
          ...[0, 1].map(
            other =>
              ({
                is: "exact",
                name: `$ν = ${other}$`,
                second: true,
                marks: line(transient({...asked, nu: other})),
                near: 0.95
              }) as const
          ),
          {is: "exact", name: "chosen $ν$", label: false, marks: line(own)},
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: frames.map(([{step: t, states}]) => ({
              x: t,
              y: states.reduce((sum, v) => sum + v * v, 0) / growing / (step / 2),
              // The iterates are Gaussian.
              standardError: own[t] * Math.sqrt(2 / growing),
              expected: own[t]
            }))
          }
        ]
      }
    ]
  };
}

/** Covariances at each lag, in one direction of curvature and noise 1. */
const lagged = (asked: Asked, count: number): number[] =>
  isStable(asked)
    ? laggedCovariance({hessian: [[1]], noise: [[1]], ...direction(asked), lags: count}).map(x =>
        x.get(0, 0)
      )
    : [];

/** Covariances summed over many lags on both sides, in units of c/h². */
export const memory = (asked: Asked) => ({
  lags: summed,
  total: lagged(asked, summed).reduce((sum, x, lag) => sum + (lag === 0 ? 1 : 2) * x, 0)
});

/** Correlation of the iterate with its past; nothing where no law is stationary. */
export function autocorrelation(asked: Asked, frames: Frames): Chart {
  const unit = varianceOf(asked.x, asked.mu, asked.nu);
  const exact = lagged(asked, lags).map(y => y / unit);
  const [begin, ...later] = frames.map(([{states}]) => states);
  return {
    title: "Autocorrelation at the settings above",
    caption: `Line: exact; dots: ${whole(lasting)} runs, with 95 % bars. Empty where there is no stationary law.`,
    description: `The correlation of the iterate with its past over ${lags} steps.`,
    x: {label: "lag, steps", column: "lag", domain: [0, lags + 1], ticks: 6},
    y: {label: "autocorrelation", column: "autocorrelation", domain: [-1.05, 1.05], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "no correlation", label: false, marks: [{y: 0}]},
          {is: "exact", name: "exact", label: false, marks: exact.map((y, x) => ({x, y}))},
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: later.map((states, k) => ({
              x: k + 1,
              y: states.reduce((sum, x, r) => sum + x * begin[r], 0) / lasting / unit,
              standardError: Math.sqrt((1 + exact[k + 1] ** 2) / lasting),
              expected: exact[k + 1]
            }))
          }
        ]
      }
    ]
  };
}
