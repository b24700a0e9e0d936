import {type Chart, curve, type Mark, type Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {fractionalGaussianCovariance} from "../../lib/random/fractionalGaussianCovariance.js";
import {colouredNoiseVariance} from "../../lib/stationary/colouredNoiseVariance.js";
import {drivenVarianceRatio} from "../../lib/stationary/drivenVarianceRatio.js";
import {reshuffledVariance} from "../../lib/stationary/reshuffledVariance.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {score} from "../scores.js";
import type {DrivenRow} from "./step-and-batch.js";

const tenths = (x: number) => fixed(x, 1);

/** The controls: how long each memory is. */
export const memoryControls = {
  batches: {label: "Epoch: batches $m$", min: 20, max: 400, step: 20, value: 100},
  phi: {
    label: "Neighbours: correlation $φ$",
    min: -0.9,
    max: 0.9,
    step: 0.1,
    value: 0.6,
    format: tenths
  },
  hurst: {label: "Long memory: Hurst", min: 0.1, max: 0.9, step: 0.1, value: 0.9, format: tenths},
  mu: {
    label: "Momentum $µ$",
    min: 0,
    max: 0.95,
    step: 0.05,
    value: 0.9,
    format: (x: number) => fixed(x, 2)
  }
};

type Asked = Readonly<Record<keyof typeof memoryControls, number>>;

const ofDrive = (rows: readonly DrivenRow[], drive: DrivenRow["drive"]) =>
  rows.filter(row => row.drive === drive);

/** A row as a mark over the step. */
const markOf = ({knob, step, ratio, standardError, expected}: DrivenRow) => ({
  x: step,
  y: ratio,
  standardError,
  expected,
  knob
});

export type MemoryMark = ReturnType<typeof markOf>;

/** The rows of a drive as marks. */
export const memoryMarks = (rows: readonly DrivenRow[], drive: DrivenRow["drive"]): MemoryMark[] =>
  ofDrive(rows, drive).map(markOf);

/** Lags after which the memory of fractional noise is left out, and the smallest step for which that is enough. */
const lags = {count: 4000, from: 0.01};

/** The four memories: what stands on the line, the knob, and the ratio at a step. */
function memories({batches, phi, hurst, mu}: Asked) {
  const gamma = Float64Array.from({length: lags.count}, (_, k) =>
    fractionalGaussianCovariance(hurst, k)
  );
  const driven = (drive: "reshuffled" | "momentum", knob: number) => (step: number) =>
    drivenVarianceRatio({drive, knob, step, updates: 1});
  return [
    {drive: "reshuffled", name: "epochs", knob: batches, ratio: driven("reshuffled", batches)},
    {
      drive: "autoregressive",
      name: "neighbours",
      knob: phi,
      ratio: (step: number) => {
        const kept = (1 - step) * phi;
        return (1 + kept) / (1 - kept) / (1 - step / 2);
      }
    },
    {
      drive: "fractional",
      name: "long memory",
      knob: hurst,
      from: lags.from,
      ratio: (learningRate: number) =>
        colouredNoiseVariance({
          curvature: 1,
          learningRate,
          autocovariance: k => gamma[k] ?? 0
        }) /
        (learningRate / 2)
    },
    {drive: "momentum", name: "momentum", knob: mu, ratio: driven("momentum", mu)}
  ] as const;
}

const steps = [0.001, 1.9] as const;

/** Stationary variance over that of the diffusion with white noise, for four kinds of memory. */
export function fourMemories(rows: readonly DrivenRow[], asked: Asked): Chart {
  const all = memories(asked);
  const matching = all.flatMap(({drive, knob}) =>
    ofDrive(rows, drive)
      .filter(row => Math.abs(row.knob - knob) < 1e-9)
      .map(markOf)
  );
  const measured: Series = {is: "measured", name: "measured", label: false, marks: matching};
  return {
    title: "Stationary variance over the white-noise diffusion's",
    caption:
      "Solid: exact, for one kind of memory each; dashed: a diffusion driven by white noise of the same variance; dots: SGD, wherever the sweep holds the chosen memory. All lines turn up at the right because $ηh$ is no longer small there.",
    description:
      "Four curves over a logarithmic axis of step sizes: epochs fall far below one at the left, neighbours and momentum level off, long memory keeps rising or falling.",
    x: {label: "step, $ηh$", column: "step", scale: "log", domain: [0.001, 2], format: "power"},
    y: {
      label: "variance over white noise's",
      column: "ratio",
      scale: "log",
      domain: [0.005, 200],
      ticks: [0.01, 0.1, 1, 10, 100]
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "white noise",
            marks: curve(() => 1, [0.001, 2], {points: 2, log: true}),
            near: 0.5
          },
          ...all.map(
            (memory): Series => ({
              is: "exact",
              name: memory.name,
              marks: curve(memory.ratio, ["from" in memory ? memory.from : steps[0], steps[1]], {
                points: 45,
                log: true
              }),
              near: memory.drive === "fractional" ? 0.2 : 0.12
            })
          ),
          ...(matching.length ? [measured] : [])
        ]
      }
    ]
  };
}

/** What a step costs under white noise: the ratio without it. */
const perStep = (step: number) => 1 - step / 2;

/** The variance under epochs over that of batches drawn anew, along the relaxation in an epoch. */
export function underEpochs(rows: readonly DrivenRow[]): Chart {
  const marks = memoryMarks(rows, "reshuffled");
  const [{knob: batches}] = marks;
  const along = (ratio: (step: number) => number): Mark[] =>
    curve(ratio, [0.0005, 1.4], {points: 61, log: true}).map(({x = 0, y}) => ({x: batches * x, y}));
  const domain: [number, number] = [0.05, 140];
  return {
    title: "Variance under epochs, over that of batches drawn anew",
    caption: `Dots: SGD with epochs of ${batches} batches, averaged over all updates, with 95 % bars; solid: exact; thin: exact after the last batch of an epoch; dotted: 1, the value if the order did not matter. To the left of $ηhm$ = 1 the variance is smaller than the theory's by up to orders of magnitude.`,
    description:
      "A curve that rises linearly to one as the relaxation per epoch grows, and a steeper one below it.",
    x: {
      label: "relaxation in an epoch, $ηhm$",
      column: "relaxation",
      scale: "log",
      domain,
      ticks: [0.1, 1, 10, 100]
    },
    y: {
      label: "variance over that of independent batches",
      short: "variance over independent batches'",
      column: "ratio",
      scale: "log",
      domain: [0.0002, 2]
    },
    panels: [
      {
        series: [
          {
            is: "surrogate",
            name: "batches drawn anew",
            marks: curve(() => 1, domain, {points: 2, log: true}),
            near: 0.15
          },
          {
            is: "exact",
            name: "epoch’s mean",
            marks: along(
              step =>
                perStep(step) *
                drivenVarianceRatio({drive: "reshuffled", knob: batches, step, updates: 1})
            ),
            near: 0.2
          },
          {
            is: "exact",
            name: "epoch’s end",
            second: true,
            marks: along(
              learningRate =>
                reshuffledVariance({curvature: 1, learningRate, noise: 1, batches}).atEnd /
                (learningRate / (2 - learningRate))
            ),
            near: 0.3
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: marks.map(({x, y, standardError, expected}) => ({
              x: batches * x,
              y: perStep(x) * y,
              standardError: perStep(x) * standardError,
              expected: perStep(x) * expected
            }))
          }
        ]
      }
    ]
  };
}

const measuredColumns: readonly TableColumn<MemoryMark>[] = [
  {header: "exact", value: ({expected}) => fixed(expected, 4)},
  {header: "measured ± s.e.", value: ({y, standardError}) => withError(y, standardError, 4)},
  {header: "$z$", value: mark => signed(score(mark))}
];

/** Correlated neighbours, whose correlations have a finite sum. */
export const neighbourColumns: readonly TableColumn<MemoryMark>[] = [
  {header: "$φ$", value: ({knob}) => fixed(knob, 1)},
  {header: "$Σγ$, as $ηh$ → 0", value: ({knob}) => fixed((1 + knob) / (1 - knob), 4)},
  ...measuredColumns
];

/** What the table of neighbours is. */
export const neighbourLabel = ([{x}]: readonly MemoryMark[]) =>
  `Variance over white noise's for correlated neighbours, at $ηh$ = ${x}`;

/** Fractional noise over white noise of the same variance, at a small step. */
const fractionalLimit = ({knob, x}: MemoryMark) =>
  Math.exp(logGamma(2 * knob + 1)) * x ** (1 - 2 * knob);

export const fractionalColumns: readonly TableColumn<MemoryMark>[] = [
  {header: "Hurst exponent", value: ({knob}) => fixed(knob, 1)},
  {header: "$ηh$", value: ({x}) => fixed(x, 2)},
  {header: "white noise", value: ({x}) => fixed(1 / perStep(x), 4)},
  {header: "fractional limit", value: mark => fixed(fractionalLimit(mark), 4)},
  ...measuredColumns
];

export const momentumColumns: readonly TableColumn<MemoryMark>[] = [
  {header: "$µ$", value: ({knob}) => fixed(knob, 2)},
  {header: "$ηh$", value: ({x}) => fixed(x, 2)},
  {header: "theory without $µ$", value: () => fixed(1, 4)},
  {header: "rate $η/(1 − µ)$", value: ({knob}) => fixed(1 / (1 - knob), 4)},
  ...measuredColumns
];
