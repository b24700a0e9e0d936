import {gaussianStream} from "../random/gaussianStream.js";
import {streamState} from "../random/stream.js";
import type {Curvature} from "./curvature.js";
import type {Leading} from "./leading.js";
import {squaredLengths, sumOfSquares} from "./moments.js";
import type {Sample} from "./sample.js";
import type {Scores} from "./scores.js";

/** G along the eigenvectors of H, for the directions of positive curvature. */
export interface NoiseModes {
  /** h > 0, ascending. */
  readonly curvatures: readonly number[];
  /** Gₐₐ. */
  readonly noise: readonly number[];
  /** Gₐᵦ of the stiffest directions, the stiffest first, twelve at most. */
  readonly stiffest: readonly (readonly number[])[];
}

/** What pictures of a table show beyond the numbers of its report. */
export interface NoisePictures {
  /** ‖x‖² of rows about their mean per single sample, ascending: at most 150 of them, evenly spread over the ranks. */
  readonly lengths: readonly number[];
  /** The same quantiles of Gaussian rows with the same covariance. */
  readonly gaussian: readonly number[];
  /** Tr G/d (1 + √(d/n))²: the largest eigenvalue that n rows show of d equal directions; null for a whole population. */
  readonly edge: number | null;
  readonly modes?: NoiseModes;
}

/** How many quantiles, draws and directions the pictures have. */
const most = {quantiles: 30, draws: 8192, directions: 12};

/** Source of the edge: Marčenko & Pastur 1967. */
export function noisePictures(
  sample: Sample,
  scores: Scores,
  curvature: Curvature | undefined
): NoisePictures {
  const {n, d, factor, whole} = sample;
  const share = whole ? factor / n : factor / (n - 1);
  const eigenvalues = Array.from(scores.values, x => x * share);
  const trace = eigenvalues.reduce((sum, x) => sum + x, 0);
  const lengths = squaredLengths(scores.scores).map(x => x * factor);
  let [kept, sum] = [0, 0];
  while (kept < eigenvalues.length && sum < 0.999 * trace) sum += eigenvalues[kept++];
  const draws = gaussianLengths(eigenvalues.slice(0, kept), {mean: trace - sum, variance: 0});
  return {
    ...besideGaussian(lengths, draws),
    edge: whole ? null : edgeOf(trace, n, d),
    ...(curvature && {modes: modesOf(sample, curvature, share)})
  };
}

/**
 * The same where the leading eigenvalues alone are known, with Tr G and Tr G²: of those that are left there are more than a
 * thousand, and their sum Σ λz² is taken as normal, with variance 2 Σ λ². Without Tr G² there are no lengths.
 */
export function leadingPictures(
  sample: Sample,
  {numbers, square}: Pick<Leading, "numbers" | "square">,
  curvature?: Curvature
): NoisePictures {
  const {n, d, factor, whole, centred} = sample;
  const {values} = numbers.spectrum;
  const modes = curvature && modesOf(sample, curvature, whole ? factor / n : factor / (n - 1));
  const lengths = squaredLengths(centred).map(x => x * factor);
  const trace = lengths.reduce((sum, x) => sum + x, 0) / (whole ? n : n - 1);
  const edge = whole ? null : edgeOf(trace, n, d);
  if (square === undefined) return {lengths: [], gaussian: [], edge, ...(modes && {modes})};
  const mean = trace - values.reduce((sum, x) => sum + x, 0);
  const variance = 2 * Math.max(0, square - sumOfSquares(values));
  return {
    ...besideGaussian(lengths, gaussianLengths(values, {mean, variance})),
    edge,
    ...(modes && {modes})
  };
}

const edgeOf = (trace: number, n: number, d: number): number =>
  (trace / d) * (1 + Math.sqrt(d / n)) ** 2;

function besideGaussian(lengths: Float64Array, draws: Float64Array) {
  const count = Math.min(lengths.length, most.quantiles);
  const at = Array.from({length: count}, (_, k) => (k + 0.5) / count);
  return {lengths: quantiles(lengths, at), gaussian: quantiles(draws, at)};
}

/** Draws of Σ λz² over some eigenvalues, and of a normal rest. */
function gaussianLengths(
  eigenvalues: readonly number[],
  {mean, variance}: {mean: number; variance: number}
): Float64Array {
  const normal = gaussianStream(
    streamState({seed: 1, experiment: "workbench", cell: "gaussian rows", replicate: 0})
  );
  const spread = Math.sqrt(variance);
  return Float64Array.from({length: most.draws}, () => {
    let length = mean;
    for (const x of eigenvalues) length += x * normal() ** 2;
    return spread > 0 ? Math.max(0, length + spread * normal()) : length;
  });
}

/** Quantiles of numbers at shares in (0, 1), by linear interpolation between the midpoints of ranks. */
function quantiles(numbers: Float64Array, at: readonly number[]): number[] {
  const sorted = numbers.slice().sort();
  const last = sorted.length - 1;
  return at.map(share => {
    const place = Math.min(last, Math.max(0, share * sorted.length - 0.5));
    const low = Math.floor(place);
    const above = sorted[Math.min(last, low + 1)];
    return sorted[low] + (place - low) * (above - sorted[low]);
  });
}

function modesOf({n}: Sample, {values, along}: Curvature, share: number): NoiseModes {
  const k = values.length;
  const stiffest = Array.from({length: Math.min(k, most.directions)}, (_, a) => k - 1 - a);
  const squares = new Float64Array(k);
  const products = stiffest.map(() => new Float64Array(stiffest.length));
  for (let i = 0; i < n; i++) {
    const row = along.row(i);
    for (let a = 0; a < k; a++) squares[a] += row[a] * row[a];
    for (const [p, a] of stiffest.entries())
      for (const [q, b] of stiffest.entries()) products[p][q] += row[a] * row[b];
  }
  return {
    curvatures: values,
    noise: Array.from(squares, x => share * x),
    stiffest: products.map(line => Array.from(line, x => share * x))
  };
}
