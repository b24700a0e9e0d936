import type {Dense} from "./dense.js";
import {denseKernel, intoPanels, rowsIntoPanels, strideOf} from "./denseKernel.js";

/** Below so many products the plain loops are as fast. */
const worthwhile = 20_000;
/** Rows that are multiplied at a time, so that the kernel's memory stays small. */
const block = 1024;

/**
 * XV of n rows of d entries and a d×k matrix, row by row: each entry a sum over d products in ascending order. By the
 * dense kernel, which has the bits of the plain loops.
 */
export function rowsProduct(X: Dense, n: number, d: number, V: Dense, k: number): Dense {
  const out = new Float64Array(n * k);
  for (let from = 0; from < n; from += block) {
    const count = Math.min(block, n - from);
    const rows = X.subarray(from * d, (from + count) * d);
    const place = out.subarray(from * k, (from + count) * k);
    if (count * d * k <= worthwhile || !byKernel(rows, count, d, V, k, place))
      plainRowsProduct(rows, count, d, V, k, place);
  }
  return out;
}

/** Whether the kernel was there. */
function byKernel(X: Dense, n: number, d: number, V: Dense, k: number, out: Dense): boolean {
  const [high, stride] = [strideOf(n), strideOf(k)];
  const kernel = denseKernel([d * high, d * stride, high * stride]);
  if (!kernel) return false;
  const [left, right, products] = kernel.places;
  rowsIntoPanels(X, left, n, d);
  intoPanels(V, right, d, k);
  const [x, y, z] = kernel.at;
  kernel.exports.crossproduct(x, y, d, high >> 2, stride >> 2, 0, z);
  for (let i = 0; i < n; i++) out.set(products.subarray(i * stride, i * stride + k), i * k);
  return true;
}

/** The same by plain loops, into zeros. */
export function plainRowsProduct(
  X: Dense,
  n: number,
  d: number,
  V: Dense,
  k: number,
  out: Dense
): void {
  for (let i = 0; i < n; i++)
    for (let a = 0; a < d; a++) {
      const x = X[i * d + a];
      for (let j = 0; j < k; j++) out[i * k + j] += x * V[a * k + j];
    }
}

/** Entries of a row that are multiplied at a time, so that the kernel's memory stays small. */
const span = 2048;

/** XYᵀ of n and of m rows of d entries: each entry a sum over d products in ascending order, as in `rowsProduct`. */
export function rowsByRows(X: Dense, n: number, Y: Dense, m: number, d: number): Dense {
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
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++) out.set(products.subarray(i * wide, i * wide + m), i * m);
  return out;
}

export function plainRowsByRows(X: Dense, n: number, Y: Dense, m: number, d: number): Dense {
  const out = new Float64Array(n * m);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < m; j++) {
      let sum = 0;
      for (let c = 0; c < d; c++) sum += X[i * d + c] * Y[j * d + c];
      out[i * m + j] = sum;
    }
  return out;
}
