import {exponentOf, powerOfTwo} from "../elementary/bits.js";
import {absent, exactly, plainly, positively} from "./measure.js";
import {
  clusterSums,
  influenceCovariance,
  influenceQuantile,
  scatterNormSquared,
  squaredLengths,
  sumOfSquares,
  traceOfSquare
} from "./moments.js";
import {type Rows, rowsInMemory} from "./rows.js";
import type {Sample} from "./sample.js";
import type {Measure} from "./types.js";

/** An estimate, with one influence per row. */
export interface Estimated {
  readonly value: number;
  readonly variance: number;
  readonly influence: Float64Array;
  readonly bias?: number;
}

/** Rows y = Aψ about their mean, n of k numbers, and Aψ̄: what Tr AGAᵀ and ‖Ag‖² are estimated from. */
export interface Seen {
  readonly centred: Rows;
  readonly mean: ArrayLike<number>;
}

/** Tr of G seen along the rows, and ‖g‖² along them. */
export interface TraceAndMean {
  readonly trace: Estimated;
  readonly mean: Estimated;
}

/**
 * Tr G and ‖g‖² with their influences
 *
 *     Tr G  = c (1/n Σ ‖yᵢ‖² + Tr V̂),   φᵢ = c (‖yᵢ‖² − mean)
 *     ‖g‖²  = ‖ȳ‖² − Tr V̂,             φᵢ = 2 ȳᵀyᵢ
 *     V̂     = m/(m−1) Σ_g s_g s_gᵀ/n²,   s_g = Σ_{i∈g} yᵢ
 *
 * with yᵢ about their mean, c the factor to single samples and V̂ the covariance of ȳ; without groups
 * Tr G = c Tr S. The variance of ‖g‖² is the jackknife's 4 ȳᵀV̂ȳ, which what ȳ itself errs makes too large, plus its
 * second order 2 Tr V². That of Tr G is its own second order c²·2 Tr V² where rows lie equally far from their mean, so
 * that the first vanishes. For a whole population Tr G = Σ‖yᵢ‖²/n, ‖g‖² = ‖ȳ‖², and both are exact.
 */
export function traceAndMean(sample: Sample, {centred, mean}: Seen): TraceAndMean {
  const {n, factor, whole, exactMean, grouped, clusters: m} = sample;
  const {width} = centred;
  const lengths = squaredLengths(centred);
  const meanLength = lengths.reduce((sum, x) => sum + x / n, 0);
  const sums = grouped ? rowsInMemory(clusterSums(sample, centred), m, width) : centred;
  const share = m / ((m - 1) * n * n);
  const traceOfMean = share * (grouped ? sumOfLengths(sums) : meanLength * n);
  const trace = factor * (meanLength + (whole ? 0 : traceOfMean));
  const influence = lengths.map(x => factor * (x - meanLength));
  const gradient = Float64Array.from({length: n}, (_, i) => {
    const row = centred.row(i);
    let sum = 0;
    for (let a = 0; a < width; a++) sum += mean[a] * row[a];
    return 2 * sum;
  });
  const length = sumOfSquares(mean);
  const plain = (factor * (meanLength * n)) / (n - 1);
  const first = influenceCovariance(sample, influence);
  const isFirstNothing = isNothing(first, trace);
  const second = whole || (exactMean && !isFirstNothing) ? 0 : secondOrder(sums, n);
  return {
    trace: {
      value: trace,
      variance: isFirstNothing ? factor * factor * second : first,
      influence,
      ...(grouped && !whole ? {bias: plain - trace} : {})
    },
    mean: exactMean
      ? {value: length, variance: 0, influence: new Float64Array(n)}
      : {
          value: length - traceOfMean,
          variance: influenceCovariance(sample, gradient) + second,
          influence: gradient,
          bias: traceOfMean
        }
  };
}

/** Whether the variance of an estimate is rounding beside it. */
export const isNothing = (variance: number, value: number): boolean =>
  !(variance > (1e-8 * value) ** 2);

/** 2 Tr V² of the covariance V of the mean of n rows, from their sums by cluster. */
function secondOrder(sums: Rows, n: number): number {
  const {n: m, width} = sums;
  const scale = m / n;
  const lengths = squaredLengths(sums).map(x => x * scale * scale);
  const trace = lengths.reduce((sum, x) => sum + x, 0) / (m - 1);
  const fourth = sumOfSquares(lengths) / (m - 1);
  const square = (scale ** 4 * scatterNormSquared(sums)) / (m - 1) ** 2;
  return (2 * traceOfSquare(m, {trace, square, fourth}, Math.min(width, m - 1))) / (m * m);
}

function sumOfLengths({n, row}: Rows): number {
  let sum = 0;
  for (let i = 0; i < n; i++) for (const x of row(i)) sum += x * x;
  return sum;
}

/** Whether ‖ψ̄‖² is rounding beside the trace. */
export const isMeanZero = ({mean, zeroMean, factor}: Sample, trace: Measure): boolean =>
  sumOfSquares(mean) <= (zeroMean * (trace.value ?? 0)) / factor;

/** The estimate of a variance as a measure. */
export const measureOf = (sample: Sample, {value, variance, influence, bias}: Estimated): Measure =>
  positively(value, Math.sqrt(variance), influenceQuantile(sample, influence), bias);

/**
 * The ratio A/Q of two estimates with Fieller's interval: all θ with (A − θQ)² ≤ t² Var(A − θQ), θ > 0
 *
 * Q up to `zeroMean` of A is rounding, and counts as zero. Where it is positive but within its own interval the upper end is null; where Q ≤ 0 the value as well, and
 * `low` is the least θ that the interval holds. `what` names Q in the reason. Source: Fieller 1954.
 */
export function fieller(sample: Sample, {trace, mean}: TraceAndMean, what: string): Measure {
  // In units of A, exactly: products of four of these leave the range of float64 otherwise.
  const unit = trace.value > 0 ? powerOfTwo(exponentOf(trace.value)) : 1;
  const [A, Q] = [trace.value / unit, mean.value / unit];
  const isAbove = Q > sample.zeroMean * A;
  if (sample.whole)
    return isAbove ? exactly(A / Q) : absent(`${what} is zero: no batch size is critical`);
  const t2 = sample.quantile ** 2;
  const inUnits = (covariance: number) => covariance / unit / unit;
  const [varianceA, varianceQ] = [inUnits(trace.variance), inUnits(mean.variance)];
  const between = inUnits(influenceCovariance(sample, trace.influence, mean.influence));
  const a = Q * Q - t2 * varianceQ;
  const b = A * Q - t2 * between;
  const c = A * A - t2 * varianceA;
  const root = Math.sqrt(Math.max(0, b * b - a * c));
  const low = b + root > 0 ? Math.max(0, c / (b + root)) : 0;
  if (!isAbove)
    return {
      value: null,
      standardError: null,
      low,
      high: null,
      reason: `the estimate of ${what} is not above zero: the noise hides it${low > 0 ? `, and ${plainly(low)} is a bound from below` : ""}`
    };
  const value = A / Q;
  const variance = (varianceA - 2 * value * between + value * value * varianceQ) / (Q * Q);
  const standardError = Math.sqrt(Math.max(0, variance));
  if (!(a > 0))
    return {
      value,
      standardError,
      low,
      high: null,
      reason: `${what} cannot be told from zero: about ${plainly(rowsToTell(sample, mean))} rows would tell it`
    };
  return {value, standardError, low, high: (b + root) / a};
}

/** How many rows would bring zero outside the interval of an estimate that is positive. */
export function rowsToTell({n, quantile}: Sample, {value, variance}: Estimated): number {
  const needed = n * ((quantile * Math.sqrt(variance)) / value);
  return Number(Math.ceil(needed).toPrecision(2));
}
