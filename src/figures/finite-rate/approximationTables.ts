import {fixed, signed, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import type {LiveCell} from "../../lib/simulate/liveRun.js";
import type {LinearCell, SweepSpec} from "../../lib/simulate/spec.js";
import {type Estimate, estimate} from "../../lib/simulate/summary.js";
import {adamCovariance} from "../../lib/stationary/adamCovariance.js";
import {dampedNewtonCovariance} from "../../lib/stationary/dampedNewtonCovariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {naturalGradientCovariance} from "../../lib/stationary/naturalGradientCovariance.js";
import {printedQhmError} from "../../lib/stationary/printedQhmError.js";
import {qhmCovariance} from "../../lib/stationary/qhmCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {diagonal} from "../diagonal.js";
import {errorOf, type Problem, secondOrderFactor, traces} from "./approximation.js";

const hundredths = (x: number) => fixed(x, 2);

/** The controls of Table 1. */
export const optimiserControls = {
  rate: {
    label: "Learning rate $η$",
    min: 0.05,
    max: 1.9,
    step: 0.05,
    value: 0.8,
    format: hundredths
  },
  mu: {label: "Momentum $µ$", min: 0, max: 0.9, step: 0.05, value: 0.6, format: hundredths},
  nu: {label: "QHM’s $ν$", min: 0, max: 1, step: 0.05, value: 0.7, format: hundredths},
  tilt: {
    label: "Correlation of the noise",
    min: 0,
    max: 0.95,
    step: 0.05,
    value: 0.5,
    format: hundredths
  }
};

type Asked = Readonly<Record<keyof typeof optimiserControls, number>>;

/** The share of the noise in Adam's second moment. */
const noiseRatio = 0.5;

/** The covariance between the two directions. */
const covarianceOf = ({noise: [a, b]}: Problem, {tilt}: Asked) => tilt * Math.sqrt(a * b);

/** Runs of each optimiser that has one. */
export function optimiserSpec(asked: Asked, problem: Problem): SweepSpec {
  const {rate, mu: momentum, nu} = asked;
  const {
    curvatures,
    noise: [a, b]
  } = problem;
  const off = covarianceOf(problem, asked);
  const base: LinearCell = {
    parameters: {},
    hessianEigenvalues: curvatures,
    noiseFactor: {
      lower: [
        [Math.sqrt(a), 0],
        [off / Math.sqrt(a), Math.sqrt(b - (off * off) / a)]
      ]
    },
    learningRate: rate,
    steps: 4000,
    burnIn: 1000,
    moments: "diagonal"
  };
  return {
    experiment: "approximation: live",
    seed: 1,
    replicates: 400,
    cells: [
      {...base, parameters: {m: "sgd"}},
      {...base, parameters: {m: "sgdm"}, momentum},
      {...base, parameters: {m: "qhm"}, momentum, nu},
      {...base, parameters: {m: "dnm"}, momentum, preconditioner: curvatures.map(k => 1 / k)}
    ]
  };
}

/** The training error of each run. */
export const measuredErrors = (cells: readonly LiveCell[], {curvatures}: Problem): Estimate[] =>
  cells.map(({second}) =>
    estimate(
      Float64Array.from({length: second.length / curvatures.length}, (_, r) =>
        curvatures.reduce((sum, k, i) => sum + (k * second[curvatures.length * r + i]) / 2, 0)
      )
    )
  );

/** A line of Table 1: the training error, exact, printed and as it was known before. */
interface ErrorLine {
  readonly name: string;
  readonly exact: number;
  readonly printed: number;
  readonly previous?: number;
  readonly measured?: Estimate;
}

/** The printed error of the natural gradient, from the eigenvalues of CK⁻¹. */
function printedNaturalError({curvatures, noise}: Problem, off: number, {rate, mu}: Asked): number {
  const gamma = rate / (2 * (1 + mu));
  const delta = (2 * rate) / (1 - mu);
  const [p, q] = curvatures.map((k, i) => noise[i] / k);
  const root = Math.sqrt((p - q) ** 2 + (4 * off * off) / (curvatures[0] * curvatures[1]));
  const each = [p + q + root, p + q - root].map(x => Math.sqrt(gamma ** 2 + (delta * x) / 2));
  return (each[0] + each[1] + 2 * gamma) / 4;
}

/** The lines of Table 1 for the training error, with what runs gave where they have answered. */
export function errorLines(
  asked: Asked,
  problem: Problem,
  [sgd, sgdm, qhm, newton]: readonly Estimate[]
): ErrorLine[] {
  const {rate: learningRate, mu: momentum, nu} = asked;
  const {curvatures, noise: variances} = problem;
  const off = covarianceOf(problem, asked);
  const plain = {
    hessian: diagonal(curvatures),
    noise: diagonal(variances).map((row, i) => row.map((x, j) => (i === j ? x : off))),
    learningRate
  };
  const run = {...plain, momentum};
  const {C, HC} = traces(problem);
  const sum = (f: (k: number, v: number) => number) =>
    curvatures.reduce((total, k, i) => total + f(k, variances[i]), 0);
  const before = (first: number, second: number) =>
    (learningRate / 4) * first * C + (learningRate ** 2 / 8) * second * HC;
  const exactQhm = errorOf(problem, qhmCovariance({...run, nu}));
  const printedQhm = (reading: "printed" | "swapped") =>
    printedQhmError({curvatures, noise: variances, learningRate, momentum, nu, reading});
  return [
    {
      name: "SGD",
      exact: errorOf(problem, sgdCovariance(plain)),
      printed: (learningRate / 2) * sum((k, v) => v / (2 - learningRate * k)),
      previous: before(1, 1),
      measured: sgd
    },
    {
      name: "SGD with momentum",
      exact: errorOf(problem, momentumCovariance(run)),
      printed:
        (learningRate / 2 / (1 - momentum)) *
        sum((k, v) => v / (2 - (learningRate * k) / (1 + momentum))),
      previous: before(1 / (1 - momentum), 1 / (1 - momentum ** 2)),
      measured: sgdm
    },
    {
      name: "QHM",
      exact: exactQhm,
      printed: printedQhm("printed"),
      previous: before(1, secondOrderFactor(momentum, nu)),
      measured: qhm
    },
    {
      name: "QHM, $f$ and $g$ exchanged",
      exact: exactQhm,
      printed: printedQhm("swapped"),
      measured: qhm
    },
    {
      name: "damped Newton",
      exact: errorOf(problem, dampedNewtonCovariance(run)),
      printed:
        (((1 + momentum) / (1 - momentum)) * learningRate * sum((k, v) => v / k)) /
        (4 * (1 + momentum) - 2 * learningRate),
      measured: newton
    },
    {
      name: "natural gradient",
      exact: errorOf(problem, naturalGradientCovariance(run)),
      printed: printedNaturalError(problem, off, asked)
    },
    {
      name: "Adam, full matrix, $c = ½$",
      exact: errorOf(
        problem,
        adamCovariance({learningRate, noiseRatio, dimension: curvatures.length})
      ),
      printed: ((learningRate ** 2 * (1 + noiseRatio)) / 8) * sum(k => k)
    }
  ];
}

const off = (x: number | undefined, exact: number) =>
  x === undefined ? "–" : signed(100 * (x / exact - 1), 1);

export const errorColumns: readonly TableColumn<ErrorLine>[] = [
  {header: "optimiser", value: line => line.name, text: true},
  {header: "exact", value: line => fixed(line.exact, 4)},
  {
    header: "run here ± s.e.",
    value: ({measured}) => (measured ? withError(measured.mean, measured.standardError, 4) : "–")
  },
  {
    header: "$z$",
    value: ({measured, exact}) =>
      measured ? signed((measured.mean - exact) / measured.standardError) : "–"
  },
  {header: "printed, this work", value: line => fixed(line.printed, 4)},
  {header: "off, %", value: line => off(line.printed, line.exact)},
  {
    header: "printed, previous",
    value: line => (line.previous === undefined ? "–" : fixed(line.previous, 4))
  },
  {header: "off, %", value: line => off(line.previous, line.exact)}
];

/** A line of the table's other half: variances along both axes under noise that commutes with the Hessian. */
interface CovarianceLine {
  readonly name: string;
  readonly exact: readonly number[];
  readonly printed: readonly number[];
  readonly previous?: readonly number[];
}

/** The lines of Table 1 for the covariances. */
export function covarianceLines(asked: Asked, problem: Problem): CovarianceLine[] {
  const {rate: learningRate, mu: momentum, nu} = asked;
  const {curvatures, noise} = problem;
  const plain = {hessian: diagonal(curvatures), noise: diagonal(noise), learningRate};
  const run = {...plain, momentum};
  const variances = (sigma: {get(i: number, j: number): number}) =>
    curvatures.map((_, i) => sigma.get(i, i));
  const perAxis = (f: (k: number, v: number) => number) => curvatures.map((k, i) => f(k, noise[i]));
  const undamped = perAxis((k, v) => (learningRate * v) / (2 * (1 - momentum) * k));
  const exactQhm = variances(qhmCovariance({...run, nu}));
  const printedQhm = (reading: "printed" | "swapped") =>
    perAxis((k, v) => {
      const axis = {curvatures: [k], noise: [v], learningRate, momentum, nu, reading};
      return (2 * printedQhmError(axis)) / k;
    });
  return [
    {
      name: "SGD",
      exact: variances(sgdCovariance(plain)),
      printed: perAxis((k, v) => (learningRate * v) / (k * (2 - learningRate * k))),
      previous: perAxis((k, v) => (learningRate * v) / (2 * k))
    },
    {
      name: "SGD with momentum",
      exact: variances(momentumCovariance(run)),
      printed: perAxis((k, v) => {
        const slowed = k / (1 + momentum);
        return (learningRate * v) / (slowed * (2 - learningRate * slowed) * (1 - momentum ** 2));
      }),
      previous: undamped
    },
    {name: "QHM", exact: exactQhm, printed: printedQhm("printed"), previous: undamped},
    {name: "QHM, $f$ and $g$ exchanged", exact: exactQhm, printed: printedQhm("swapped")},
    {
      name: "damped Newton",
      exact: variances(dampedNewtonCovariance(run)),
      printed: perAxis(
        (k, v) =>
          (((1 + momentum) / (1 - momentum)) * learningRate * v) /
          (2 * (1 + momentum) - learningRate) /
          k ** 2
      )
    },
    {
      name: "natural gradient",
      exact: variances(naturalGradientCovariance(run)),
      printed: perAxis((k, v) => {
        const gamma = learningRate / (2 * (1 + momentum));
        const delta = (2 * learningRate) / (1 - momentum);
        return (Math.sqrt(gamma ** 2 + (delta * v) / k) + gamma) / (2 * k);
      })
    },
    {
      name: "Adam, full matrix, $c = ½$",
      exact: variances(adamCovariance({learningRate, noiseRatio, dimension: curvatures.length})),
      printed: perAxis(() => (learningRate ** 2 * (1 + noiseRatio)) / 4)
    }
  ];
}

const both = (values: readonly number[] | undefined) =>
  values?.map(x => fixed(x, 3)).join(", ") ?? "–";

export const covarianceColumns: readonly TableColumn<CovarianceLine>[] = [
  {header: "optimiser", value: line => line.name, text: true},
  {header: "exact $Σ_{11}$, $Σ_{22}$", value: line => both(line.exact)},
  {header: "printed, this work", value: line => both(line.printed)},
  {header: "printed, previous", value: line => both(line.previous)}
];
