import type {Chart, Mark, Series} from "../../components/chart/declaration.js";
import {fixed, whole} from "../../components/format.js";
import {rotatedCovariance} from "../../lib/linalg/rotatedCovariance.js";
import type {Plane} from "../../lib/simulate/adaptiveEnsemble.js";
import type {EnsembleQuestion, EnsembleTrack} from "../../lib/simulate/ensembleRuns.js";
import {laggedCovariance} from "../../lib/stationary/laggedCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {transientCovariance} from "../../lib/stationary/transientCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";
import {matrixOf} from "./preconditioning.js";

/** Curvatures across the valley and along it. */
const [steep, flat] = [1, 0.1];

/** The kinds of noise. */
const noises: Readonly<Record<string, Plane>> = {
  white: [0.1, 0, 0.1],
  "C = H / 10": [steep / 10, 0, flat / 10],
  "across Λ": [0.1, 0.09, 0.1]
};

const two = (v: number) => fixed(v, 2);

/** The controls of the page. */
export const preconditionerControls = {
  power: {
    label: "Power $p$, in $Λ = ηH^{−p}$",
    min: 0,
    max: 1,
    step: 0.1,
    value: 0.5,
    format: (v: number) => fixed(v, 1)
  },
  angle: {
    label: "$Λ$ turned by, in degrees",
    min: 0,
    max: 90,
    step: 5,
    value: 20,
    format: (v: number) => fixed(v, 0)
  },
  eta: {label: "Step $η$", min: 0.1, max: 3.5, step: 0.05, value: 0.8, format: two},
  mu: {label: "Momentum $µ$", min: 0, max: 0.9, step: 0.05, value: 0, format: two},
  noise: {label: "Noise", options: Object.keys(noises), value: "white"}
};

/** What the controls say. */
export interface Asked
  extends Readonly<Record<Exclude<keyof typeof preconditionerControls, "noise">, number>> {
  readonly noise: string;
}

/** The problem, its preconditioner turned. */
function problemOf({power, angle, eta, mu, noise}: Asked) {
  const along = [steep, flat].map(h => eta * h ** -power);
  return {
    hessian: diagonal([steep, flat]),
    noise: matrixOf(noises[noise]),
    preconditioner: rotatedCovariance([along[0], along[1]], angle).to2DArray(),
    momentum: mu
  };
}

/** The eigenvalues of ΛH, and the limit below which they must lie. */
export function effectiveSteps(asked: Asked) {
  const [[a, b], [, c]] = problemOf(asked).preconditioner;
  const trace = a * steep + c * flat;
  const determinant = steep * flat * (a * c - b * b);
  const fastest = (trace + Math.sqrt(trace ** 2 - 4 * determinant)) / 2;
  return {fastest, slowest: determinant / fastest, limit: 2 * (1 + asked.mu)};
}

export function isStable(asked: Asked): boolean {
  const {fastest, limit} = effectiveSteps(asked);
  return fastest < limit;
}

const [span, crowd] = [60, 500];

/** Runs from the minimum, for a worker. */
export function liveQuestion(asked: Asked): EnsembleQuestion {
  const [[a, b], [, c]] = problemOf(asked).preconditioner;
  return {
    steps: span,
    runs: [
      {
        method: "fixed",
        preconditioner: [a, b, c],
        hessian: [steep, 0, flat],
        start: [1e-12, 0, 1e-12],
        learningRate: 1,
        momentum: asked.mu,
        forgetting: 1,
        noise: {covariance: noises[asked.noise]},
        particles: crowd,
        address: {seed: 1, experiment: "preconditioning: live", cell: asked.noise, replicate: 0}
      }
    ]
  };
}

const lossOf = (a: number, c: number) => (steep * a + flat * c) / 2;

type Covariance = {get(i: number, j: number): number};

/** Of the mean loss of Gaussian iterates: Var ½θᵀHθ = ½ Tr (HΣ)². */
function lossError(sigma: Covariance): number {
  const [a, b, c] = [sigma.get(0, 0), sigma.get(0, 1), sigma.get(1, 1)];
  const square = (steep * a) ** 2 + 2 * steep * flat * b ** 2 + (flat * c) ** 2;
  return Math.sqrt(square / 2 / crowd);
}

const reach = 5;
const [least, most] = [0.02, 5];
const contours = [1, 2, 3, 4];

/** The mean loss from the minimum, and where the iterates are at the end. */
export function settling(asked: Asked, tracks: readonly EnsembleTrack[]): Chart {
  const problem = problemOf(asked);
  const transients = transientCovariance({...problem, steps: span});
  const losses = transients.map(sigma => lossOf(sigma.get(0, 0), sigma.get(1, 1)));
  const rest = isStable(asked) ? preconditionedCovariance(problem) : undefined;
  const y = rest ? lossOf(rest.get(0, 0), rest.get(1, 1)) : 0;
  const level: Series[] =
    y > least && y < most ? [{is: "reference", name: "Theorem 3", marks: [{y}], near: 0.15}] : [];
  const [track] = tracks;
  // Far beyond the frame a line needs no more than a direction.
  const inside = (v: number) => Math.max(-12 * reach, Math.min(12 * reach, v));
  return {
    title: "The mean loss from the minimum, and the ellipse that the iterates fill",
    caption: `First panel: mean loss, measured (dots, with 95 % bars) and from the exact covariance recursion (line); the level line is from Theorem 3. Second: ${whole(crowd)} iterates after ${span} steps and the 95 % ellipse of their exact law, with contours of the loss.`,
    description:
      "The growth of the mean loss to its stationary level beside a cloud of iterates in its ellipse over the contours of a valley.",
    shape: 0.85,
    x: {label: "steps", column: "steps", domain: [0, span], ticks: 5},
    y: {
      label: "mean loss",
      column: "loss",
      scale: "log",
      domain: [least, most],
      ticks: [0.03, 0.1, 0.3, 1, 3],
      format: "number"
    },
    panels: [
      {
        series: [
          ...level,
          {
            is: "exact",
            name: "exact",
            label: false,
            marks: losses.map((y, x) => ({x, y: Math.min(y, 1e3)})).slice(1)
          },
          {
            is: "measured",
            name: "measured",
            label: false,
            marks: (track?.moments ?? [])
              .map(([a, , c], x) => ({
                x,
                y: lossOf(a, c),
                standardError: lossError(transients[x]),
                expected: losses[x]
              }))
              .slice(1)
          }
        ]
      },
      {
        x: {label: "$θ_1$, steep", column: "first", domain: [-reach, reach], ticks: 5},
        y: {label: "$θ_2$, flat", column: "second", domain: [-reach, reach], ticks: 5},
        series: [
          {
            is: "reference",
            name: "contours of the loss",
            as: "loop",
            label: false,
            marks: contours.flatMap(size =>
              ring(diagonal([steep, 1 / flat]), {radius: size, points: 80}).map(point => ({
                ...point,
                piece: size
              }))
            )
          },
          {
            is: "measured",
            name: "iterates",
            as: "cloud",
            label: false,
            marks: Array.from({length: track ? crowd : 0}, (_, p) => ({
              x: track.states[2 * p],
              y: track.states[2 * p + 1]
            }))
          },
          {
            is: "exact",
            name: "exact",
            as: "loop",
            label: false,
            marks: ring(transients[span]).map(({x, y}) => ({x: inside(x), y: inside(y)}))
          }
        ]
      }
    ]
  };
}

const lags = 40;

/** How each coordinate correlates with the past of both; nothing where no law is stationary. */
export function correlations(asked: Asked): Chart {
  const lagged = isStable(asked) ? laggedCovariance({...problemOf(asked), lags}) : [];
  const deviation = (i: number) => Math.sqrt(lagged[0].get(i, i));
  const along = (i: number, j: number): Mark[] =>
    lagged.map((sigma, x) => ({x, y: sigma.get(i, j) / deviation(i) / deviation(j)}));
  return {
    title: "Correlations of the iterate with its past, at the settings above",
    caption:
      "Thick: of each coordinate with itself, the flat one slower. Lighter: of the steep coordinate with the flat one’s past, and the other way round; where $Λ$ and $H$ do not commute the two differ. Empty where there is no stationary law.",
    description: "Four autocorrelation curves that decay.",
    x: {label: "lag, in steps", column: "lag", domain: [0, lags], ticks: 5},
    y: {label: "correlation", column: "correlation", domain: [-1, 1.05], ticks: 5},
    panels: [
      {
        series: [
          {is: "reference", name: "no correlation", label: false, marks: [{y: 0}]},
          {is: "exact", name: "steep on flat", second: true, marks: along(0, 1), near: 0.3},
          {is: "exact", name: "flat on steep", second: true, marks: along(1, 0), near: 0.5},
          {is: "exact", name: "steep", marks: along(0, 0), near: 0.1},
          {is: "exact", name: "flat", marks: along(1, 1), near: 0.2}
        ]
      }
    ]
  };
}
