import {uniforms} from "../random/uniforms.js";
import {clusterSums, scattersOf} from "./moments.js";
import type {Rows} from "./rows.js";
import type {Sample} from "./sample.js";
import {largestOf, type Scores} from "./scores.js";

/** How many groups the jackknife leaves out one by one. */
const jackknifeGroups = 20;

/** Sets of rows that are left out in turn. */
export interface JackknifeSets {
  /** The number of each row's set. */
  readonly setOf: Int32Array;
  /** How many rows each has. */
  readonly sizes: readonly number[];
}

/**
 * Twenty sets of rows, or one per cluster where those are fewer: clusters in an order drawn from stream 1 of
 * the seed 1, dealt in turn, so that no row's place in the file matters.
 */
export function jackknifeSets({members, clusters}: Sample): JackknifeSets {
  const order = shuffled(clusters, "jackknife");
  const sizes = new Array<number>(Math.min(jackknifeGroups, clusters)).fill(0);
  const setOfCluster = new Int32Array(clusters);
  for (let place = 0; place < clusters; place++) setOfCluster[order[place]] = place % sizes.length;
  const setOf = members.map(cluster => setOfCluster[cluster]);
  for (const set of setOf) sizes[set]++;
  return {setOf, sizes};
}

/** 0 … k − 1 in an order that depends on `purpose` alone. */
export function shuffled(k: number, purpose: string): Uint32Array {
  const source = uniforms({seed: 1, experiment: "workbench", cell: purpose, replicate: 0});
  const order = Uint32Array.from({length: k}, (_, i) => i);
  for (let i = k - 1; i > 0; i--) {
    const j = Math.floor(source.next() * (i + 1));
    const last = order[i];
    order[i] = order[j];
    order[j] = last;
  }
  return order;
}

/** Trace and largest eigenvalue of the covariance (1/(n−1)) without a set of rows. */
export interface Deleted {
  readonly trace: number;
  readonly largest: number;
}

/**
 * The same statistics without each of the jackknife's sets, in the eigenbasis of all rows: there the scatter
 * of what is left is diag κ − Σ_g zzᵀ − s_g s_gᵀ/(n − n_g), and the first axis is nearly its eigenvector.
 */
export function deletedSpectra(sample: Sample, {values, scores}: Scores): Deleted[] {
  const k = scores.width;
  const sets = jackknifeSets(sample);
  const {setOf, sizes} = sets;
  const sums = clusterSums({members: setOf, clusters: sizes.length}, scores);
  const taken = sizes[0] > k ? fromScatters(sets, scores) : fromRows(sets, scores);
  const all = values.reduce((total, x) => total + x, 0);
  return taken.map(({trace, take}, g) => {
    const left = sample.n - sizes[g];
    const sum = sums.subarray(g * k, g * k + k);
    const apply = (v: Float64Array) => {
      const out = values.map((x, j) => x * v[j]);
      take(v, out);
      const weight = along(sum, v) / left;
      for (let j = 0; j < k; j++) out[j] -= weight * sum[j];
      return out;
    };
    return {
      trace: (sample.factor * (all - trace - along(sum, sum) / left)) / (left - 1),
      largest: (sample.factor * largestOf(apply, k)) / (left - 1)
    };
  });
}

/** The scatter of a set about 0: its trace, and how it is taken from an image of v. */
interface Taken {
  readonly trace: number;
  readonly take: (v: Float64Array, out: Float64Array) => void;
}

/** Sets of few rows, by the rows themselves. */
function fromRows({setOf, sizes}: JackknifeSets, scores: Rows): Taken[] {
  const sets = sizes.map(() => [] as Float64Array[]);
  for (let i = 0; i < scores.n; i++) sets[setOf[i]].push(scores.row(i).slice());
  return sets.map(rows => ({
    trace: rows.reduce((total, row) => total + along(row, row), 0),
    take(v, out) {
      for (const row of rows) {
        const weight = along(row, v);
        for (let j = 0; j < out.length; j++) out[j] -= weight * row[j];
      }
    }
  }));
}

/** Sets of more rows than these have entries. */
function fromScatters({setOf, sizes}: JackknifeSets, scores: Rows): Taken[] {
  const k = scores.width;
  const scatters = scattersOf(scores, i => setOf[i], sizes);
  return scatters.map(scatter => {
    let trace = 0;
    for (let j = 0; j < k; j++) trace += scatter[j * k + j];
    return {
      trace,
      take(v, out) {
        for (let j = 0; j < k; j++) out[j] -= along(scatter.subarray(j * k, j * k + k), v);
      }
    };
  });
}

/**
 * (m−1)(mean of the estimates without each set − the estimate of all): what the plain estimate has too much of;
 * 0 where there are none, or what is left of the rows has no spread.
 */
export function jackknifeBias(plain: number, deleted: readonly number[]): number {
  const m = deleted.length;
  if (m === 0) return 0;
  const bias = (m - 1) * (deleted.reduce((sum, x) => sum + x / m, 0) - plain);
  return Number.isFinite(bias) ? bias : 0;
}

/**
 * ‖S₁ − S₂‖_F/(2‖S‖_F) of the two halves of the clusters, in the eigenbasis of all rows.
 */
export function splitHalves({n, members, clusters}: Sample, {values, scores}: Scores): number {
  const k = scores.width;
  const first = new Uint8Array(clusters);
  for (const cluster of shuffled(clusters, "halves").slice(0, clusters >> 1)) first[cluster] = 1;
  const count = members.reduce((sum, cluster) => sum + first[cluster], 0);
  const sums = clusterSums({members: members.map(cluster => first[cluster]), clusters: 2}, scores);
  const rest = n - count;
  if (count < 2 || rest < 2) return Number.NaN;
  const [a, b] = [1 / (count - 1), 1 / (rest - 1)];
  // S₁ − S₂ = (a + b) A₁ − b (A₁ + A₂), with A the scatters about the halves' own means.
  const [half] = scattersOf(scores, i => first[members[i]] - 1, [count]);
  const difference = half.map(x => x * (a + b));
  for (let i = 0; i < k; i++) {
    difference[i * k + i] -= b * values[i];
    for (let j = 0; j < k; j++) {
      difference[i * k + j] -= (a / count) * sums[k + i] * sums[k + j];
      difference[i * k + j] += (b / rest) * sums[i] * sums[j];
    }
  }
  const norm = Math.sqrt(values.reduce((sum, x) => sum + x * x, 0)) / (n - 1);
  return Math.sqrt(along(difference, difference)) / (2 * norm);
}

function along(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i] * b[i];
  return sum;
}
