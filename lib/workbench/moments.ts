import {denseGram} from "../linalg/gram.js";
import {rowsByRows} from "../linalg/rowsProduct.js";
import {uniforms} from "../random/uniforms.js";
import {studentTQuantile} from "../statistics/studentT.js";
import type {Rows} from "./rows.js";
import type {Sample} from "./sample.js";

/** Σᵢ xᵢxᵢᵀ of rows of k numbers, k×k, exactly symmetric. */
export function scatterOf({width: k, pieces}: Rows): Float64Array {
  let sum: Float64Array | undefined;
  for (const {count, data} of pieces()) {
    const part = denseGram(data, count, k);
    if (sum) addTo(sum, part);
    else sum = part;
  }
  return sum ?? new Float64Array(k * k);
}

/**
 * The scatters of sets of rows about 0, k×k each: `setOf` gives the number of each row's set, or a negative one where
 * it is in none. Rows are gathered before they are multiplied.
 */
export function scattersOf(
  {n, width: k, row}: Rows,
  setOf: (i: number) => number,
  sizes: readonly number[]
): Float64Array[] {
  const room = Math.max(64, Math.floor(gathered / (k * sizes.length)));
  const gathers = sizes.map(size => new Float64Array(k * Math.min(size, room)));
  const counts = sizes.map(() => 0);
  const sums = sizes.map(() => undefined as Float64Array | undefined);
  const empty = (set: number) => {
    const part = denseGram(gathers[set], counts[set], k);
    const sum = sums[set];
    if (sum) addTo(sum, part);
    else sums[set] = part;
    counts[set] = 0;
  };
  for (let i = 0; i < n; i++) {
    const set = setOf(i);
    if (set < 0) continue;
    gathers[set].set(row(i), k * counts[set]++);
    if (k * counts[set] === gathers[set].length) empty(set);
  }
  for (const [set, count] of counts.entries()) if (count) empty(set);
  return sums.map(sum => sum ?? new Float64Array(k * k));
}

/** How many numbers are gathered, all sets together. */
const gathered = 2 ** 22;

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let at = 0; at < sum.length; at++) sum[at] += part[at];
}

/** xᵢᵀxⱼ of n rows, n×n. */
export function gramOf({n, width: k, pieces}: Rows): Float64Array {
  const out = new Float64Array(n * n);
  for (const a of pieces()) {
    if (a.count === n) return denseGram(transposed(a.data, n, k), k, n);
    // The next piece takes the place of this one.
    const data = a.data.slice();
    for (const b of pieces()) {
      if (b.from > a.from) break;
      const products = rowsByRows(data, a.count, b.data, b.count, k);
      for (let i = 0; i < a.count; i++)
        for (let j = 0; j < b.count; j++) {
          const product = products[i * b.count + j];
          out[(a.from + i) * n + b.from + j] = product;
          out[(b.from + j) * n + a.from + i] = product;
        }
    }
  }
  return out;
}

function transposed(data: Float64Array, n: number, k: number): Float64Array {
  const columns = new Float64Array(k * n);
  for (let i = 0; i < n; i++) for (let a = 0; a < k; a++) columns[a * n + i] = data[i * k + a];
  return columns;
}

/** Of how many rows or columns, whichever are fewer, all products are taken. */
export const mostProducts = 4000;

/** How many random directions stand for all where there are more. */
const probes = 64;

/**
 * ‖Σᵢ xᵢxᵢᵀ‖²_F, by way of the smaller of the two products; where that has an order above 4000, the mean of ‖XᵀXz‖² over
 * 64 vectors z of signs from stream 1 of the seed 1, whose relative error is at most √(2/64).
 * Source: Hutchinson 1990.
 */
export function scatterNormSquared(rows: Rows): number {
  if (Math.min(rows.n, rows.width) > mostProducts) return probedNormSquared(rows);
  return sumOfSquares(rows.n < rows.width ? gramOf(rows) : scatterOf(rows));
}

/** xᵢᵀKxᵢ of rows and their scatter K = Σ xxᵀ, and ‖K‖²_F; by way of the smaller of the two products. */
export function scatterSeen(rows: Rows): {quadratics: Float64Array; square: number} {
  const {n, width: d, row} = rows;
  if (n < d) {
    const gram = gramOf(rows);
    const quadratics = Float64Array.from({length: n}, (_, i) =>
      sumOfSquares(gram.subarray(i * n, i * n + n))
    );
    return {quadratics, square: sumOfSquares(gram)};
  }
  const scatter = scatterOf(rows);
  const quadratics = Float64Array.from({length: n}, (_, i) => {
    const x = row(i);
    let sum = 0;
    for (let a = 0, at = 0; a < d; a++, at = a * d) {
      let rest = 0;
      for (let b = a + 1; b < d; b++) rest += scatter[at + b] * x[b];
      sum += x[a] * (scatter[at + a] * x[a] + 2 * rest);
    }
    return sum;
  });
  return {quadratics, square: sumOfSquares(scatter)};
}

function probedNormSquared({n, width: d, row}: Rows): number {
  const source = uniforms({seed: 1, experiment: "workbench", cell: "probes", replicate: 0});
  const signs = Float64Array.from({length: probes * d}, () => (source.next() < 0.5 ? -1 : 1));
  const images = new Float64Array(probes * d);
  for (let i = 0; i < n; i++) {
    const x = row(i);
    for (let p = 0, from = 0; p < probes; p++, from += d) {
      let along = 0;
      for (let j = 0; j < d; j++) along += signs[from + j] * x[j];
      for (let j = 0; j < d; j++) images[from + j] += along * x[j];
    }
  }
  return sumOfSquares(images) / probes;
}

export function sumOfSquares(entries: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < entries.length; i++) sum += entries[i] * entries[i];
  return sum;
}

/** ‖xᵢ‖² of rows. */
export const squaredLengths = ({n, row}: Rows): Float64Array =>
  Float64Array.from({length: n}, (_, i) => sumOfSquares(row(i)));

/** xᵀdiag(w)x of rows, n numbers. */
export function weightedSquares({n, width, row}: Rows, weights: ArrayLike<number>): Float64Array {
  return Float64Array.from({length: n}, (_, i) => {
    const x = row(i);
    let sum = 0;
    for (let j = 0; j < width; j++) sum += weights[j] * x[j] ** 2;
    return sum;
  });
}

/** Σ of a number per row over each cluster. */
function clusterTotals({members, clusters}: Sample, numbers: ArrayLike<number>): Float64Array {
  const sums = new Float64Array(clusters);
  for (let i = 0; i < members.length; i++) sums[members[i]] += numbers[i];
  return sums;
}

/** Σ of the rows of each cluster. */
export function clusterSums(
  {members, clusters}: Pick<Sample, "members" | "clusters">,
  {width, row}: Rows
): Float64Array {
  const sums = new Float64Array(clusters * width);
  for (let i = 0; i < members.length; i++) {
    const x = row(i);
    const at = members[i] * width;
    for (let a = 0; a < width; a++) sums[at + a] += x[a];
  }
  return sums;
}

/**
 * Covariance of two estimates from their influences φ and χ, n numbers each of mean 0
 *
 *     m/(m−1) Σ_g Φ_g X_g/n²,   Φ_g = Σ_{i∈g} φᵢ
 *
 * over the m clusters; 0 for a whole population. Source: the infinitesimal jackknife, Efron 1982.
 */
export function influenceCovariance(
  sample: Sample,
  phi: ArrayLike<number>,
  chi: ArrayLike<number> = phi
): number {
  if (sample.whole) return 0;
  const {n, clusters: m} = sample;
  const a = clusterTotals(sample, phi);
  const b = phi === chi ? a : clusterTotals(sample, chi);
  let sum = 0;
  for (let g = 0; g < m; g++) sum += a[g] * b[g];
  return (m * sum) / ((m - 1) * n * n);
}

/** The standard error of an estimate of influence φ. */
export const influenceError = (sample: Sample, phi: ArrayLike<number>): number =>
  Math.sqrt(influenceCovariance(sample, phi));

/** The standard errors of as many estimates as rows have entries, each entry an influence. */
export function influenceErrors(sample: Sample, influences: Rows): Float64Array {
  const {n, clusters: m, whole, grouped} = sample;
  const {width, row} = influences;
  const squares = new Float64Array(width);
  if (whole) return squares;
  const add = (sums: Float64Array) => {
    for (let j = 0; j < width; j++) squares[j] += sums[j] * sums[j];
  };
  if (grouped) {
    const sums = clusterSums(sample, influences);
    for (let g = 0; g < m; g++) add(sums.subarray(g * width, g * width + width));
  } else for (let i = 0; i < n; i++) add(row(i));
  return squares.map(x => Math.sqrt((m * x) / ((m - 1) * n * n)));
}

/**
 * Unbiased Tr G² from n independent rows of covariance S (1/(n−1)), of any law with fourth moments
 *
 *     (n−1)/(n(n−2)(n−3)) [(n−1)(n−2) Tr S² + (Tr S)² − nQ],   Q = Σᵢ ‖xᵢ − x̄‖⁴/(n−1)
 *
 * but never below (Tr S)²/rank, the least there is. Below four rows, Tr S² itself.
 * Source: Himeno & Yamada 2014, J. Multivariate Anal. 130.
 */
export function traceOfSquare(n: number, moments: FourthMoments, rank: number): number {
  const {trace, square, fourth} = moments;
  if (n < 4) return square;
  const unbiased =
    ((n - 1) / (n * (n - 2) * (n - 3))) * ((n - 1) * (n - 2) * square + trace * trace - n * fourth);
  return Math.max(unbiased, (trace * trace) / rank);
}

/** Unbiased (Tr G)² of the same: (n−1)/(n(n−2)(n−3)) [2 Tr S² + (n²−3n+1)(Tr S)² − nQ]. */
export function squareOfTrace(n: number, {trace, square, fourth}: FourthMoments): number {
  if (n < 4) return trace * trace;
  const unbiased =
    ((n - 1) / (n * (n - 2) * (n - 3))) *
    (2 * square + (n * n - 3 * n + 1) * trace * trace - n * fourth);
  return Math.max(0, unbiased);
}

/** Tr S, Tr S² and Q of rows. */
export interface FourthMoments {
  readonly trace: number;
  readonly square: number;
  readonly fourth: number;
}

/**
 * Student's t for an estimate of influence φ, with the degrees that its standard error has
 *
 *     ν = 2m/(κ − (m−3)/(m−1)),   κ = m Σ Φ_g⁴/(Σ Φ_g²)²
 *
 * at most m − 1: few clusters with most of the spread know it less well. Source: Satterthwaite 1946.
 */
export function influenceQuantile(sample: Sample, phi: ArrayLike<number>): number {
  const {clusters: m, level, quantile} = sample;
  const squares = clusterTotals(sample, phi).map(x => x * x);
  const total = squares.reduce((sum, x) => sum + x, 0);
  if (!(total > 0)) return quantile;
  const kurtosis = m * sumOfSquares(squares.map(x => x / total));
  const degrees = (2 * m) / (kurtosis - (m - 3) / (m - 1));
  return degrees < m - 1 ? studentTQuantile(0.5 + level / 2, Math.max(1, degrees)) : quantile;
}
