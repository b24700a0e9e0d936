import type {Chart, Mark} from "../../components/chart/declaration.js";
import {fixed, scientific, whole} from "../../components/format.js";
import type {LiveAnswer} from "../../components/live-sweep.js";
import {planePoints} from "../../components/live-sweep.js";
import type {TableColumn} from "../../components/table.js";
import {
  principalAngle,
  rotatedCovariance,
  rotatedFactor
} from "../../lib/linalg/rotatedCovariance.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {nonlinearCovariance} from "../../lib/stationary/nonlinearCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {traceBalance} from "../../lib/stationary/traceBalance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";

const hundredths = (x: number) => x.toFixed(2);

/** The controls of a valley, its noise and the step. */
export const valleyControls = {
  angle: {
    label: "Noise turned by $φ$",
    min: 0,
    max: 90,
    step: 5,
    value: 40,
    format: (a: number) => `${a}°`
  },
  step: {
    label: "Step $ηλ_{max}$",
    min: 0.05,
    max: 1.95,
    step: 0.05,
    value: 1.4,
    format: hundredths
  },
  flat: {
    label: "Flat over stiff curvature",
    min: 0.1,
    max: 1,
    step: 0.05,
    value: 0.3,
    format: hundredths
  },
  ratio: {label: "Noise, along over across", min: 1, max: 16, step: 1, value: 6}
};

/** What the controls say, and the samples of a batch, as in the sweep. */
export type Asked = Readonly<Record<keyof typeof valleyControls | "batchSize", number>>;

const replicates = 1000;

/** Variances of the noise along its axes, of mean one. */
const axesOf = ({ratio}: Asked): [number, number] => [(2 * ratio) / (1 + ratio), 2 / (1 + ratio)];

/** Curvature, noise of one sample and step. */
function problemOf(asked: Asked) {
  const noise = rotatedCovariance(axesOf(asked), asked.angle);
  return {hessian: diagonal([1, asked.flat]), noise, learningRate: asked.step};
}

/** The stationary covariance by the recursion, in the continuous limit, and under isotropic noise. */
export function threeLaws(asked: Asked) {
  const {noise, ...valley} = problemOf(asked);
  const {batchSize} = asked;
  const problem = {...valley, noise: noise.clone().div(batchSize)};
  return {
    noise,
    exact: sgdCovariance(problem),
    continuous: ouCovariance(problem),
    isotropic: sgdCovariance({...valley, noise: diagonal([1 / batchSize, 1 / batchSize])})
  };
}

/** The direction of the long axis, in words. */
export const tilt = (sigma: Parameters<typeof principalAngle>[0]): string =>
  `${fixed(principalAngle(sigma), 0)}°`;

/** Runs from the minimum until the slower direction has settled. */
export function cloudSpec(asked: Asked): SweepSpec {
  const slowest = Math.min(asked.step * asked.flat, 2 - asked.step);
  return {
    experiment: "stationary-ellipse: live cloud",
    seed: 1,
    replicates,
    cells: [
      {
        parameters: {...asked},
        hessianEigenvalues: [1, asked.flat],
        noiseFactor: {dense: rotatedFactor(axesOf(asked), asked.angle)},
        batchSize: asked.batchSize,
        learningRate: asked.step,
        steps: Math.ceil(4 / slowest)
      }
    ]
  };
}

/** Iterates that have settled against three predictions, in units in which the continuous limit keeps its place. */
export function cloud({question, frames: [[cell]]}: LiveAnswer): Chart {
  if (!question) throw new RangeError("an answer must be to a question; got none");
  const [{parameters, steps}] = question.spec.cells;
  const asked = parameters as unknown as Asked;
  const {exact, continuous, isotropic} = threeLaws(asked);
  const unit = Math.sqrt(asked.batchSize / asked.step);
  const inUnits = (sigma: typeof exact) => ring(sigma.clone().mul(unit * unit));
  const loops = [exact, continuous, isotropic].map(inUnits);
  const reach = (along: "x" | "y") =>
    1.12 * Math.max(...loops.flatMap(loop => loop.map(mark => Math.abs(mark[along]))));
  const across = Math.max(reach("x"), 1.5 * reach("y"));
  const upright = Math.max(reach("y"), 0.4 * across);
  const points: Mark[] = planePoints(cell, unit).map(([x, y]) => ({x, y}));
  return {
    title: "Iterates against three predictions",
    caption: `Points: ${whole(replicates)} independent runs after ${whole(steps)} steps, computed here. Ellipses hold 95 % of a Gaussian. Both axes are in units of $(η/b)^{½}$, so that the continuous limit keeps its place whatever the step. The exact law of the recursion encloses the cloud; its continuous limit is too narrow in the stiff direction, and isotropic noise of the same trace gives an ellipse that does not tilt.`,
    description:
      "A cloud of iterates in the plane of a stiff and a flat direction, with the exact ellipse around it, the narrower ellipse of the continuous limit and an untilted one for isotropic noise.",
    square: true,
    x: {
      label: "stiff direction, in $(η/b)^{½}$",
      column: "stiff",
      domain: [-across, across],
      ticks: 7
    },
    y: {
      label: "flat direction, in $(η/b)^{½}$",
      column: "flat",
      domain: [-upright, upright],
      ticks: 5
    },
    panels: [
      {
        series: [
          {is: "measured", name: "iterates", as: "cloud", label: false, marks: points},
          {
            is: "surrogate",
            name: "isotropic, same trace",
            as: "loop",
            marks: loops[2],
            near: 0.65
          },
          {is: "continuous", name: "continuous limit", as: "loop", marks: loops[1], near: 0.5},
          {is: "exact", name: "exact, finite step", as: "loop", marks: loops[0], near: 0.05}
        ]
      }
    ]
  };
}

/** Both sides of the trace identity in continuous time, at five angles and the chosen one. */
export function traceLines(asked: Asked) {
  const temperature = asked.step / asked.batchSize;
  return [...new Set([0, 20, 45, 70, 90, asked.angle])]
    .sort((x, y) => x - y)
    .map(angle => {
      const {hessian, noise} = problemOf({...asked, angle});
      const {continuous: covariance} = threeLaws({...asked, angle});
      return {angle, ...traceBalance({hessian, noise, covariance, temperature})};
    });
}

export const traceColumns: readonly TableColumn<ReturnType<typeof traceLines>[number]>[] = [
  {header: "$φ$, degrees", value: ({angle}) => String(angle)},
  {header: "‖$HΣ − ΣH$‖/‖$HΣ$‖", value: ({commutator}) => fixed(commutator, 3)},
  {header: "Tr $Σ$", value: ({trace}) => fixed(1e3 * trace, 5)},
  {header: "Tr $H^{−1}ΣH$", value: ({conjugated}) => fixed(1e3 * conjugated, 5)},
  {header: "$τ$ Tr $H^{−1}G$", value: ({injected}) => fixed(1e3 * injected, 5)},
  {
    header: "left − right",
    value: ({trace, conjugated, injected}) => scientific(1e3 * (trace + conjugated - injected))
  },
  {
    header: "2 Tr $Σ$ − right",
    value: ({trace, injected}) => scientific(1e3 * (2 * trace - injected))
  }
];

/** What the table of traces is. */
export const traceLabel = "Both sides of equation (31), in units of $10^{−3}$";

/** The terms of the identity for the recursion. */
export function traceWithStep(asked: Asked) {
  const {hessian, noise, learningRate} = problemOf(asked);
  const {exact: covariance} = threeLaws(asked);
  return traceBalance({
    hessian,
    noise,
    covariance,
    temperature: learningRate / asked.batchSize,
    learningRate
  });
}

/** How far a third or a fourth derivative moves the centre of the cloud, and by what share it changes the variance. */
export function bend(
  {step, batchSize}: Asked,
  {third, fourth}: {readonly third: number; readonly fourth: number}
) {
  const {mean, linear, correction} = nonlinearCovariance({
    curvatures: [1],
    third: [[[third]]],
    fourth: [[[[fourth]]]],
    noise: [[1 / batchSize]],
    learningRate: step
  });
  return {mean: mean[0], share: correction.get(0, 0) / linear.get(0, 0)};
}

/** The share of the variance that is still missing when it counts as settled. */
export const restShare = 0.01;

/** Steps after which the slower direction lacks no more than that share of its variance. */
export function stepsToRest({step, flat}: Asked): number {
  const slow = Math.max(Math.abs(1 - step), 1 - step * flat);
  return Math.ceil(Math.log(restShare) / (2 * Math.log(slow)));
}
