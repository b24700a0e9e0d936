import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import {compensatedProduct, exact} from "../../lib/linalg/compensatedProduct.js";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {large, multiply, symmetricProduct, toDense, transpose} from "../../lib/linalg/dense.js";
import {discreteLyapunov} from "../../lib/linalg/discreteLyapunov.js";
import {plainRowsProduct} from "../../lib/linalg/rowsProduct.js";
import {leadingBits, splitProduct, splitSuffices} from "../../lib/linalg/splitProduct.js";
import {coarseEigen, shareOf, symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {uniforms} from "./random.js";

const n = 64;

/** (I − 2vvᵀ) diag(d) (I − 2vvᵀ) with v = (1, …, 1)/8: exact where d's bits and twelve more fit a float64. */
function reflected(d: readonly number[]): Matrix {
  const sum = d.reduce((total, x) => total + x, 0);
  return new Matrix(
    d.map((x, i) => d.map((y, j) => (i === j ? x : 0) - (x + y) / 32 + sum / 1024))
  );
}

/** Distinct values from 2⁻ʳ to 2, ascending, of seven bits each. */
const spread = (range: number): number[] =>
  Array.from({length: n}, (_, i) => (1 + i / 64) * 2 ** -Math.floor((i * (range + 1)) / n)).sort(
    (a, b) => a - b
  );

const errorOf = (values: Float64Array, d: readonly number[]) =>
  Math.max(...d.map((x, i) => Math.abs(values[i] / x - 1)));

function entries(size: number, seed: number): Float64Array {
  const uniform = uniforms(seed);
  return Float64Array.from({length: size}, () => 2 * uniform() - 1);
}

it("matrices are large from order 64 on", () => expect(large).toBe(n));

describe("products of large matrices", () => {
  it.each([64, 65, 66, 67, 131])("have the bits of the plain loop, order %i", m => {
    const [a, b] = [entries(m * m, m), entries(m * m, m + 1)];
    expect(multiply(a, b, m)).toEqual(plainRowsProduct(a, m, m, b, m));
    const square = symmetricProduct(a, transpose(a, m), m);
    const plain = plainRowsProduct(a, m, m, transpose(a, m), m);
    expect(square).toEqual(transpose(square, m));
    for (let i = 0; i < m; i++)
      expect(square.slice(i * m + i, i * m + m)).toEqual(plain.slice(i * m + i, i * m + m));
  });

  it.each([64, 100, 300])("are right to half the working precision more, order %i", m => {
    const [a, b] = [entries(m * m, m), entries(m * m, m + 1)];
    const twice = compensatedProduct(a, exact(b), m);
    const split = splitProduct(a, exact(b), m);
    const bound = Number.EPSILON * m * 2 ** -leadingBits(m);
    const plain = multiply(a, b, m);
    const errorOf = (high: Float64Array, low: Float64Array) =>
      high.reduce(
        (most, x, i) => Math.max(most, Math.abs(x - twice.high[i] + (low[i] - twice.low[i]))),
        0
      );
    expect(errorOf(split.high, split.low)).toBeLessThan(bound);
    expect(errorOf(plain, new Float64Array(m * m))).toBeGreaterThan(bound);
  });
});

describe("symmetricEigen of large matrices", () => {
  // Refined by way of the split product, by the compensated one, by rotations of most pairs.
  it.each([6, 8, 14, 24, 32])(
    "gives eigenvalues down to 2⁻ʳ to nε of themselves, r = %i",
    range => {
      const d = spread(range);
      const S = reflected(d);
      const {values, vectors} = symmetricEigen(S);
      expect(errorOf(values, d)).toBeLessThan(n * Number.EPSILON);
      const products = vectors.transpose().mmul(vectors).sub(Matrix.eye(n));
      expect(products.norm()).toBeLessThan(2 * n * Number.EPSILON);
      const residual = S.mmul(vectors).sub(vectors.mmul(Matrix.diag(Array.from(values))));
      expect(residual.norm()).toBeLessThan(n * Number.EPSILON * S.norm());
      if (range >= 14)
        expect(errorOf(coarseEigen(toDense(S), n).values, d)).toBeGreaterThan(n * Number.EPSILON);
    }
  );

  it("leaves out the refinement where eigenvalues are of one size", () => {
    const d = spread(3);
    const S = reflected(d);
    const {values} = symmetricEigen(S);
    expect(values).toEqual(coarseEigen(toDense(S), n).values);
    expect(errorOf(values, d)).toBeLessThan(n * Number.EPSILON);
  });

  it("knows where the split product suffices", () => {
    expect(shareOf(Float64Array.of(-4, 1, 2))).toBe(0.25);
    expect(splitSuffices(1e-4, 300)).toBe(true);
    expect(splitSuffices(1e-5, 300)).toBe(false);
  });
});

describe("Lyapunov equations with a large symmetric A", () => {
  // Powers of two, so that what is reflected to X is exact.
  const powers = (range: number) =>
    Array.from({length: n}, (_, i) => 2 ** -Math.floor((i * (range + 1)) / n));

  it.each([4, 12, 20, 30])("are solved to a few ε, eigenvalues down to 2⁻ʳ, r = %i", range => {
    const d = powers(range);
    const X = continuousLyapunov(reflected(d), Matrix.eye(n));
    const expected = reflected(d.map(x => 0.5 / x));
    expect(Matrix.sub(X, expected).norm()).toBeLessThan(4 * Number.EPSILON * expected.norm());
    expect(X.isSymmetric()).toBe(true);
  });

  it.each([1, 2])("are solved so in discrete time, eigenvalues of size 2⁻ʳ, r = %i", range => {
    const d = Array.from({length: n}, (_, i) => (i % 2 ? -1 : 1) * 2 ** -(1 + (i % range)));
    const Q = reflected(d.map(x => 1 - x * x));
    const X = discreteLyapunov(reflected(d), Q);
    expect(Matrix.sub(X, Matrix.eye(n)).norm()).toBeLessThan(4 * Number.EPSILON * Math.sqrt(n));
  });
});
