import type {Chart, Mark} from "../../components/chart/declaration.js";
import {fixed} from "../../components/format.js";
import type {Plane} from "../../lib/simulate/adaptiveEnsemble.js";
import type {EnsembleQuestion, EnsembleTrack} from "../../lib/simulate/ensembleRuns.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {
  type AdaptiveMethod,
  adaptiveCovarianceMap
} from "../../lib/stationary/adaptiveCovarianceMap.js";
import {adaptiveMultiplier} from "../../lib/stationary/adaptiveMultiplier.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {ring} from "../ring.js";

/** Iterates that share one preconditioner, and how long they are watched. */
export const [ensembleSize, liveSteps] = [400, 80];

const two = (v: number) => fixed(v, 2);

/** The controls of the live ensemble. */
export const liveControls = {
  method: {label: "Method", options: ["natural gradient", "Adam"], value: "natural gradient"},
  noise: {label: "Noise $c$", min: 0, max: 1.5, step: 0.05, value: 0.25, format: two},
  mu: {label: "Momentum $µ$", min: 0, max: 0.9, step: 0.05, value: 0, format: two},
  rho: {label: "Newest weight $ρ$", min: 0.05, max: 1, step: 0.05, value: 1, format: two},
  start: {
    label: "Start over predicted",
    min: 0.2,
    max: 3,
    step: 0.1,
    value: 1.1,
    format: (v: number) => fixed(v, 1)
  }
};

/** What the controls say. */
export interface Asked
  extends Readonly<Record<Exclude<keyof typeof liveControls, "method">, number>> {
  readonly method: string;
}

/** Curvatures of the plane in which the ensembles live, a b; b c. */
export const plane: Plane = [1, 0.2, 0.3];

export const matrixOf = ([a, b, c]: Plane): number[][] => [
  [a, b],
  [b, c]
];

/** Tr HΣ. */
export const weigh = ([a, b, c]: Plane, [h, k, l]: Plane = plane): number =>
  h * a + 2 * k * b + l * c;

export const planeOf = (sigma: {get(i: number, j: number): number}): Plane => [
  sigma.get(0, 0),
  sigma.get(0, 1),
  sigma.get(1, 1)
];

/** The method, which has a momentum unless it is Adam. */
function methodOf({method, mu}: Asked): {method: AdaptiveMethod; momentum: number} {
  return method === "Adam" ? {method: "adam", momentum: 0} : {method: "natural", momentum: mu};
}

/** The stationary point of the paper for noise in proportion to the signal. */
export const stationaryPoint = ({
  method,
  momentum,
  noiseRatio,
  learningRate,
  hessian
}: {
  readonly method: AdaptiveMethod;
  readonly momentum: number;
  readonly noiseRatio: number;
  readonly learningRate: number;
  readonly hessian: number[][];
}) =>
  method === "adam"
    ? adamCovariance({learningRate, noiseRatio, dimension: hessian.length})
    : naturalGradientCovariance({hessian, noiseRatio, learningRate, momentum});

const pointOf = (asked: Asked, hessian = matrixOf(plane)) =>
  stationaryPoint({...methodOf(asked), noiseRatio: asked.noise, learningRate: 1, hessian});

/** By what a small deviation from the stationary point is multiplied in a step. */
export const multiplierOf = (asked: Asked): number =>
  adaptiveMultiplier({...methodOf(asked), noiseRatio: asked.noise, forgetting: asked.rho});

/** What the stationary point does to a small deviation. */
export function does(multiplier: number): string {
  if (multiplier < 1 - 1e-9) return "attracts";
  return multiplier < 1 + 1e-9 ? "neither attracts nor repels" : "repels";
}

/** The ensemble, for a worker. */
export const liveQuestion = (asked: Asked): EnsembleQuestion => ({
  steps: liveSteps,
  runs: [
    {
      ...methodOf(asked),
      hessian: plane,
      start: planeOf(pointOf(asked).clone().mul(asked.start)),
      learningRate: 1,
      forgetting: asked.rho,
      noise: {ratio: asked.noise},
      particles: ensembleSize,
      address: {seed: 1, experiment: "self-made: live", cell: asked.method, replicate: 0}
    }
  ]
});

/** The exact map of the covariance, started in proportion to the stationary point: in one dimension that is all of it. */
function exactTrack(asked: Asked): Mark[] {
  const hessian = [[1]];
  const point = pointOf(asked, hessian).get(0, 0);
  const map = adaptiveCovarianceMap({
    ...methodOf(asked),
    hessian,
    learningRate: 1,
    forgetting: asked.rho,
    noiseRatio: asked.noise
  });
  let state = map.start([[asked.start * point]]);
  return Array.from({length: liveSteps + 1}, (_, x) => {
    if (x > 0) state = map.step(state);
    const y = state.covariance.get(0, 0) / point;
    // Far beyond the frame a line needs no more than a direction.
    return {x, y: Math.min(1e3, Math.max(1e-3, y))};
  });
}

const reach = 8;
const [least, most] = [0.1, 30];

/** The loss of the ensemble against the steps, and where its iterates are after the last of them. */
export function watched(asked: Asked, tracks: readonly EnsembleTrack[]): Chart {
  const predicted = pointOf(asked);
  const predictedLoss = weigh(planeOf(predicted));
  const deviations = [0, 1].map(i => Math.sqrt(predicted.get(i, i)));
  const [track] = tracks;
  const inUnits = ({x, y}: {readonly x: number; readonly y: number}): Mark => ({
    x: x / deviations[0],
    y: y / deviations[1]
  });
  const own = track ? track.moments[liveSteps] : undefined;
  const iterates = Array.from({length: track ? ensembleSize : 0}, (_, p) =>
    inUnits({x: track.states[2 * p], y: track.states[2 * p + 1]})
  );
  return {
    title: "What the iterates do, and what the stationary point says",
    caption:
      "First panel: their mean loss over the predicted one, dots, from the exact covariance map, line; open diamonds: the stationary point. Second: the iterates after the last step, the 95 % ellipse of their second moment (thin) and the predicted one (thick). Where the stationary point repels, the loss circles it, or wanders; in chaos dots and line part company.",
    description:
      "A time series of the mean loss on a logarithmic axis beside a cloud of iterates with two ellipses.",
    shape: 0.85,
    x: {label: "steps", column: "steps", domain: [0, liveSteps], ticks: 5},
    y: {
      label: "loss over predicted loss",
      column: "ratio",
      scale: "log",
      domain: [least, most],
      ticks: [0.1, 0.3, 1, 3, 10, 30],
      format: "number"
    },
    panels: [
      {
        series: [
          {is: "exact", name: "exact map", label: false, marks: exactTrack(asked)},
          {
            is: "printed",
            name: "stationary point",
            label: false,
            marks: Array.from({length: 8}, (_, k) => ({x: 10 * (k + 0.5), y: 1}))
          },
          {
            is: "measured",
            name: "ensemble",
            label: false,
            marks: (track?.moments ?? []).map((moment, x) => ({
              x,
              y: weigh(moment) / predictedLoss
            }))
          }
        ]
      },
      {
        x: {
          label: "$θ_1$, in predicted s.d.",
          column: "first",
          domain: [-reach, reach],
          ticks: 5
        },
        y: {
          label: "$θ_2$, in predicted s.d.",
          column: "second",
          domain: [-reach, reach],
          ticks: 5
        },
        series: [
          {is: "measured", name: "iterates", as: "cloud", label: false, marks: iterates},
          {
            is: "measured",
            name: "their ellipse",
            as: "loop",
            label: false,
            second: true,
            marks: own ? ring(matrixOf(own)).map(inUnits) : []
          },
          {
            is: "exact",
            name: "predicted ellipse",
            as: "loop",
            label: false,
            marks: ring(predicted).map(inUnits)
          }
        ]
      }
    ]
  };
}
