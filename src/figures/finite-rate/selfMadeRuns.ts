import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {Plane} from "../../lib/simulate/adaptiveEnsemble.js";
import {
  type AdaptiveMethod,
  adaptiveCovarianceMap
} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {adaptiveMultiplier} from "../../lib/stationary/adaptiveMultiplier.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {matrixOf, planeOf, stationaryPoint, weigh} from "./selfMadeLive.js";

/** What the sweep of single runs ran. */
export interface SelfMadeRun {
  readonly hessian: Plane;
  readonly noise: Plane;
  readonly learningRate: number;
}

/** An ensemble or single runs of the sweeps. */
interface Row
  extends Readonly<Record<"ratio" | "forgetting" | "ensembles" | "loss" | "lossError", number>> {
  readonly method: AdaptiveMethod;
}

/** Ensembles of iterates that share one preconditioner. */
export interface EnsembleRow
  extends Row,
    Readonly<Record<"momentum" | "particles" | "wobble", number>> {}

/** Single runs, each with the memory of its own gradients. */
export interface SingleRow extends Row {
  readonly noise: string;
}

const names: Readonly<Record<AdaptiveMethod, string>> = {
  natural: "natural gradient",
  adam: "Adam"
};

/** Step of the ensembles, whose spec is too long for the sidecar; their curvatures are those of the single runs. */
const ensembleRate = 1;

/** Ensembles with the loss of the stationary point, and what that does to a small deviation. */
export const ensembles = (rows: readonly EnsembleRow[], {hessian}: Pick<SelfMadeRun, "hessian">) =>
  rows.map(row => {
    const {method, momentum, forgetting, ratio: noiseRatio} = row;
    const point = stationaryPoint({
      method,
      momentum,
      noiseRatio,
      learningRate: ensembleRate,
      hessian: matrixOf(hessian)
    });
    return {
      ...row,
      predicted: weigh(planeOf(point), hessian) / 2,
      multiplier: adaptiveMultiplier({method, noiseRatio, momentum, forgetting})
    };
  });

type Ensemble = ReturnType<typeof ensembles>[number];

const scoreOf = ({loss, predicted, lossError}: Ensemble) => (loss - predicted) / lossError;

/** Ensembles by what became of them. */
export function outcomes(all: readonly Ensemble[]) {
  const attracted = all.filter(({multiplier}) => multiplier < 1);
  const over = ({loss, predicted}: Ensemble) => loss / predicted;
  const reached = attracted.filter(row => over(row) < 2);
  const repelled = all.filter(({multiplier}) => multiplier > 1);
  return {
    reached: reached.length,
    strayed: attracted.length - reached.length,
    repelled: repelled.length,
    farthest: Math.max(...reached.map(row => Math.abs(over(row) - 1))),
    largestScore: Math.max(...reached.map(row => Math.abs(scoreOf(row)))),
    leastRepelled: Math.min(...repelled.map(row => over(row) - 1))
  };
}

export const ensembleColumns: readonly TableColumn<Ensemble>[] = [
  {header: "method", value: row => names[row.method], text: true},
  {header: "$µ$", value: row => fixed(row.momentum, 1)},
  {header: "$ρ$", value: row => fixed(row.forgetting, 1)},
  {header: "$c$", value: row => fixed(row.ratio, 2)},
  {header: "multiplier", value: row => fixed(row.multiplier, 2)},
  {header: "point", value: row => (row.multiplier < 1 ? "attracts" : "repels"), text: true},
  {header: "predicted loss", value: row => fixed(row.predicted, 4)},
  {
    header: "measured ± s.e.",
    value: row => withError(row.loss, row.lossError, 4)
  },
  {header: "$z$", value: row => signed(scoreOf(row))},
  {header: "wobble, %", value: row => fixed(100 * row.wobble, 1)}
];

/** The stationary covariance of Adam with constant noise, for which the paper has no formula: the map's fixed point. */
function adamFixedPoint({hessian, noise, learningRate}: SelfMadeRun) {
  const map = adaptiveCovarianceMap({
    method: "adam",
    hessian: matrixOf(hessian),
    learningRate,
    noise: matrixOf(noise)
  });
  let state = map.start(matrixOf([1, 0, 1]));
  for (let t = 0; t < 200; t++) state = map.step(state);
  return state.covariance;
}

/** The loss that is predicted for single runs. */
function predictedLoss({method, noise, ratio}: SingleRow, run: SelfMadeRun): number {
  const hessian = matrixOf(run.hessian);
  const {learningRate} = run;
  const sigma =
    noise !== "constant"
      ? stationaryPoint({method, momentum: 0, noiseRatio: ratio, learningRate, hessian})
      : method === "adam"
        ? adamFixedPoint(run)
        : naturalGradientCovariance({hessian, noise: matrixOf(run.noise), learningRate});
  return weigh(planeOf(sigma), run.hessian) / 2;
}

/** The three kinds of noise, and where along their points the labels stand. */
const kinds = [
  {
    name: "no noise",
    is: ({noise, ratio}: SingleRow) => noise !== "constant" && ratio === 0,
    look: {}
  },
  {name: "constant noise", is: ({noise}: SingleRow) => noise === "constant", look: {second: true}},
  {
    name: "noise $c = ½$",
    is: ({noise, ratio}: SingleRow) => noise !== "constant" && ratio > 0,
    look: {as: "crosses"}
  }
] as const;

/** Mean loss of single runs over the predicted one against their memory, a panel for each method. */
export function singleRuns(rows: readonly SingleRow[], run: SelfMadeRun): Chart {
  const markOf = (row: SingleRow): Mark => {
    const unit = predictedLoss(row, run);
    return {
      x: 1 / row.forgetting,
      y: row.loss / unit,
      standardError: row.lossError / unit,
      runs: row.ensembles
    };
  };
  return {
    title: "Mean loss of single runs over the predicted one, against their memory",
    caption: `${rows[0].ensembles} independent runs for each mark, with 95 % bars. Without noise (dots) and with constant noise (rings) a long memory leads to the paper’s stationary point (line). With noise proportional to the run’s own gradient (crosses) the natural gradient does not get there, and Adam stays below.`,
    description:
      "Ratios of measured to predicted loss in two panels against the length of memory; without noise and with constant noise they approach one.",
    shape: 0.85,
    x: {
      label: "memory $1/ρ$, in steps",
      column: "memory",
      scale: "log",
      domain: [2.8, 120],
      ticks: [3, 10, 30, 100],
      format: "number"
    },
    y: {
      label: "loss over predicted loss",
      column: "ratio",
      scale: "log",
      domain: [0.5, 20],
      ticks: [0.5, 1, 2, 5, 10, 20],
      format: "number"
    },
    panels: (["natural", "adam"] as const).map(method => ({
      name: names[method],
      series: [
        {
          is: "exact",
          name: "predicted",
          label: false,
          marks: [2.8, 120].map(x => ({x, y: 1}))
        },
        ...kinds.map(
          ({name, is, look}): Series => ({
            is: "measured",
            name,
            ...look,
            near: 0.6,
            marks: rows.filter(row => row.method === method && is(row)).map(markOf)
          })
        )
      ]
    }))
  };
}
