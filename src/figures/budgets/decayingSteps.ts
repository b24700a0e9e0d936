import {fixed, signed, whole, withError} from "../../components/format.js";
import type {TableColumn} from "../../components/table.js";
import {robbinsMonroCovariance} from "../../lib/budgets/robbinsMonroCovariance.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {
  fisherTenDimensional,
  type TenDimensionalNoise
} from "../../lib/problems/fisherTenDimensional.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {fitLine} from "../../lib/statistics/fitLine.js";
import {quadraticMoments} from "../../lib/statistics/quadraticMoments.js";
import {diagonal} from "../diagonal.js";
import {curvatures} from "./curvatures.js";

/** The problem of the paper's Experiments 4 to 6. */
export const {batchSize, noise: noises} = fisherTenDimensional();
export const hessian = diagonal(curvatures);

/** Covariance of the noise of one batch. */
export const perUpdate = (name: TenDimensionalNoise): number[][] =>
  noises[name].map(row => row.map(x => x / batchSize));

/** What the sweep of Experiment 5 ran. */
export interface DecayingRun {
  readonly noise: readonly TenDimensionalNoise[];
  readonly eta0: number;
  readonly offset: number;
  readonly T: readonly number[];
  readonly groupSize: number;
}

/** A mean and a mean of squares over all groups of replicates, with what is expected of the mean. */
export interface PooledMoments
  extends Readonly<Record<"steps" | "k" | "mean" | "square" | "groups" | "expected", number>> {
  readonly noise: TenDimensionalNoise;
}

/** Table 5 of the paper: number of samples times risk. */
export const printedTable5: Readonly<Record<TenDimensionalNoise, readonly number[]>> = {
  anisotropic: [13.59, 13.66, 13.66, 14.07, 14.35],
  isotropic: [13.41, 13.44, 14.26, 14.25, 14.42]
};

/** The number that the paper calls a lower bound of N times risk, c d with c = 1. */
export const printedBound = curvatures.length;

/** A line of Table 5: printed, exact with the standard error of one experiment, and our own sweep. */
export interface Table5Line
  extends Readonly<Record<"T" | "N" | "printed" | "expected" | "error", number>> {
  readonly noise: TenDimensionalNoise;
  readonly own?: {readonly y: number; readonly standardError: number};
}

/** Standard error of a mean over all replicates of a row. */
export const pooledError = (
  {mean, square, groups}: Pick<PooledMoments, "mean" | "square" | "groups">,
  {groupSize}: Pick<DecayingRun, "groupSize">
): number => Math.sqrt((square - mean * mean) / (groupSize * groups - 1));

/** Exact covariances at the horizons under steps η₀/(t + t₀). */
export const covariancesOf = (
  {eta0, offset, T}: Pick<DecayingRun, "eta0" | "offset" | "T">,
  name: TenDimensionalNoise
) =>
  iterateCovariance({
    curvatures,
    noise: perUpdate(name),
    learningRate: t => eta0 / (t + offset),
    steps: [...T]
  });

/** Table 5 beside its exact expectations and what was measured. */
export function table5(rows: readonly PooledMoments[], run: DecayingRun): Table5Line[] {
  return run.noise.flatMap(noise =>
    covariancesOf(run, noise).map((C, k) => {
      const N = batchSize * run.T[k];
      const {mean, standardDeviation} = quadraticMoments(hessian, C);
      const own = rows.find(
        row => row.noise === noise && row.k === 0 && batchSize * row.steps === N
      );
      return {
        noise,
        T: run.T[k],
        N,
        printed: printedTable5[noise][k],
        expected: N * mean,
        error: (N * standardDeviation) / Math.sqrt(run.groupSize),
        ...(own && {own: {y: N * own.mean, standardError: N * pooledError(own, run)}})
      };
    })
  );
}

/** How far a printed entry lies from its expectation, in standard errors of one experiment. */
export const printedScore = ({
  printed,
  expected,
  error
}: Pick<Table5Line, "printed" | "expected" | "error">): number => (printed - expected) / error;

/** The columns of Table 5, so many replicates being in one experiment. */
export const table5Columns = ({
  groupSize
}: Pick<DecayingRun, "groupSize">): readonly TableColumn<Table5Line>[] => [
  {header: "noise", value: row => row.noise, text: true},
  {header: "$N$", value: row => whole(row.N)},
  {header: "printed", value: row => fixed(row.printed, 2)},
  {header: `predicted ± s.e. at ${groupSize}`, value: row => withError(row.expected, row.error, 2)},
  {header: "$z$, printed", value: row => signed(printedScore(row))},
  {
    header: "measured ± s.e.",
    value: ({own}) => (own ? withError(own.y, own.standardError, 3) : "–")
  },
  {header: "predicted", value: row => fixed(row.expected, 3)},
  {
    header: "$z$, ours",
    value: ({own, expected}) => (own ? signed((own.y - expected) / own.standardError) : "–")
  }
];

/** Slope of the logarithm of the risk against that of N, over the lines of one noise. */
export function slopeOf(
  lines: readonly Table5Line[],
  noise: TenDimensionalNoise,
  value: "expected" | "printed"
) {
  const own = lines.filter(line => line.noise === noise);
  return fitLine(
    own.map(({N}) => Math.log(N)),
    own.map(line => Math.log(line[value] / line.N)),
    {standardErrors: own.map(({error, expected}) => error / expected)}
  ).slope;
}

/** The limit of N times risk under steps η₀/t, b Tr(FV) with F = H. */
export function riskConstant(eta0: number, name: TenDimensionalNoise = "anisotropic"): number {
  const V = robbinsMonroCovariance({hessian, noise: perUpdate(name), eta0});
  return batchSize * curvatures.reduce((sum, h, i) => sum + h * V.get(i, i), 0);
}

/** The least N times risk of any estimator, Tr(FH⁻¹GH⁻¹) with F = H. */
export const sharpConstant: number = sandwichCovariance(hessian, noises.anisotropic)
  .diagonal()
  .reduce((sum, x, i) => sum + curvatures[i] * x, 0);

/** The smallest eigenvalue of F − G: negative, so that the metric does not bound the noise. */
export const domination: number = symmetricEigen(
  hessian.map((row, i) => row.map((h, j) => h - noises.anisotropic[i][j]))
).values[0];
