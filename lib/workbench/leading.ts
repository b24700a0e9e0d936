import {streamingCovariance} from "../noise/streamingCovariance.js";
import {covarianceErrorOf} from "./covarianceError.js";
import {absent, exactly, positively} from "./measure.js";
import {
  influenceErrors,
  mostProducts,
  scatterSeen,
  squaredLengths,
  sumOfSquares
} from "./moments.js";
import {participation} from "./participation.js";
import type {Estimated} from "./quadratic.js";
import type {Sample} from "./sample.js";
import {scoresOf} from "./scores.js";
import type {NoiseNumbers} from "./types.js";

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
  /** Tr G² of the rows, where their products are taken. */
  readonly square: number | undefined;
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
  const seen = Math.min(n, d) > mostProducts ? undefined : scatterSeen(centred);
  const square = seen && share * share * seen.square;
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
  const bounds = `${reason}, so the ends are bounds`;
  const left = absent(`${reason}, and the least is not among them`);
  return {
    of: Math.min(n, d),
    share: kept / total,
    between: [values[0], upper[0]],
    square,
    numbers: {
      largestEigenvalue: {
        value: values[0],
        standardError: errors[0],
        low: low[0],
        high: high[0],
        ...(whole && high[0] > values[0] && {reason: bounds})
      },
      effectiveDimension: {
        value: Math.min(d, trace.value / values[0]),
        standardError: null,
        low: Math.max(1, trace.value / high[0]),
        high: Math.min(d, trace.value / low[0]),
        reason: bounds
      },
      conditionNumber: left,
      ...byProducts(sample, {lengths, total, trace, seen}),
      spectrum: {values, low, high}
    }
  };
}

interface Products {
  /** c‖xᵢ‖². */
  readonly lengths: Float64Array;
  /** Tr G of the rows. */
  readonly total: number;
  readonly trace: Estimated;
  readonly seen: ReturnType<typeof scatterSeen> | undefined;
}

/** What follows from Tr G, Tr G² and fourth moments alone, with the intervals of `spectralNumbers`. */
function byProducts(
  sample: Sample,
  {lengths, total, trace, seen}: Products
): Pick<LeadingNumbers, "participationRatio" | "covarianceError"> {
  const {n, d, whole, factor, centred} = sample;
  if (!seen) {
    const nothing = {rowsNeeded: null, splitHalves: null, gaussian: null};
    const left = absent(
      `Tr G² would take the products of ${Math.min(n, d)} rows or columns, more than ${mostProducts}: layers or some of the rows have it`
    );
    return {participationRatio: left, covarianceError: {...left, ...nothing}};
  }
  const share = factor / (n - 1);
  const moments = {
    trace: share * (lengths.reduce((sum, x) => sum + x, 0) / factor),
    square: share * share * seen.square,
    fourth: sumOfSquares(lengths) / (n - 1)
  };
  const scatter = {rows: centred, ...seen};
  return {
    participationRatio: whole
      ? exactly((total * total) / ((factor / n) ** 2 * seen.square))
      : participation(sample, seen.quadratics, {trace, moments}),
    covarianceError: covarianceErrorOf(sample, scatter, moments, Number.NaN)
  };
}
