import type {Chart, Mark} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";

/** The kinds of noise, and their shares of the identity and of the Hessian. */
const kinds: Readonly<Record<string, readonly [number, number]>> = {
  "white, I": [1, 0],
  "Hessian-shaped, H": [0, 1],
  "mixed, ½I + ½H": [0.5, 0.5]
};

const two = (v: number) => fixed(v, 2);

/** The controls of the ellipses. */
export const ellipseControls = {
  rate: {label: "Learning rate $η$", min: 0.05, max: 1.99, step: 0.01, value: 1.8, format: two},
  flat: {label: "Flat curvature", min: 0.05, max: 1, step: 0.05, value: 0.1, format: two},
  kind: {label: "Noise $C$", options: Object.keys(kinds), value: Object.keys(kinds)[0]}
};

/** What the controls say. */
export interface Asked {
  readonly rate: number;
  readonly flat: number;
  readonly kind: string;
}

const curvaturesOf = ({flat}: Asked) => [1, flat];

/** Variances of the noise along the two directions. */
const noisesOf = (asked: Asked) => {
  const [white, shaped] = kinds[asked.kind];
  return curvaturesOf(asked).map(h => white + shaped * h);
};

/** The exact covariance and that of continuous time. */
export function laws(asked: Asked) {
  const problem = {
    hessian: diagonal(curvaturesOf(asked)),
    noise: diagonal(noisesOf(asked)),
    learningRate: asked.rate
  };
  return {exact: sgdCovariance(problem), continuous: ouCovariance(problem)};
}

const replicates = 1000;

/** Runs from the minimum that have nearly settled at their end. */
export function ellipseSpec(asked: Asked): SweepSpec {
  const {rate, flat} = asked;
  return {
    experiment: "discrete-lyapunov: live",
    seed: 1,
    replicates,
    cells: [
      {
        parameters: {eta: rate},
        hessianEigenvalues: curvaturesOf(asked),
        noiseFactor: {diagonal: noisesOf(asked).map(Math.sqrt)},
        learningRate: rate,
        steps: Math.min(4000, Math.ceil(4 / Math.min(rate * flat, 2 - rate)))
      }
    ]
  };
}

/** Where the runs of a frame stand. */
export const iteratesOf = ([cell]: readonly LiveCell[]): Mark[] =>
  Array.from({length: cell.states.length / 2}, (_, r) => ({
    x: cell.states[2 * r],
    y: cell.states[2 * r + 1]
  }));

/** The share of iterates within the three-sigma ellipse of a covariance. */
export function shareOf(
  iterates: readonly Mark[],
  sigma: {get(i: number, j: number): number}
): number {
  const inside = iterates.filter(
    ({x = 0, y = 0}) => x ** 2 / sigma.get(0, 0) + y ** 2 / sigma.get(1, 1) <= 3 ** 2
  );
  return inside.length / iterates.length;
}

/** Iterates with the three-sigma ellipses of the exact covariance and of continuous time. */
export function ellipses(asked: Asked, iterates: readonly Mark[]): Chart {
  const {exact, continuous} = laws(asked);
  const [inside, limit] = [exact, continuous].map(sigma => ring(sigma, {radius: 3}));
  const reach = (axis: "x" | "y") => 1.1 * Math.max(...[...inside, ...limit].map(p => p[axis]));
  // A frame somewhat wider than tall, in which a unit is as long along both directions.
  const tall = Math.max(reach("y"), reach("x") / 1.5);
  const [{steps}] = ellipseSpec(asked).cells;
  return {
    title: "Iterates and the two three-sigma ellipses",
    caption: `Points: ${whole(replicates)} runs after ${whole(steps)} steps; solid: exact; dashed: continuous time. White noise piles up along the flat direction until the step is long; then the stiff one swells.`,
    description:
      "A cloud of iterates with the exact three-sigma ellipse around it and the ellipse of continuous time, too narrow in the stiff direction.",
    square: true,
    x: {
      label: "stiff direction",
      column: "stiff",
      domain: [-1.5 * tall, 1.5 * tall],
      ticks: 6
    },
    y: {label: "flat direction", column: "flat", domain: [-tall, tall], ticks: 5},
    panels: [
      {
        series: [
          {is: "measured", name: "iterates", as: "cloud", label: false, marks: iterates},
          {is: "continuous", name: "continuous time", as: "loop", marks: limit, near: 0.1},
          {is: "exact", name: "exact", as: "loop", marks: inside, near: 0.2}
        ]
      }
    ]
  };
}
