import type {Chart} from "../components/chart/declaration.js";
import {fixed} from "../components/format.js";
import {rotatedCovariance, rotatedFactor} from "../lib/linalg/rotatedCovariance.js";
import type {SweepSpec} from "../lib/simulate/spec.js";
import {ouCovariance} from "../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../lib/stationary/sgdCovariance.js";
import {ring} from "./ring.js";

/** The controls of the live cloud. */
export const settlingControls = {
  step: {
    label: "Step $ηλ_{max}$",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 1.3,
    format: (x: number) => fixed(x, 1)
  },
  batch: {
    label: "Batch size $b$",
    min: 4,
    max: 7,
    step: 1,
    value: 4,
    format: (k: number) => String(2 ** k)
  },
  angle: {
    label: "Noise turned by",
    min: 0,
    max: 90,
    step: 5,
    value: 40,
    format: (a: number) => `${a}°`
  }
};

const curvatures = [1, 0.3];
const axes: [number, number] = [1.7, 0.3];
const hessian = [
  [curvatures[0], 0],
  [0, curvatures[1]]
];

/** A live run in a tilted valley, and the ellipses that two formulas predict for it. */
export function settling({
  step,
  batch,
  angle
}: {
  readonly step: number;
  readonly batch: number;
  readonly angle: number;
}) {
  const problem = (size: number) => ({
    hessian,
    noise: rotatedCovariance(axes, angle).div(size),
    learningRate: step
  });
  const b = 2 ** batch;
  const largest = sgdCovariance(problem(2 ** settlingControls.batch.min));
  const spec: SweepSpec = {
    experiment: "front page: live cloud",
    seed: 1,
    replicates: 5000,
    cells: [
      {
        parameters: {eta: step, b, angle},
        hessianEigenvalues: curvatures,
        noiseFactor: {dense: rotatedFactor(axes, angle)},
        batchSize: b,
        learningRate: step,
        steps: Math.max(90, Math.ceil(4 / (step * curvatures[1])))
      }
    ]
  };
  const chart: Chart = {
    title: "SGD iterates and the ellipses predicted for them",
    caption:
      "Curvature pulls back, noise kicks away. Dots: runs of SGD from the minimum, after their last step. The ellipses, each meant to hold 95 % of a Gaussian, come from formulas, not from the runs.",
    description:
      "Two tilted ellipses in the plane of a stiff and a flat direction; a cloud of points fills the solid one, and on request spreads there from the centre.",
    x: {label: "stiff direction", column: "stiff"},
    y: {label: "flat direction", column: "flat"},
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "continuous limit",
            as: "loop",
            marks: ring(ouCovariance(problem(b)))
          },
          {is: "exact", name: "exact", as: "loop", marks: ring(sgdCovariance(problem(b)))}
        ]
      }
    ]
  };
  const reach = [0, 1].map(i => 3 * Math.sqrt(largest.get(i, i)));
  return {spec, chart, reach: [reach[0], reach[1]] as const};
}
