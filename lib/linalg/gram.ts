import type {Matrix} from "ml-matrix";
import {type Dense, toMatrix} from "./dense.js";
import {denseKernel, intoPanels} from "./denseKernel.js";

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
  const groups = Math.ceil(d / 4);
  const stride = 4 * groups;
  const kernel = denseKernel([n * stride, stride * stride]);
  if (!kernel) return undefined;
  const [panels, products] = kernel.places;
  intoPanels(X, panels, n, d);
  const [at, out] = kernel.at;
  kernel.exports.crossproduct(at, at, n, groups, groups, 1, out);
  return mirrored(products, d, stride);
}

/** The symmetric matrix whose upper half is given in rows of `stride` entries. */
function mirrored(upper: Dense, d: number, stride: number): Dense {
  const out = new Float64Array(d * d);
  for (let i = 0; i < d; i++) {
    for (let j = 0, at = i; j < i; j++, at += stride) out[i * d + j] = upper[at];
    out.set(upper.subarray(i * stride + i, i * stride + d), i * d + i);
  }
  return out;
}
