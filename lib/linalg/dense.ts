import {Matrix} from "ml-matrix";

/** Row-major entries of a dense matrix; `ml-matrix` objects stay at the border of the library. */
export type Dense = Float64Array;

export function toDense(m: Matrix): Dense {
  const out = new Float64Array(m.rows * m.columns);
  for (let i = 0; i < m.rows; i++)
    for (let j = 0; j < m.columns; j++) out[i * m.columns + j] = m.get(i, j);
  return out;
}

export function toMatrix(a: Dense, rows: number, columns = rows): Matrix {
  const out = new Matrix(rows, columns);
  for (let i = 0; i < rows; i++)
    for (let j = 0; j < columns; j++) out.set(i, j, a[i * columns + j]);
  return out;
}

/** A·B for square matrices of order n; four rows of B at a time, so that a row of the product is loaded less often. */
export function multiply(a: Dense, b: Dense, n: number): Dense {
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

/** (A + Aᵀ)/2 in place: the two halves are equal to the last bit. */
export function symmetrize(a: Dense, n: number): Dense {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < i; j++) a[i * n + j] = a[j * n + i] = a[i * n + j] / 2 + a[j * n + i] / 2;
  return a;
}

/** VᵀSV, symmetric. */
export function intoBasis(s: Dense, v: Dense, n: number): Dense {
  return symmetrize(multiply(transpose(v, n), multiply(s, v, n), n), n);
}

/** VSVᵀ, symmetric. */
export function outOfBasis(s: Dense, v: Dense, n: number): Dense {
  return symmetrize(multiply(multiply(v, s, n), transpose(v, n), n), n);
}

export function largestEntry(a: Dense): number {
  let largest = 0;
  for (const x of a) largest = Math.max(largest, Math.abs(x));
  return largest;
}

/** The Frobenius norm, scaled so that it neither overflows nor underflows. */
export function frobenius(a: Dense): number {
  const largest = largestEntry(a);
  if (largest === 0) return 0;
  let sum = 0;
  for (const x of a) sum += (x / largest) * (x / largest);
  return largest * Math.sqrt(sum);
}
