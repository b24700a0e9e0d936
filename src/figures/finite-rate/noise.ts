import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, percent, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {NoiseShape} from "../../lib/experiments/noise/shapedNoiseExperiment.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {linearRegressionCovariance} from "../../lib/stationary/linearRegressionCovariance.js";
import {linearRegressionLimit} from "../../lib/stationary/linearRegressionLimit.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {ring} from "../ring.js";
import {score} from "../scores.js";

/** The controls of the cloud under mixed noise. */
export const mixtureControls = {
  share: {
    label: "Hessian-shaped share",
    min: 0,
    max: 1,
    step: 0.1,
    value: 1,
    format: (x: number) => percent(x, 0)
  },
  rate: {
    label: "Step $ηh$, stiff direction",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 1.6,
    format: (x: number) => fixed(x, 1)
  }
};

const curvatures = [1, 0.3];

/** The stationary law of a mixture of white and Hessian-shaped noise, and a live run. */
export function mixture({share, rate}: {readonly share: number; readonly rate: number}) {
  // Both parts have the trace of K, so that the share changes the shape and not the amount.
  const white = (curvatures[0] + curvatures[1]) / 2;
  const variances = curvatures.map(k => (1 - share) * white + share * k);
  const problem = {
    hessian: diagonal(curvatures),
    noise: diagonal(variances),
    learningRate: rate
  };
  const exact = sgdCovariance(problem);
  const continuous = ouCovariance(problem);
  const spec: SweepSpec = {
    experiment: "which noise: live",
    seed: 1,
    replicates: 5000,
    cells: [
      {
        parameters: {eta: rate, share},
        hessianEigenvalues: curvatures,
        noiseFactor: {diagonal: variances.map(v => Math.sqrt(v))},
        learningRate: rate,
        steps: Math.max(60, Math.ceil(4 / (rate * curvatures[1])))
      }
    ]
  };
  const chart: Chart = {
    title: "Stationary law of mixed noise",
    caption:
      "If all the noise is Hessian-shaped, the finite step stretches the dashed circle of continuous time along the stiff direction; if all of it is white, the ellipse is long in the flat direction. The iterates are shown after their last step; on request they are run again.",
    description: "An ellipse, solid, filled by a cloud of points, and a dashed one inside it.",
    x: {label: "stiff direction", column: "stiff"},
    y: {label: "flat direction", column: "flat"},
    panels: [
      {
        series: [
          {is: "continuous", name: "continuous limit", as: "loop", marks: ring(continuous)},
          {is: "exact", name: "exact", as: "loop", marks: ring(exact)}
        ]
      }
    ]
  };
  const width = (C: typeof exact) => Math.sqrt(C.get(0, 0) / C.get(1, 1));
  const reach = [0, 1].map(i => 2.6 * Math.sqrt(exact.get(i, i)));
  return {
    widths: {exact: width(exact), continuous: width(continuous)},
    picture: {spec, chart, reach: [reach[0], reach[1]] as const}
  };
}

/**
 * Mean of w² where the noise is 0 with the chance ½ and ±√(2C) otherwise, C = 1 + |w|/2, at the rate 1: over the steps since the last
 * zero, each longer wait with half the chance.
 */
export function luckyVariance(): number {
  let [sum, x, chance] = [0, 0, 0.5];
  for (let wait = 0; wait < 60; wait++) {
    sum += chance * x * x;
    x = Math.sqrt(2 + x);
    chance /= 2;
  }
  return sum;
}

/** The control of the batch size of the regression. */
export const batchControls = {
  size: {
    label: "Batch size $b$",
    min: 0,
    max: 7,
    step: 1,
    value: 2,
    format: (k: number) => String(2 ** k)
  }
};

/** Where the second moment of a regression with one parameter and fresh batches ceases to exist. */
export const edgeOf = (batchSize: number): number => linearRegressionLimit([1], batchSize);

/** Variance of a regression's parameter against the learning rate, with noise that depends on the state. */
export function regressionVariance(batchSize: number): Chart {
  const edge = edgeOf(batchSize);
  const exact = (learningRate: number) =>
    batchSize *
    linearRegressionCovariance({
      inputCovariance: [[1]],
      labelVariance: 1,
      batchSize,
      learningRate
    }).get(0, 0);
  return {
    title: "Variance times batch size against the learning rate, one parameter, fresh batches",
    caption:
      "Solid: exact, with noise that depends on the state; open diamonds: the printed $C = H/b$, which diverges at $η = 2$ for every $b$; dashed: continuous time. The thin line marks where the second moment ceases to exist.",
    description:
      "The exact curve diverges earlier than the printed values, at a rate that falls with the batch size.",
    x: {
      label: "learning rate times curvature, $ηh$",
      column: "rateTimesCurvature",
      domain: [0, 2.02]
    },
    y: {
      label: "batch size times variance",
      column: "batchTimesVariance",
      scale: "log",
      domain: [0.05, 100]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "edge", marks: [{x: edge}], near: 0.1},
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(x => x / 2, [0.1, 2]),
            near: 0.9
          },
          {
            is: "exact",
            name: "exact",
            marks: curve(exact, [0.005 * edge, 0.997 * edge], {points: 160}),
            near: 0.6
          },
          {
            is: "printed",
            name: "printed",
            marks: curve(x => x / (2 - x), [0.1, 1.9], {points: 19}),
            near: 0.9
          }
        ]
      }
    ]
  };
}

export interface ShapedRow {
  readonly shape: NoiseShape;
  readonly learningRate: number;
  readonly variance: number;
  readonly standardError: number;
  readonly expected: number;
}

/** Degrees of freedom of the two noises, and their variances. */
export const shapes = {
  "student-t": {name: "Student $t$, $ν = 4$", freedom: 4, variance: 2},
  "chi-square": {name: "centred $χ^2$, 3 degrees of freedom", freedom: 3, variance: 6}
} as const satisfies Record<NoiseShape, unknown>;

/** The sweep's rows as marks. */
export const shapedMarks = (rows: readonly ShapedRow[], shape?: NoiseShape) =>
  rows
    .filter(row => shape === undefined || row.shape === shape)
    .map(({learningRate, variance, standardError, expected, shape}) => ({
      x: learningRate,
      y: variance,
      standardError,
      expected,
      shape
    }));

/** Variance under heavy-tailed and skewed noise, Figure 8. */
export function shapedVariance(rows: readonly ShapedRow[], replicates: number): Chart {
  const law = (solve: typeof sgdCovariance, variance: number) => (learningRate: number) =>
    solve({hessian: [[1]], noise: [[variance]], learningRate}).get(0, 0);
  return {
    title: "Variance under heavy-tailed and skewed noise, Figure 8",
    caption: `Dots: ${whole(replicates)} runs each, with 95 % bars; solid: $η/(2 − η)$ times the variance of the noise, ${shapes["chi-square"].variance} for $χ^2$ (above) and ${shapes["student-t"].variance} for Student's $t$ (below); dashed: continuous time. The law of the noise does not matter, its variance does.`,
    description: "Two families of dots on two exact curves; the dashed lines fall away below them.",
    x: {label: "learning rate $η$", column: "learningRate", domain: [0, 2]},
    y: {label: "variance of $θ$", column: "variance", scale: "log", domain: [0.08, 400]},
    panels: [
      {
        series: (Object.keys(shapes) as NoiseShape[]).flatMap(shape => {
          const {name, variance} = shapes[shape];
          return [
            {
              is: "continuous",
              name: `continuous time, ${name}`,
              label: false,
              marks: curve(law(ouCovariance, variance), [0.1, 1.98])
            },
            {
              is: "exact",
              name,
              marks: curve(law(sgdCovariance, variance), [0.1, 1.985]),
              near: 0.3
            },
            {
              is: "measured",
              name: `measured, ${name}`,
              label: false,
              marks: shapedMarks(rows, shape)
            }
          ] as const;
        })
      }
    ]
  };
}

export const shapedColumns: readonly TableColumn<Mark & {readonly shape: NoiseShape}>[] = [
  {
    header: "noise",
    value: ({shape}) => (shape === "student-t" ? "Student $t$" : "centred $χ^2$"),
    text: true
  },
  {header: "$η$", value: ({x = 0}) => fixed(x, 2)},
  {header: "predicted", value: ({expected = 0}) => fixed(expected, 3)},
  {
    header: "measured ± s.e.",
    value: ({y = 0, standardError = 0}) => withError(y, standardError, 3)
  },
  {header: "$z$", value: mark => signed(score(mark))}
];
