import {exp} from "../elementary/exp.js";
import {covarianceErrorOf} from "./covarianceError.js";
import {deletedSpectra, jackknifeBias, splitHalves} from "./deleted.js";
import {absent, around, exactly, positively} from "./measure.js";
import {
  type FourthMoments,
  influenceError,
  influenceErrors,
  squaredLengths,
  sumOfSquares,
  weightedSquares
} from "./moments.js";
import {participation} from "./participation.js";
import type {Estimated} from "./quadratic.js";
import type {Sample} from "./sample.js";
import type {Scores} from "./scores.js";
import {type Joined, joinedEigenvalues} from "./ties.js";
import type {CovarianceError, Measure, NoiseNumbers} from "./types.js";

type SpectralNumbers = Pick<
  NoiseNumbers,
  | "largestEigenvalue"
  | "effectiveDimension"
  | "participationRatio"
  | "conditionNumber"
  | "covarianceError"
  | "spectrum"
>;

/** What rows of entries above 10⁻⁷⁰ have as λ₁ where rounding alone parts them. */
const vanishing = 1e-150;

/** Below this share of λ₁, an eigenvalue is rounding. */
const rounding = 1e-13;

/**
 * What follows from the eigenvalues of G = c·S
 *
 * Influences: (vⱼᵀx)² − λⱼ of an eigenvalue. λ₁ and Tr G/λ₁ lose the bias that a delete-a-group jackknife of
 * twenty groups finds. Where eigenvalues cannot be told apart (`joinedEigenvalues`), one end of their
 * intervals comes from the mean of those, or from λ₁ ≥ Tr G²/Tr G if that reaches further, the other from the
 * largest; more than five leave bounds alone. Eigenvalues are in squared gradient units; ratios have none.
 */
export function spectralNumbers(sample: Sample, scores: Scores, trace: Estimated): SpectralNumbers {
  const {n, factor, whole} = sample;
  const share = whole ? factor / n : factor / (n - 1);
  const values = Array.from(scores.values, x => x * share);
  if (!(values[0] > vanishing)) return nothing(values);
  const moments = fourthMoments(sample, scores);
  const spectrum = intervals(sample, scores, values);
  const quadratics = weightedSquares(scores.scores, scores.values);
  const top = joinedEigenvalues(sample, scores, values, "largest");
  return {
    ...(whole
      ? exactShape(trace.value, values)
      : shape(sample, scores, {trace, values, top, moments, quadratics})),
    conditionNumber: conditionNumber(sample, scores, values, top),
    covarianceError: covarianceErrorOf(
      sample,
      {rows: scores.scores, quadratics, square: sumOfSquares(scores.values)},
      moments,
      splitHalves(sample, scores)
    ),
    spectrum
  };
}

function nothing(values: number[]): SpectralNumbers {
  const none = absent("all rows are equal: there is no noise, and no ratio of its parts");
  const error: CovarianceError = {...none, rowsNeeded: null, splitHalves: null, gaussian: null};
  return {
    largestEigenvalue: exactly(0),
    effectiveDimension: none,
    participationRatio: none,
    conditionNumber: none,
    covarianceError: error,
    spectrum: {values, low: values, high: values}
  };
}

/** Tr S, Tr S² and Q of the rows, times the factor to single samples. */
function fourthMoments({n, factor}: Sample, {values, scores}: Scores): FourthMoments {
  const share = factor / (n - 1);
  const lengths = squaredLengths(scores);
  return {
    trace: share * values.reduce((sum, x) => sum + x, 0),
    square: share * share * sumOfSquares(values),
    fourth: (factor * factor * sumOfSquares(lengths)) / (n - 1)
  };
}

function exactShape(trace: number, values: readonly number[]) {
  return {
    largestEigenvalue: exactly(values[0]),
    effectiveDimension: exactly(trace / values[0]),
    participationRatio: exactly((trace * trace) / sumOfSquares(values))
  };
}

function intervals(sample: Sample, {scores}: Scores, values: readonly number[]) {
  const {factor, quantile} = sample;
  const influences = scores.map(scores.width, (row, to) => {
    for (let j = 0; j < row.length; j++) to[j] = factor * row[j] ** 2 - values[j];
  });
  const errors = influenceErrors(sample, influences);
  const ends = values.map((value, j) => positively(value, errors[j], quantile));
  return {
    values,
    low: ends.map(({low}) => low as number),
    high: ends.map(({high}, j) => high ?? values[j] + quantile * (ends[j].standardError as number))
  };
}

interface Parts {
  readonly trace: Estimated;
  readonly values: readonly number[];
  readonly top: Joined;
  readonly moments: FourthMoments;
  /** xᵢᵀKxᵢ. */
  readonly quadratics: Float64Array;
}

function shape(sample: Sample, scores: Scores, {trace, values, top, moments, quadratics}: Parts) {
  const {n, d, quantile} = sample;
  // A single eigenvalue is the trace, which has no bias: what a jackknife finds there is noise.
  const deleted = values.length === 1 ? [] : deletedSpectra(sample, scores);
  const largestBias = jackknifeBias(
    values[0],
    deleted.map(({largest}) => largest)
  );
  const plain = moments.trace / values[0];
  const ratioBias = jackknifeBias(
    plain,
    deleted.map(part => part.trace / part.largest)
  );
  const ratioError = (lambda: number, influence: Float64Array) =>
    influenceError(
      sample,
      influence.map((x, i) => (trace.influence[i] - (moments.trace / lambda) * x) / lambda)
    );
  const plainError = ratioError(values[0], top.first);
  const participationRatio = participation(sample, quadratics, {trace, moments});
  const most = participationRatio.high as number;
  const leastTrace = moments.trace - quantile * Math.sqrt(trace.variance);
  const bound = Math.max(0, leastTrace / most);
  if (top.count > mostJoined) {
    const reason = `the ${top.count} largest eigenvalues cannot be told apart, so the ends are bounds: about ${rowsApart(n, top)} rows would part the first two`;
    const none = {value: null, standardError: null, reason};
    return {
      largestEigenvalue: {
        ...none,
        low: Math.min(bound, top.mean),
        high: values[0] + quantile * top.firstError
      },
      effectiveDimension: {...none, low: Math.max(1, plain - quantile * plainError), high: most},
      participationRatio
    };
  }
  if (top.count === 1) {
    const largest = Math.max(0, values[0] - largestBias);
    const dimension = Math.min(d, Math.max(1, plain - ratioBias));
    return {
      largestEigenvalue: positively(largest, top.firstError, quantile, values[0] - largest),
      effectiveDimension: around(dimension, plainError, quantile, {
        least: 1,
        most: d,
        bias: plain - dimension
      }),
      participationRatio
    };
  }
  const upper = moments.trace / top.mean;
  const largest = Math.min(values[0], Math.max(top.mean, values[0] - largestBias));
  const dimension = Math.min(upper, Math.max(plain, plain - ratioBias));
  const upperEnd = upper + quantile * ratioError(top.mean, top.joined);
  return {
    largestEigenvalue: {
      value: largest,
      standardError: top.firstError,
      low: Math.max(0, Math.min(bound, top.mean - quantile * top.meanError)),
      high: values[0] + quantile * top.firstError,
      bias: values[0] - largest
    },
    effectiveDimension: {
      value: dimension,
      standardError: plainError,
      low: Math.max(1, plain - quantile * plainError),
      high: top.count === d ? d : Math.min(d, Math.max(most, upperEnd)),
      bias: plain - dimension
    },
    participationRatio
  };
}

/** More joined eigenvalues than these leave bounds alone. */
const mostJoined = 5;

/** How many rows would part the first two eigenvalues by three standard errors. */
const rowsApart = (n: number, {gap, gapError}: Joined): string =>
  gap > 0 ? Number((n * ((3 * gapError) / gap) ** 2).toPrecision(2)).toLocaleString("en") : "more";

/** λ₁/λ_d with the influence of its logarithm; ends from the means of what cannot be told apart. */
function conditionNumber(
  sample: Sample,
  scores: Scores,
  values: readonly number[],
  top: Joined
): Measure {
  const {n, d, quantile, whole} = sample;
  if (n <= d)
    return absent(
      `${n} rows cannot have ${d} independent directions: ${d + 1} rows are the least, ${20 * d} enough`
    );
  const last = values[d - 1];
  if (!(last > rounding * values[0]))
    return absent(
      "the covariance is singular: along some direction the rows differ by no more than rounding shows beside the others; columns in very unequal units want to be scaled"
    );
  const value = values[0] / last;
  if (whole) return exactly(value);
  const bottom = joinedEigenvalues(sample, scores, values, "smallest");
  const error = (a: Float64Array, x: number, b: Float64Array, y: number) =>
    influenceError(
      sample,
      a.map((phi, i) => phi / x - b[i] / y)
    );
  const relative = error(top.first, values[0], bottom.first, last);
  const joined = top.mean / bottom.mean;
  const joinedError = error(top.joined, top.mean, bottom.joined, bottom.mean);
  return {
    ...positively(value, value * relative, quantile),
    low: Math.max(1, joined * exp(-quantile * joinedError))
  };
}
