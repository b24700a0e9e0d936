import type {Matrix} from "ml-matrix";
import {powerOfTwo, scale} from "../elementary/bits.js";
import {matrixByRows, rowsOf} from "../rowsOf.js";
import {denseKernel, gathered, spread, strideOf} from "./denseKernel.js";
import {byPanels, plainRowsProduct, rowsProduct} from "./rowsProduct.js";

/** Row-major entries of a dense matrix; `ml-matrix` objects stay at the border of the library. */
export type Dense = Float64Array;

export function toDense(m: Matrix): Dense {
  const out = new Float64Array(m.rows * m.columns);
  for (const [i, row] of rowsOf(m).entries()) out.set(row, i * m.columns);
  return out;
}

export function toMatrix(a: Dense, rows: number, columns = rows): Matrix {
  return matrixByRows(rows, columns, (row, i) =>
    row.set(a.subarray(i * columns, i * columns + columns))
  );
}

/** From this order on, matrices are handled by what is fast for large ones. */
export const large = 64;

/**
 * A·B for square matrices of order n, by the dense kernel where that is faster: it has the bits of `plainProduct`,
 * and of `plainRowsProduct` for large ones.
 */
export function multiply(a: Dense, b: Dense, n: number): Dense {
  if (n >= large) return rowsProduct(a, n, n, b, n);
  return (n >= 24 ? byKernel(a, b, n) : undefined) ?? plainProduct(a, b, n);
}

/** A·B where that is symmetric but for rounding, exactly symmetric. */
export function symmetricProduct(a: Dense, b: Dense, n: number): Dense {
  if (n < large) return symmetrize(multiply(a, b, n), n);
  const out = byPanels(a, n, n, b, n, true) ?? plainRowsProduct(a, n, n, b, n);
  for (let i = 0; i < n; i++) for (let j = 0, at = i; j < i; j++, at += n) out[i * n + j] = out[at];
  return out;
}

function byKernel(a: Dense, b: Dense, n: number): Dense | undefined {
  const stride = strideOf(n);
  const kernel = denseKernel([n * stride, n * stride, n * stride]);
  if (!kernel) return undefined;
  const [left, right, out] = kernel.places;
  spread(a, left, n, stride);
  spread(b, right, n, stride);
  kernel.exports.multiply(kernel.at[0], kernel.at[1], kernel.at[2], n, stride);
  return gathered(out, n, stride);
}

/** A·B; four rows of B at a time, so that a row of the product is loaded less often. */
export function plainProduct(a: Dense, b: Dense, n: number): Dense {
  const out = new Float64Array(n * n);
  const fours = n - (n % 4);
  for (let i = 0; i < n; i++) {
    const row = i * n;
    for (let k = 0; k < fours; k += 4) {
      const [w, x, y, z] = [a[row + k], a[row + k + 1], a[row + k + 2], a[row + k + 3]];
      const k0 = k * n;
      const k1 = k0 + n;
      const k2 = k1 + n;
      const k3 = k2 + n;
      for (let j = 0; j < n; j++)
        out[row + j] += w * b[k0 + j] + x * b[k1 + j] + (y * b[k2 + j] + z * b[k3 + j]);
    }
    for (let k = fours; k < n; k++) {
      const x = a[row + k];
      for (let j = 0; j < n; j++) out[row + j] += x * b[k * n + j];
    }
  }
  return out;
}

export function transpose(a: Dense, n: number): Dense {
  const out = new Float64Array(n * n);
  for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) out[j * n + i] = a[i * n + j];
  return out;
}

/** A + B, entry by entry. */
export function plus(a: Dense, b: Dense): Dense {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] + b[i];
  return out;
}

/** A − B, entry by entry. */
export function minus(a: Dense, b: Dense): Dense {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] - b[i];
  return out;
}

/** cA. */
export function times(a: Dense, c: number): Dense {
  const out = new Float64Array(a.length);
  for (let i = 0; i < a.length; i++) out[i] = a[i] * c;
  return out;
}

/** 2ᵏA, for integers k in [−2000, 2000]. */
export const scaledBy = (a: Dense, k: number): Dense =>
  Math.abs(k) <= 1000 ? times(a, powerOfTwo(k)) : a.map(x => scale(x, k));

/** (A + Aᵀ)/2 in place: the two halves are equal to the last bit. */
export function symmetrize(a: Dense, n: number): Dense {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i] = a[i * n + j] / 2 + a[j * n + i] / 2;
  return a;
}

/** VᵀSV, symmetric. */
export function intoBasis(s: Dense, v: Dense, n: number): Dense {
  return symmetricProduct(transpose(v, n), multiply(s, v, n), n);
}

/** VSVᵀ, symmetric. */
export function outOfBasis(s: Dense, v: Dense, n: number): Dense {
  return symmetricProduct(multiply(v, s, n), transpose(v, n), n);
}

export function largestEntry(a: Dense): number {
  let largest = 0;
  for (let i = 0; i < a.length; i++) largest = Math.max(largest, Math.abs(a[i]));
  return largest;
}

/** The Frobenius norm, scaled so that it neither overflows nor underflows. */
export function frobenius(a: Dense): number {
  const largest = largestEntry(a);
  if (largest === 0) return 0;
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += (a[i] / largest) * (a[i] / largest);
  return largest * Math.sqrt(sum);
}
