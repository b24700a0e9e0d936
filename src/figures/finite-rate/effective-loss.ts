import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {SweepSpec} from "../../lib/simulate/spec.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {ring} from "../ring.js";

/** A row of the sweep over learning rates under white noise. */
export interface WhiteRow {
  readonly learningRate: number;
  readonly variance: number;
  readonly standardError: number;
}

/** Curvature and noise of the sweep: one of each. */
export interface WhiteProblem {
  readonly curvatures: readonly number[];
  readonly noise: readonly number[];
}

/** Curvature of the loss that a Gaussian of this variance sees at the temperature ηc, in units of h. */
const effective = (rate: number, variance: number, [h, c]: readonly [number, number]) =>
  (rate * c) / (2 * variance * h);

/** The document's equation: + where − holds. */
const printedCurvature = (ηh: number) => 1 + ηh / 2;

/** What was measured, what is expected of it, and what is printed, against ηh. */
export function curvatures(
  rows: readonly WhiteRow[],
  {curvatures: [h], noise: [c]}: WhiteProblem
): (Mark & {readonly x: number; readonly y: number; readonly standardError: number})[] {
  return rows.map(({learningRate, variance, standardError}) => {
    const y = effective(learningRate, variance, [h, c]);
    const exact = sgdCovariance({hessian: [[h]], noise: [[c]], learningRate}).get(0, 0);
    return {
      x: learningRate * h,
      y,
      standardError: (y * standardError) / variance,
      expected: effective(learningRate, exact, [h, c])
    };
  });
}

/** The same rows with what is printed in the place of what is expected. */
export const againstPrinted = (marks: readonly Mark[]): Mark[] =>
  marks.map(mark => ({...mark, expected: printedCurvature(mark.x ?? Number.NaN)}));

/** The curvature of the effective loss against the learning rate. */
export function effectiveCurvature(rows: readonly WhiteRow[], problem: WhiteProblem): Chart {
  const [[h], [c]] = [problem.curvatures, problem.noise];
  const law =
    (covariance: typeof sgdCovariance) =>
    (ηh: number): number =>
      effective(
        ηh / h,
        covariance({hessian: [[h]], noise: [[c]], learningRate: ηh / h}).get(0, 0),
        [h, c]
      );
  const measured = curvatures(rows, problem);
  return {
    title: "Curvature of the effective loss against the learning rate",
    caption:
      "Dots: $ηc/(2σ^2)$ from the measured variance of runs under white noise (bars are smaller than the dots); solid: $1 − ηh/2$, exact; dashed: continuous time; open diamonds: the printed $1 + ηh/2$. The loss that the iterates see becomes flat at the edge of stability.",
    description:
      "Measured dots fall on a straight line from one to zero; the printed values rise from one to two.",
    x: {
      label: "learning rate times curvature, $ηh$",
      column: "rateTimesCurvature",
      domain: [0, 2.05]
    },
    y: {
      label: "curvature of the effective loss, in units of $h$",
      short: "effective curvature over $h$",
      column: "effectiveCurvature",
      domain: [0, 2.3]
    },
    panels: [
      {
        series: [
          {is: "reference", name: "$ηh = 2$", marks: [{x: 2}], near: 0.2},
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(law(ouCovariance), [0.01, 2]),
            near: 0.9
          },
          {is: "exact", name: "exact", marks: curve(law(sgdCovariance), [0.01, 1.999]), near: 0.5},
          {is: "measured", name: "measured", marks: measured, near: 0.3},
          {
            is: "printed",
            name: "as printed",
            marks: measured.map(({x}) => ({x, y: printedCurvature(x)})),
            near: 0.4
          }
        ]
      }
    ]
  };
}

/** Every third rate, with its distance from both signs. */
export const curvatureColumns: readonly TableColumn<Mark>[] = [
  {header: "$ηh$", value: ({x = 0}) => fixed(x, 2)},
  {header: "as printed", value: ({x = 0}) => fixed(printedCurvature(x), 3)},
  {header: "exact", value: ({expected = 0}) => fixed(expected, 3)},
  {
    header: "measured ± s.e.",
    value: ({y = 0, standardError = 0}) => withError(y, standardError, 4)
  },
  {
    header: "$z$, exact",
    value: ({y = 0, expected = 0, standardError = 1}) => signed((y - expected) / standardError)
  },
  {
    header: "$z$, printed",
    value: ({x = 0, y = 0, standardError = 1}) =>
      signed((y - printedCurvature(x)) / standardError, 0)
  }
];

/** The controls of the valley that opens. */
export const valleyControls = {
  rate: {
    label: "Step $ηh$, stiff direction",
    min: 0.1,
    max: 1.9,
    step: 0.1,
    value: 1.5,
    format: (x: number) => fixed(x, 1)
  },
  ratio: {
    label: "Curvature, flat : stiff",
    min: 0.1,
    max: 1,
    step: 0.1,
    value: 0.3,
    format: (x: number) => fixed(x, 1)
  }
};

/**
 * Level lines of three effective losses in a valley of curvatures 1 and `ratio`, and the iterates of a live run. The
 * temperature ηc is held fixed, so that the continuous law does not change with the step.
 */
export function valley({rate, ratio}: {readonly rate: number; readonly ratio: number}) {
  const strength = 1 / rate;
  const problem = {
    hessian: [
      [1, 0],
      [0, ratio]
    ],
    noise: [
      [strength, 0],
      [0, strength]
    ],
    learningRate: rate
  };
  const exact = sgdCovariance(problem);
  const continuous = ouCovariance(problem);
  const printed = [1, ratio].map(k => 1 / (2 * k * printedCurvature(rate * k)));
  const spec: SweepSpec = {
    experiment: "effective loss: live",
    seed: 1,
    replicates: 5000,
    cells: [
      {
        parameters: {eta: rate, ratio},
        hessianEigenvalues: [1, ratio],
        noiseFactor: {diagonal: [Math.sqrt(strength), Math.sqrt(strength)]},
        learningRate: rate,
        steps: Math.max(60, Math.ceil(4 / (rate * ratio)))
      }
    ]
  };
  const stiff = (variance: number) => Math.sqrt(variance / continuous.get(0, 0));
  const chart: Chart = {
    title: "Level lines of three effective losses, and the iterates",
    caption:
      "Each line holds 95 % of its Gaussian at the same temperature. The iterates fill the exact one. The printed one (diamonds) lies inside the dashed line of the loss itself, which is the wrong side.",
    description:
      "Three ellipses: the exact is the widest along the stiff direction, the loss itself narrower, the printed narrowest; a cloud fills the widest.",
    x: {label: "stiff direction", column: "stiff"},
    y: {label: "flat direction", column: "flat"},
    panels: [
      {
        series: [
          {is: "exact", name: "exact effective loss", as: "loop", marks: ring(exact)},
          {is: "continuous", name: "the loss itself", as: "loop", marks: ring(continuous)},
          {
            is: "printed",
            name: "as printed",
            marks: ring(
              [
                [printed[0], 0],
                [0, printed[1]]
              ],
              {points: 28}
            )
          }
        ]
      }
    ]
  };
  return {
    spread: {exact: stiff(exact.get(0, 0)), printed: stiff(printed[0])},
    picture: {
      spec,
      chart,
      reach: [2.6 * Math.sqrt(exact.get(0, 0)), 2.6 * Math.sqrt(exact.get(1, 1))] as const
    }
  };
}
