import {streamingCovariance} from "../noise/streamingCovariance.js";
import {absent, positively} from "./measure.js";
import {
  influenceErrors,
  mostProducts,
  scatterNormSquared,
  squaredLengths,
  squareOfTrace,
  sumOfSquares,
  traceOfSquare
} from "./moments.js";
import type {Estimated} from "./quadratic.js";
import type {Sample} from "./sample.js";
import {scoresOf} from "./scores.js";
import type {CovarianceError, Measure, NoiseNumbers} from "./types.js";

/** How many eigenvalues are kept where there are too many to look for all. */
export const mostLeading = 50;

type LeadingNumbers = Pick<
  NoiseNumbers,
  | "largestEigenvalue"
  | "effectiveDimension"
  | "participationRatio"
  | "conditionNumber"
  | "covarianceError"
  | "spectrum"
>;

/** What of a spectrum was kept, and between what its largest eigenvalue lies, sampling left aside. */
export interface Leading {
  readonly numbers: LeadingNumbers;
  /** Of how many. */
  readonly of: number;
  /** Share of Tr G that is kept. */
  readonly share: number;
  readonly between: readonly [number, number];
}

/**
 * The leading k eigenvalues of G where n and d are both too large for all: the subspace of `streamingCovariance`, and
 * in it the eigenvalues θ of VᵀGV, each a lower bound of G's own
 *
 *     θⱼ ≤ λⱼ ≤ min(Tr G − Σ_{i≠j} θᵢ, √(Tr G² − Σ_{i≠j} θᵢ²))
 *
 * since λᵢ ≥ θᵢ for all others. Tr G² is by products of rows, and left out of the bound where these are too many.
 * Intervals have the influences (vⱼᵀx)² − θⱼ below, and as large a relative error on the upper bound above.
 * Source: Ross, Lim, Lin & Yang 2008; Cauchy's interlacing of eigenvalues.
 */
export function leadingNumbers(sample: Sample, trace: Estimated): Leading {
  const {n, d, factor, whole, centred, quantile} = sample;
  const share = whole ? factor / n : factor / (n - 1);
  const k = Math.min(mostLeading, d);
  const stream = streamingCovariance({dimension: d, rank: k});
  for (let i = 0; i < n; i++) stream.add(centred.row(i));
  const {vectors} = stream.leading();
  const columns = Array.from({length: vectors.columns}, (_, j) =>
    Float64Array.from(vectors.getColumn(j))
  );
  const along = centred
    .map(columns.length, (row, to) => {
      for (const [j, v] of columns.entries()) for (let a = 0; a < d; a++) to[j] += v[a] * row[a];
    })
    .kept();
  const {values: scatter, scores} = scoresOf(along);
  const values = Array.from(scatter, x => x * share);
  const lengths = squaredLengths(centred).map(x => factor * x);
  const total = (lengths.reduce((sum, x) => sum + x, 0) * share) / factor;
  const kept = values.reduce((sum, x) => sum + x, 0);
  const square =
    Math.min(n, d) > mostProducts ? undefined : share * share * scatterNormSquared(centred);
  const upper = values.map(value => {
    const byTrace = total - (kept - value);
    const bySquare = Math.sqrt(
      Math.max(0, (square ?? Infinity) - (sumOfSquares(values) - value * value))
    );
    return Math.max(value, Math.min(byTrace, bySquare));
  });
  const influences = scores.map(values.length, (row, to) => {
    for (let j = 0; j < row.length; j++) to[j] = factor * row[j] ** 2 - values[j];
  });
  const errors = influenceErrors(sample, influences);
  const ends = values.map((value, j) => positively(value, errors[j], quantile));
  const high = upper.map((most, j) =>
    ends[j].high === null ? most : (most * (ends[j].high as number)) / values[j]
  );
  const low = ends.map(end => end.low as number);
  const reason = `${values.length} of ${Math.min(n, d)} eigenvalues were looked for`;
  const left = absent(`${reason}, and the least is not among them`);
  return {
    of: Math.min(n, d),
    share: kept / total,
    between: [values[0], upper[0]],
    numbers: {
      largestEigenvalue: {value: values[0], standardError: errors[0], low: low[0], high: high[0]},
      effectiveDimension: {
        value: Math.min(d, trace.value / values[0]),
        standardError: null,
        low: Math.max(1, trace.value / high[0]),
        high: Math.min(d, trace.value / low[0])
      },
      conditionNumber: left,
      ...byProducts(sample, {lengths, total, square}),
      spectrum: {values, low, high}
    }
  };
}

/** What follows from Tr G, Tr G² and fourth moments alone; without intervals. */
function byProducts(
  {n, d, whole, grouped}: Sample,
  {lengths, total, square}: {lengths: Float64Array; total: number; square: number | undefined}
): Pick<LeadingNumbers, "participationRatio" | "covarianceError"> {
  const none = (value: number | null, reason: string): Measure => ({...absent(reason), value});
  const nothing = {rowsNeeded: null, splitHalves: null, gaussian: null};
  if (square === undefined) {
    const left = absent(
      `Tr G² would take the products of ${Math.min(n, d)} rows or columns, more than ${mostProducts}: layers or some of the rows have it`
    );
    return {participationRatio: left, covarianceError: {...left, ...nothing}};
  }
  if (whole) {
    const exact = {standardError: 0, low: 0, high: 0};
    const ratio = (total * total) / square;
    return {
      participationRatio: {value: ratio, standardError: 0, low: ratio, high: ratio},
      covarianceError: {value: 0, ...exact, rowsNeeded: n, splitHalves: null, gaussian: 0}
    };
  }
  const fourth = sumOfSquares(lengths) / (n - 1);
  const moments = {trace: total, square, fourth};
  const unbiased = traceOfSquare(n, moments, Math.min(d, n - 1));
  const unsure = "without all eigenvalues its interval is left out";
  const relative = Math.sqrt(Math.max(0, (fourth * (n - 1)) / n - square) / n / unbiased);
  const covarianceError: CovarianceError = grouped
    ? {...absent("with groups it would take all eigenvalues"), ...nothing}
    : {
        ...none(relative, unsure),
        rowsNeeded: Number(Math.ceil(n * (relative / 0.1) ** 2).toPrecision(2)),
        splitHalves: null,
        gaussian: Math.sqrt((1 + total ** 2 / unbiased) / n)
      };
  const ratio = Math.min(d, Math.max(1, squareOfTrace(n, moments) / unbiased));
  return {participationRatio: none(ratio, unsure), covarianceError};
}
