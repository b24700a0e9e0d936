import {edgeDescent} from "../../lib/diffusion/edgeDescent.js";
import {add, scale} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {everyOrderedBatch} from "../brute/finiteLaw.js";
import {limit} from "../brute/limit.js";
import {tuples} from "../brute/tuples.js";
import type * as cases from "../cases/assumption.js";
import type {Batch} from "../cases/batches.js";
import type {Pair} from "../cases/pairs.js";

/** The variance under rates a/t, its time extrapolated to infinity; and over η after Σηₖ = 1, as η vanishes. */
export function slowing({a}: cases.Falling) {
  const ratio = (last: number) => {
    let v = 0;
    for (let t = Math.ceil(2 * a); t <= last; t++) v = (1 - a / t) ** 2 * v + (a / t) ** 2;
    return v / (a / last / 2);
  };
  const early = (steps: number) => {
    // η_k = η/(1 + k/K) with K = steps/(e^{1/a} − 1) and η = a/K
    const K = steps / Math.expm1(1 / a);
    let v = 0;
    for (let k = 0; k < steps; k++) {
      const rate = a / (K + k);
      v = (1 - rate) ** 2 * v + rate ** 2;
    }
    return v / (a / K);
  };
  return [
    ...limit(h => [ratio(Math.round(1 / h))], 1 / 400, 1, 4),
    ...limit(h => [early(Math.round(1 / h))], 1 / 100, 1, 6)
  ];
}

/** Var θ over η/(2h). */
export const steps = ({learningRate: rate, ...problem}: cases.Plain) =>
  steadyCovariance({...problem, rate})[0][0] / (rate / 2);

/** Gradient descent at the edge of stability, its slope extrapolated to zero. */
export const atTheEdge = ({read, moments}: cases.EdgeReading) =>
  limit(
    slope => {
      const learningRate = 0.5;
      const run = edgeDescent({learningRate, slope, time: 2, start: Math.sqrt(slope)});
      const last = run.y.length - 1;
      return moments.map(t => run[read][(last * t) / 2] / (read === "y" ? 1 : 2));
    },
    0.0005,
    1,
    3
  );

/** (S/η − S₀)/η, with S₀ the limit of S/η, both by extrapolation. */
export function correction({hessian, noise, trace}: Pair) {
  const over = (rate: number) => scale(steadyCovariance({hessian, noise, rate}), 1 / rate);
  // the derivative at 0 of S/η by the slopes between h and h/2
  const slope = (h: number) => scale(add(over(h), scale(over(h / 2), -1)), 2 / h).flat();
  return limit(slope, 0.3 / trace, 1, 7);
}

function* subsets(n: number, size: number, from = 0): Generator<number[]> {
  if (size === 0) yield [];
  else
    for (let i = from; i <= n - size; i++)
      for (const rest of subsets(n, size - 1, i + 1)) yield [i, ...rest];
}

/** Second and third central moments of the mean over every subset. */
export function everySubset({values, samples: n, batchSize: B}: cases.Skewed) {
  const centre = values.reduce((a, b) => a + b, 0) / n;
  let [second, third, count] = [0, 0, 0];
  for (const subset of subsets(n, B)) {
    const d = subset.reduce((sum, i) => sum + values[i], 0) / B - centre;
    second += d * d;
    third += d ** 3;
    count++;
  }
  return [second / count, third / count];
}

/** Moments of the hypergeometric law, probability by probability. */
export function hypergeometric({samples: n, batchSize: B}: Batch) {
  const ones = n / 8;
  const mean = B / 8;
  // from the mode outwards, unnormalised
  const weights = new Map<number, number>([[Math.round(mean), 1]]);
  for (let k = Math.round(mean), w = 1; k < B && w > 1e-40; k++) {
    w *= ((ones - k) * (B - k)) / ((k + 1) * (n - ones - B + k + 1));
    weights.set(k + 1, w);
  }
  for (let k = Math.round(mean), w = 1; k > 0 && w > 1e-40; k--) {
    w *= (k * (n - ones - B + k)) / ((ones - k + 1) * (B - k + 1));
    weights.set(k - 1, w);
  }
  let [total, second, third] = [0, 0, 0];
  for (const [k, w] of weights) {
    total += w;
    second += w * (k - mean) ** 2;
    third += w * (k - mean) ** 3;
  }
  const variance = second / total;
  const [p, q] = [1 / 8, 7 / 8];
  const skewness = third / total / variance ** 1.5;
  return [variance / (B * p * q), skewness / ((q - p) / Math.sqrt(B * p * q))];
}

/** The variance of a running sum of an autoregressive series, sample by sample. */
function runningSum({coefficient: phi, batch}: cases.Series): number {
  let [variance, cross] = [0, 0];
  for (let i = 0; i < batch; i++) {
    // cross = E (sum so far)·(next sample)
    variance += 2 * cross + 1;
    cross = phi * (cross + 1);
  }
  return variance / batch ** 2;
}

/** The variance of the mean of products of neighbours, over every sequence of factors. */
function productsOfNeighbours({factors, batch}: cases.Products): number {
  const all = tuples(factors.length, batch + 1);
  return all.reduce((sum, picks) => {
    const mean =
      Array.from({length: batch}, (_, i) => factors[picks[i]] * factors[picks[i + 1]]).reduce(
        (x, y) => x + y
      ) / batch;
    return sum + mean ** 2 / all.length;
  }, 0);
}

/** The variance of means of batches of dependent samples. */
export function dependent(samples: cases.Dependent) {
  if ("coefficient" in samples) return runningSum(samples);
  if ("factors" in samples) return productsOfNeighbours(samples);
  const rows = samples.values.map(x => [x]);
  return everyOrderedBatch(rows, samples.batch).covariance;
}
