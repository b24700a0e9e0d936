import type {Chart} from "../../components/chart/declaration.js";
import {
  type EstimationSpec,
  pairedCovariance
} from "../../lib/experiments/noise/estimationExperiment.js";
import {rotatedCovariance, rotatedFactor} from "../../lib/linalg/rotatedCovariance.js";
import {estimationErrors} from "../../lib/noise/estimationError.js";
import {gradientCovariance} from "../../lib/noise/gradientCovariance.js";
import {gradientVariances} from "../../lib/noise/gradientVariances.js";
import {movingCovariance} from "../../lib/noise/movingCovariance.js";
import {printedMovingCovariance} from "../../lib/noise/printedMovingCovariance.js";
import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {ring} from "../ring.js";

/** The printed moving averages, by what is subtracted from a gradient. */
const printedMeans = {
  "moving average, true mean": "true",
  "moving average, mean before": "before",
  "moving average, mean after": "after"
} as const;

const estimators = [
  "plug-in",
  "diagonal",
  ...Object.keys(printedMeans),
  "moving average, corrected"
];

/** The controls of the guesses. */
export const guessControls = {
  estimator: {label: "Estimator", options: estimators, value: "plug-in"},
  samples: {
    label: "Gradients $m$",
    min: 3,
    max: 9,
    step: 1,
    value: 5,
    format: (k: number) => String(2 ** k)
  },
  alpha: {
    label: "Forgetting rate $α$",
    min: 0.02,
    max: 0.8,
    step: 0.02,
    value: 0.2,
    format: (x: number) => x.toFixed(2)
  },
  angle: {
    label: "$G$ turned by",
    min: 0,
    max: 90,
    step: 5,
    value: 35,
    format: (a: number) => `${a}°`
  }
};

export interface Guessing {
  readonly estimator: string;
  readonly samples: number;
  readonly alpha: number;
  readonly angle: number;
}

/** Independent guesses that are drawn. */
export const guesses = 30;

const axes: [number, number] = [3, 0.5];

function guess({estimator, samples, alpha, angle}: Guessing, replicate: number) {
  const [[a, b], [c, d]] = rotatedFactor(axes, angle);
  const z = normals(
    uniforms({seed: 2, experiment: "estimating: live", cell: "guesses", replicate})
  );
  const gradient = () => {
    const [x, y] = [z.next(), z.next()];
    return [a * x + b * y, c * x + d * y];
  };
  const m = 2 ** samples;
  if (estimator === "plug-in" || estimator === "diagonal") {
    const gradients = Array.from({length: m}, gradient);
    if (estimator === "plug-in") return gradientCovariance(gradients);
    const [p, q] = gradientVariances(gradients);
    return rotatedCovariance([p, q], 0);
  }
  const options = {dimension: 2, alpha};
  const mean = printedMeans[estimator as keyof typeof printedMeans];
  const moving = mean ? printedMovingCovariance({...options, mean}) : movingCovariance(options);
  // Long enough that the start at zero is forgotten.
  const steps = Math.max(m, Math.ceil(6 / alpha));
  for (let t = 0; t < steps; t++) moving.add(gradient());
  return moving.covariance();
}

/** Estimates of a covariance around the truth, as ellipses, with their average. */
export function estimatesAround(guessing: Guessing): Chart {
  const G = rotatedCovariance(axes, guessing.angle);
  const all = Array.from({length: guesses}, (_, k) => guess(guessing, k));
  const mean = all.reduce(
    (sum, each) => sum.clone().add(each.clone().div(guesses)),
    G.clone().mul(0)
  );
  return {
    title: "Estimates around the truth",
    caption: `Thin: ${guesses} estimates, each from gradients of its own; dots: their average; solid: the true $G$. Sampling error scatters the thin ellipses around the solid one. A bias moves the dots off it: the diagonal loses the tilt, the moving average with its own mean is too large before the update and too small after it.`,
    description:
      "Many thin ellipses scattered around a bold tilted one, with a dotted ellipse for their mean.",
    square: true,
    x: {label: "first gradient entry", column: "first", domain: [-10, 10]},
    y: {label: "second gradient entry", column: "second", domain: [-5.8, 5.8]},
    panels: [
      {
        series: [
          {
            is: "measured",
            name: "estimates",
            as: "loop",
            second: true,
            near: 0.9,
            marks: all.flatMap((each, piece) =>
              ring(each, {points: 48}).map(point => ({...point, piece}))
            )
          },
          {is: "exact", name: "true $G$", as: "loop", label: false, marks: ring(G)},
          {is: "measured", name: "their average", label: false, marks: ring(mean, {points: 40})}
        ]
      }
    ]
  };
}

export interface EstimatingRow {
  readonly kind: string;
  readonly at: number;
  readonly estimator: string;
  readonly measured: number;
  readonly standardError: number;
}

/** What the sweep estimates, and from how much. */
export type EstimatedRun = Pick<EstimationSpec, "eigenvalues" | "degrees" | "rank" | "samples">;

/** The covariance of the sweep: pairs of eigenvectors turned out of the coordinate axes. */
export const covarianceOf = ({eigenvalues, degrees}: EstimatedRun): number[][] =>
  pairedCovariance(eigenvalues, degrees);

/** The trace over the largest entry of the diagonal. */
export function dimensionByDiagonal(run: EstimatedRun): number {
  const diagonal = covarianceOf(run).map((row, i) => row[i]);
  return diagonal.reduce((sum, x) => sum + x, 0) / Math.max(...diagonal);
}

/** Expected squared error relative to ‖G‖²; of the part of low rank the least that is possible. */
function expectedError(estimator: string, samples: number, run: EstimatedRun): number {
  const covariance = covarianceOf(run);
  const squaredNorm = covariance.flat().reduce((sum, x) => sum + x * x, 0);
  const errors = estimationErrors(covariance, {...run, samples});
  if (estimator === "plug-in") return errors.plugIn / squaredNorm;
  return (estimator === "diagonal" ? errors.diagonal : errors.rankFloor) / squaredNorm;
}

const errorNames: Readonly<Record<string, string>> = {
  "plug-in": "plug-in",
  diagonal: "diagonal",
  streaming: "rank two"
};

/** Squared errors of the estimators whose expectation is known. */
export const squaredErrors = (rows: readonly EstimatingRow[], run: EstimatedRun) =>
  rows
    .filter(({kind, estimator}) => kind === "samples" && estimator !== "streaming")
    .map(({at, estimator, measured, standardError}) => ({
      x: at,
      y: measured,
      standardError,
      expected: expectedError(estimator, at, run),
      estimator
    }));

/** Slope of the logarithm of the plug-in's error against that of m − 1. */
export function plugInSlope(rows: readonly EstimatingRow[], run: EstimatedRun) {
  const own = squaredErrors(rows, run).filter(({estimator}) => estimator === "plug-in");
  return fitLine(
    own.map(({x}) => Math.log(x - 1)),
    own.map(({y}) => Math.log(y) / 2),
    {standardErrors: own.map(({y, standardError}) => standardError / y / 2)}
  ).slope;
}

/** Root mean square of the relative error against the number of gradients. */
export function errorAgainstSamples(rows: readonly EstimatingRow[], run: EstimatedRun): Chart {
  return {
    title: "Relative error against the number of gradients",
    caption:
      "Dots: root mean square of the relative Frobenius error, with 95 % bars; solid: exact expectations; dotted: the least error of any matrix of rank two. The error of the plug-in keeps falling as $1/√m$. Those of the diagonal and of the part of rank two level off at what each leaves out.",
    description:
      "Three falling curves on logarithmic axes: the plug-in straight with slope −½, the others flattening.",
    x: {label: "gradients $m$", column: "samples", scale: "log", ticks: run.samples},
    y: {
      label: "relative error",
      column: "error",
      scale: "log",
      format: "percent",
      domain: [0.06, 1.1],
      ticks: [0.1, 0.2, 0.5, 1]
    },
    panels: [
      {
        series: Object.keys(errorNames).flatMap(estimator => {
          const own = rows
            .filter(row => row.kind === "samples" && row.estimator === estimator)
            .sort((p, q) => p.at - q.at);
          const streaming = estimator === "streaming";
          return [
            {
              is: streaming ? "surrogate" : "exact",
              name: streaming ? "least of rank two" : errorNames[estimator],
              label: streaming ? false : errorNames[estimator],
              near: 0.3,
              marks: own.map(({at}) => ({x: at, y: Math.sqrt(expectedError(estimator, at, run))}))
            },
            {
              is: "measured",
              name: `measured, ${errorNames[estimator]}`,
              label: streaming ? errorNames[estimator] : false,
              near: 0.3,
              second: streaming,
              marks: own.map(({at, measured, standardError}) => ({
                x: at,
                y: Math.sqrt(measured),
                standardError: standardError / (2 * Math.sqrt(measured))
              }))
            }
          ] as const;
        })
      }
    ]
  };
}
