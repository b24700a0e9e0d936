import {denseKernel, gathered, intoPanels, rowsIntoPanels, strideOf} from "./denseKernel.js";

/** Below so many products the plain loops are as fast. */
const worthwhile = 20_000;
/** Rows that are multiplied at a time, so that the kernel's memory stays small. */
const block = 1024;

/**
 * XV of n rows of d entries and a d×k matrix, row by row: each entry a sum over d products in ascending order. By the
 * dense kernel, which has the bits of the plain loops.
 */
export function rowsProduct(
  X: Float64Array,
  n: number,
  d: number,
  V: Float64Array,
  k: number
): Float64Array {
  const out = new Float64Array(n * k);
  for (let from = 0; from < n; from += block) {
    const count = Math.min(block, n - from);
    const rows = X.subarray(from * d, (from + count) * d);
    const part = count * d * k > worthwhile ? byPanels(rows, count, d, V, k) : undefined;
    out.set(part ?? plainRowsProduct(rows, count, d, V, k), from * k);
  }
  return out;
}

/** The same in one piece, in its upper half alone where that is asked for; undefined where there is no kernel. */
export function byPanels(
  X: Float64Array,
  n: number,
  d: number,
  V: Float64Array,
  k: number,
  upper = false
): Float64Array | undefined {
  const [high, stride] = [strideOf(n), strideOf(k)];
  const kernel = denseKernel([d * high, d * stride, high * stride]);
  if (!kernel) return undefined;
  const [left, right, products] = kernel.places;
  rowsIntoPanels(X, left, n, d);
  intoPanels(V, right, d, k);
  const [x, y, z] = kernel.at;
  kernel.exports.crossproduct(x, y, d, high >> 2, stride >> 2, Number(upper), z);
  return gathered(products, n, stride, k);
}

/** The same by plain loops. */
export function plainRowsProduct(
  X: Float64Array,
  n: number,
  d: number,
  V: Float64Array,
  k: number
): Float64Array {
  const out = new Float64Array(n * k);
  for (let i = 0; i < n; i++)
    for (let a = 0; a < d; a++) {
      const x = X[i * d + a];
      for (let j = 0; j < k; j++) out[i * k + j] += x * V[a * k + j];
    }
  return out;
}

/** Entries of a row that are multiplied at a time, so that the kernel's memory stays small. */
const span = 2048;

/** XYᵀ of n and of m rows of d entries: each entry a sum over d products in ascending order, as in `rowsProduct`. */
export function rowsByRows(
  X: Float64Array,
  n: number,
  Y: Float64Array,
  m: number,
  d: number
): Float64Array {
  const [high, wide] = [strideOf(n), strideOf(m)];
  const most = Math.min(d, span);
  const kernel =
    n * m * d > worthwhile ? denseKernel([most * high, most * wide, high * wide]) : undefined;
  if (!kernel) return plainRowsByRows(X, n, Y, m, d);
  const [left, right, products] = kernel.places;
  const [x, y, z] = kernel.at;
  for (let first = 0; first < d; first += most) {
    const columns = [first, Math.min(d, first + most)] as const;
    rowsIntoPanels(X, left, n, d, columns);
    rowsIntoPanels(Y, right, m, d, columns);
    const count = columns[1] - first;
    kernel.exports.crossproduct(x, y, count, high >> 2, wide >> 2, 0, z);
  }
  return gathered(products, n, wide, m);
}

export function plainRowsByRows(
  X: Float64Array,
  n: number,
  Y: Float64Array,
  m: number,
  d: number
): Float64Array {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let c = 0; c < d; c++) sum += X[i * d + c] * Y[j * d + c];
      out[i * m + j] = sum;
    }
  return out;
}
