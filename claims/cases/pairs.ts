import {definite, polynomial, type Rows, table} from "./matrices.js";

/** A Hessian and a noise covariance. */
export interface Pair {
  readonly name: string;
  readonly hessian: number[][];
  readonly noise: number[][];
  /** No larger than the trace of the Hessian: 2 divided by it is a stable rate. */
  readonly trace: number;
}

function pair(name: string, hessian: number[][], noise: number[][]): Pair {
  return {name, hessian, noise, trace: hessian.reduce((sum, row, i) => sum + row[i], 0)};
}

const times = (m: Rows, s: number) => m.map(row => row.map(x => s * x));

/** Pairs of orders 1 to 4 that do not commute, except in one dimension. */
export const pairs: readonly Pair[] = [1, 2, 3, 4].map(d =>
  pair(`d = ${d}`, definite(`hessian ${d}`, d), definite(`noise ${d}`, d))
);

/** Those of orders 1 and 2. */
export const smallPairs = pairs.slice(0, 2);

/** Those that do not commute. */
export const tiltedPairs = pairs.slice(1);

/** Pairs that commute. */
export const commutingPairs: readonly Pair[] = [1, 2, 3, 4].map(d => {
  const hessian = definite(`commuting ${d}`, d);
  return pair(`d = ${d}, commuting`, hessian, polynomial(hessian, [0.4, 0.3, 0.2]));
});

/** Both. */
export const allPairs: readonly Pair[] = [...pairs, ...commutingPairs];

/** Pairs in the plane, not commuting; the last is a correctly specified likelihood, G = H. */
export const estimatedPairs: readonly Pair[] = [
  ...[1, 2, 3].map(k =>
    pair(`pair ${k}`, definite(`sensitivity ${k}`, 2), definite(`variability ${k}`, 2))
  ),
  pair("well specified", definite("sensitivity 4", 2), definite("sensitivity 4", 2))
];

/** The first of them, and the same after the loss was multiplied by 0.1. */
export const rescaledPairs: readonly Pair[] = [1, 0.1].map(s => {
  const {hessian, noise} = estimatedPairs[0];
  return pair(`loss times ${s}`, times(hessian, s), times(noise, s * s));
});

/** H = AAᵀ of less than full rank, A, and noise in all directions. */
export interface FlatPair {
  readonly name: string;
  readonly factor: Rows;
  readonly hessian: number[][];
  readonly noise: number[][];
}

/** Rank two in three dimensions. */
export const flatPair: FlatPair = (() => {
  const factor = table("flat factor", 3, 2);
  const hessian = factor.map(row => factor.map(other => row[0] * other[0] + row[1] * other[1]));
  return {name: "rank 2 of 3", factor, hessian, noise: definite("flat noise", 3)};
})();

/** Covariances whose axes are the coordinates'. */
export const axisPairs: readonly Pair[] = [2, 3, 4].map(d => {
  const {noise} = pairs[d - 1];
  const diagonal = noise.map((row, i) => row.map((x, j) => (i === j ? x * (i + 1) : 0)));
  return pair(`d = ${d}, along the axes`, diagonal, diagonal);
});
