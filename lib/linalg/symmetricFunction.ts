import {type Dense, outOfBasis} from "./dense.js";

/** V diag(f(d)) Vᵀ: a function of a symmetric matrix, from its eigendecomposition. */
export function symmetricFunction(
  {values, vectors}: {values: Float64Array; vectors: Dense},
  f: (value: number) => number
): Dense {
  const n = values.length;
  const diagonal = new Float64Array(n * n);
  for (let i = 0; i < n; i++) diagonal[i * n + i] = f(values[i]);
  return outOfBasis(diagonal, vectors, n);
}
