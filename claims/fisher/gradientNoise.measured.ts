import {add, scale} from "../brute/arrays.js";
import {everyDataSet, everySubset, overSubsets} from "../brute/finiteLaw.js";
import type {DrawnData} from "../cases/dataSets.js";

/** Cov(g_B) over every data set and every subset, and E Cov(g_B | z) within a data set. */
export function batches(each: DrawnData) {
  const {within, between} = overSubsets(each);
  return [add(within, between), within];
}

/**
 * Cov(ξ₁ + ξ₂), ξ = g_B − ∇L, over two batches of b new points, whose sum is a batch of 2b times two; and
 * over every data set and two subsets of it, drawn apart.
 */
export function twoBatches({law, n, b}: DrawnData) {
  const fresh = scale(overSubsets({law, n: 2 * b, b: 2 * b}).between, 4);
  const {within, between} = overSubsets({law, n, b});
  return [fresh, add(scale(within, 2), scale(between, 4))];
}

/** Mean and variance over data sets of Cov(g_B | z) − G/b, first coordinate. */
export function remainders({law: {points, probabilities}, n, b}: DrawnData) {
  const first = points.map(([x]) => x);
  const mean = first.reduce((s, x, k) => s + probabilities[k] * x, 0);
  const variance = first.reduce((s, x, k) => s + probabilities[k] * (x - mean) ** 2, 0);
  let [sum, squares] = [0, 0];
  for (const {data, chance} of everyDataSet(first, probabilities, n)) {
    const r =
      everySubset(
        data.map(x => [x]),
        b
      ).covariance[0][0] -
      variance / b;
    sum += chance * r;
    squares += chance * r * r;
  }
  return [sum, squares - sum ** 2];
}
