import type {Matrix} from "ml-matrix";
import {matrixByRows} from "../rowsOf.js";
import {centredEntries} from "./centre.js";
import {type Dense, toMatrix} from "./dense.js";
import {denseKernel, intoPanels, rowIntoPanels} from "./denseKernel.js";

/** Columns that are written to panels at a time: with all of a row, each would go to another page of memory. */
const strip = 128;

/** Rows of a symmetric matrix whose entries below the diagonal are gathered at a time: a line of the cache has as many. */
const band = 8;

/** Below so many products the plain loops are as fast. */
const worthwhile = 20_000;

/**
 * XᵀX, exactly symmetric, of n rows of d entries: each entry a sum over the rows in ascending order. By the dense
 * kernel, which has the bits of the plain loops.
 */
export const gram = (X: Dense, n: number, d: number): Matrix => toMatrix(denseGram(X, n, d), d);

/** The same, row by row in one list. */
export const denseGram = (X: Dense, n: number, d: number): Dense =>
  (n * d * d > worthwhile ? byKernel(X, n, d) : undefined) ?? plainGram(X, n, d);

/**
 * Σᵢ (xᵢ − x̄)(xᵢ − x̄)ᵀ over n rows of one length, each entry divided by `divisor`, exactly symmetric, with the bits of
 * the Gram matrix of {@link centredEntries}.
 */
export function scatter(rows: readonly ArrayLike<number>[], divisor = 1): Matrix {
  const [n, d] = [rows.length, rows[0].length];
  const fill = (panels: Float64Array) => {
    for (let first = 0; first < d; first += strip) {
      const [place, count] = [panels.subarray(first * n), Math.min(strip, d - first)];
      for (let k = 0; k < n; k++) rowIntoPanels(rows[k], first, place, k, n, count);
    }
  };
  const {upper, stride} = (n * d * d > worthwhile ? inPanels(n, d, fill, true) : undefined) ?? {
    upper: denseGram(centredEntries(rows), n, d),
    stride: d
  };
  const below = new Float64Array(band * d);
  return matrixByRows(d, d, (row, i) => {
    if (i % band === 0) {
      const count = Math.min(band, d - i);
      for (let j = 0, at = i; j < i + count; j++, at += stride)
        for (let k = 0; k < count; k++) below[k * d + j] = upper[at + k] / divisor;
    }
    const from = (i % band) * d;
    row.set(below.subarray(from, from + i));
    for (let j = i, at = i * stride + i; j < d; j++, at++) row[j] = upper[at] / divisor;
  });
}

export function plainGram(X: Dense, n: number, d: number): Dense {
  const products = new Float64Array(d * d);
  for (let k = 0; k < n; k++)
    for (let i = 0; i < d; i++) {
      const x = X[k * d + i];
      for (let j = i; j < d; j++) products[i * d + j] += x * X[k * d + j];
    }
  return mirrored(products, d, d);
}

function byKernel(X: Dense, n: number, d: number): Dense | undefined {
  const half = inPanels(n, d, panels => intoPanels(X, panels, n, d));
  return half && mirrored(half.upper, d, half.stride);
}

/**
 * The upper half of XᵀX in rows of `stride` entries, good until the kernel is asked for again, of the X that `fill`
 * writes in groups of four columns; of what is left by `centre` where that is asked for.
 */
function inPanels(
  n: number,
  d: number,
  fill: (panels: Float64Array) => void,
  isCentred = false
): {upper: Dense; stride: number} | undefined {
  const groups = Math.ceil(d / 4);
  const stride = 4 * groups;
  const kernel = denseKernel([n * stride, stride * stride]);
  if (!kernel) return undefined;
  const [panels, upper] = kernel.places;
  fill(panels);
  const [at, out] = kernel.at;
  if (isCentred && !kernel.exports.centre(at, n, groups)) return undefined;
  kernel.exports.crossproduct(at, at, n, groups, groups, 1, out);
  return {upper, stride};
}

/** Columns that are mirrored at a time: a row of so many has a line of the cache or two. */
const width = 16;

/** The symmetric matrix whose upper half is given in rows of `stride` entries. */
function mirrored(upper: Dense, d: number, stride: number): Dense {
  const out = new Float64Array(d * d);
  for (let i = 0; i < d; i++) out.set(upper.subarray(i * stride + i, i * stride + d), i * d + i);
  for (let first = 0; first < d; first += width)
    for (let i = first + 1; i < d; i++)
      for (let j = first, at = first * d + i; j < Math.min(i, first + width); j++, at += d)
        out[i * d + j] = out[at];
  return out;
}
