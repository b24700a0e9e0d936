import {type Chart, curve, type Mark} from "../../components/chart/declaration.js";
import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {AdaptiveCell} from "../../lib/experiments/stationary/adaptiveExperiment.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import type {Plane} from "../../lib/simulate/adaptiveEnsemble.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {preconditionedCovariance} from "../../lib/stationary/preconditionedCovariance.js";
import {score} from "../scores.js";

/** What the sweep ran. */
export interface PreconditionedRun {
  readonly hessian: Plane;
  readonly noise: Plane;
  readonly cells: readonly Pick<AdaptiveCell, "preconditioner">[];
}

type Entry = "s11" | "s12" | "s22";

/** Measured entries of the stationary covariance under a preconditioner. */
export interface PreconditionedRow
  extends Readonly<Record<"momentum" | Entry | `${Entry}Error`, number>> {
  readonly method: string;
}

export const matrixOf = ([a, b, c]: Plane): number[][] => [
  [a, b],
  [b, c]
];

const entries = [
  {key: "s11", name: "$Σ_{11}$", i: 0, j: 0},
  {key: "s12", name: "$Σ_{12}$", i: 0, j: 1},
  {key: "s22", name: "$Σ_{22}$", i: 1, j: 1}
] as const;

/** The matrix of a name in the sweep. */
function matrixNamed(name: string, {cells}: PreconditionedRun): Plane {
  const found = cells.find(({preconditioner}) => preconditioner?.name === name)?.preconditioner;
  if (!found) throw new RangeError(`no preconditioner of the name ${name} ran`);
  return found.entries;
}

/** The step along every direction of a multiple of the inverse curvature. */
function newtonStep(run: PreconditionedRun): number {
  const [[a, b], [h, k]] = [matrixNamed("Newton", run), run.hessian];
  return a * h + b * k;
}

/** What a preconditioner is, in words. */
function nameOf(method: string, run: PreconditionedRun): string {
  const step = fixed(newtonStep(run), 1);
  const names: Readonly<Record<string, string>> = {
    identity: `$${step} I$`,
    Newton: `$${step} H^{−1}$`,
    diagonal: `$${step} {diag}(H)^{−1}$`
  };
  return names[method] ?? "neither";
}

/** One line for each measured entry. */
export const covarianceLines = (rows: readonly PreconditionedRow[], run: PreconditionedRun) =>
  rows.flatMap(row => {
    const {method, momentum} = row;
    const sigma = preconditionedCovariance({
      hessian: matrixOf(run.hessian),
      noise: matrixOf(run.noise),
      preconditioner: matrixOf(matrixNamed(method, run)),
      momentum
    });
    return entries.map(({key, name, i, j}) => ({
      method,
      called: nameOf(method, run),
      momentum,
      entry: name,
      i,
      j,
      y: row[key],
      standardError: row[`${key}Error`],
      expected: sigma.get(i, j)
    }));
  });

type Line = ReturnType<typeof covarianceLines>[number];

export const covarianceColumns: readonly TableColumn<Line>[] = [
  {header: "$Λ$", value: row => row.called, text: true},
  {header: "$µ$", value: row => fixed(row.momentum, 1)},
  {header: "entry", value: row => row.entry, text: true},
  {header: "Theorem 3", value: row => fixed(row.expected, 3)},
  {header: "measured ± s.e.", value: row => withError(row.y, row.standardError, 3)},
  {header: "$z$", value: row => signed(score(row))}
];

/** The curvature of the flat direction that a scalar step is compared with. */
const flatCurvature = 0.1;

/** Damped Newton's variance over the sandwich. */
const gain = (learningRate: number) =>
  dampedNewtonCovariance({hessian: [[1]], noise: [[1]], learningRate}).get(0, 0);

/** The same of a scalar step along the flat direction. */
const flatGain = (step: number) =>
  flatCurvature ** 2 *
  preconditionedCovariance({
    hessian: [[flatCurvature]],
    noise: [[1]],
    preconditioner: [[step]]
  }).get(0, 0);

/** Stationary variance over that of the sandwich, against the step. */
export function overSandwich(rows: readonly PreconditionedRow[], run: PreconditionedRun): Chart {
  const sandwich = sandwichCovariance(matrixOf(run.hessian), matrixOf(run.noise));
  const step = newtonStep(run);
  const measured = covarianceLines(rows, run)
    .filter(({method, momentum}) => method === "Newton" && momentum === 0)
    .map(({i, j, entry, y, standardError, expected}): Mark => {
      const unit = sandwich.get(i, j);
      return {
        x: step,
        y: y / unit,
        standardError: standardError / Math.abs(unit),
        expected: expected / unit,
        entry
      };
    });
  const steps = [0.02, 1.97] as const;
  return {
    title: "Variance over that of the sandwich, against the step",
    caption: `Solid: damped Newton in every direction, which is also a scalar step along curvature 1; dots: the three entries of its covariance, measured at $η = ${fixed(step, 1)}$; dashed: Newton in continuous time, $η/2$; lighter: a scalar step along curvature ${flatCurvature}. The flat direction of SGD has less noise because it is slower, not because it is better.`,
    description:
      "Newton’s curve rises and diverges at a step of two, its continuous limit does not, and the flat direction of SGD lies far lower.",
    x: {label: "step $η$", column: "step", domain: [0, 2], ticks: 5},
    y: {
      label: "covariance over $H^{−1}CH^{−1}$",
      column: "ratio",
      scale: "log",
      domain: [0.005, 60]
    },
    panels: [
      {
        series: [
          {
            is: "continuous",
            name: "continuous time",
            marks: curve(x => x / 2, steps),
            near: 0.85
          },
          {is: "exact", name: "Newton", marks: curve(gain, steps), near: 0.4},
          {
            is: "exact",
            name: "SGD, flat direction",
            second: true,
            marks: curve(flatGain, steps),
            near: 0.6
          },
          {is: "measured", name: "measured", label: false, marks: measured}
        ]
      }
    ]
  };
}
