import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {centredEntries} from "../../lib/linalg/centre.js";
import {compensatedProduct, plainCompensated} from "../../lib/linalg/compensatedProduct.js";
import {multiply, plainProduct, toDense, toMatrix} from "../../lib/linalg/dense.js";
import {denseKernel} from "../../lib/linalg/denseKernel.js";
import {denseGram, plainGram, scatter} from "../../lib/linalg/gram.js";
import {byKernel, bySteps} from "../../lib/linalg/realSchur.js";
import {
  plainRowsByRows,
  plainRowsProduct,
  rowsByRows,
  rowsProduct
} from "../../lib/linalg/rowsProduct.js";
import {byMlMatrix, decompose, valuesAlone} from "../../lib/linalg/symmetricEigen.js";
import {rowsOf} from "../../lib/rowsOf.js";
import {compileKernel, kernels} from "../../tools/kernel.js";
import {root} from "../../tools/root.js";
import {uniforms} from "./random.js";

/** Entries of many sizes, some of them zero, of both signs. */
function entries(count: number, seed: number): Float64Array {
  const uniform = uniforms(seed);
  return Float64Array.from({length: count}, () =>
    uniform() < 0.1 ? 0 : (2 * uniform() - 1) * 2 ** Math.floor(60 * uniform() - 30)
  );
}

const same = (a: Float64Array, b: Float64Array) =>
  expect(Buffer.from(a.buffer).equals(Buffer.from(b.buffer))).toBe(true);

const orders = [24, 25, 26, 27, 32, 61];

describe("the dense kernel", () => {
  it("is compiled from the sources beside it", () => {
    const committed = readFileSync(join(root, kernels.dense.output), "utf8");
    expect(committed).toBe(compileKernel(kernels.dense));
  });

  it("is there", () => expect(denseKernel([1])).toBeDefined());

  it.each(orders)("multiplies with the bits of the plain loop, order %i", n => {
    const [a, b] = [entries(n * n, n), entries(n * n, n + 1)];
    same(multiply(a, b, n), plainProduct(a, b, n));
  });

  it.each(orders)("multiplies in twice the precision with the same bits, order %i", n => {
    const [a, high] = [entries(n * n, n), entries(n * n, n + 2)];
    const low = entries(n * n, n + 3).map((x, i) => x * 2 ** -90 * high[i]);
    const [ours, plain] = [compensatedProduct, plainCompensated].map(f => f(a, {high, low}, n));
    same(ours.high, plain.high);
    same(ours.low, plain.low);
  });

  it.each([
    [1, 300, 70],
    [1025, 7, 6],
    [2050, 33, 5],
    [90, 41, 43]
  ])("multiplies rows by a matrix with the same bits, %i×%i times %i columns", (n, d, k) => {
    const [X, V] = [entries(n * d, n), entries(d * k, n + d)];
    same(rowsProduct(X, n, d, V, k), plainRowsProduct(X, n, d, V, k));
  });

  it.each([
    [3, 5, 5000],
    [30, 41, 70],
    [8, 4, 2049]
  ])("multiplies rows by rows with the same bits, %i and %i of %i numbers", (n, m, d) => {
    const [X, Y] = [entries(n * d, n), entries(m * d, n + d)];
    same(rowsByRows(X, n, Y, m, d), plainRowsByRows(X, n, Y, m, d));
  });

  it.each([
    [200, 11],
    [37, 40],
    [5, 90],
    [333, 13]
  ])("sums products of columns with the same bits, %i×%i", (n, d) => {
    const X = entries(n * d, n + d);
    const [ours, plain] = [denseGram, plainGram].map(f => f(X, n, d));
    same(ours, plain);
  });

  it.each([
    [200, 11, "of many sizes", (x: number) => x],
    [700, 45, "far from 0", (x: number) => 1e9 + x],
    [600, 140, "of one size", (x: number) => Math.sign(x) + 1 / 3],
    [64, 20, "whose sums overflow", () => 2 ** 1023]
  ])("takes the scatter with the same bits, %i×%i, entries %s", (n, d, _, entry) => {
    const table = toMatrix(entries(n * d, n).map(entry), n, d);
    const rows = rowsOf(table);
    same(toDense(scatter(rows)), plainGram(centredEntries(rows), n, d));
  });

  const symmetric = (n: number, entry: (i: number, j: number) => number) => {
    const s = new Float64Array(n * n);
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++) s[i * n + j] = s[j * n + i] = entry(i, j);
    return s;
  };

  it.each(
    [12, 13, 14, 15, 16, 21, 40, 67].flatMap(n => {
      const drawn = entries(n * n, n);
      return [
        [n, "entries of many sizes", symmetric(n, (i, j) => drawn[i * n + j])],
        [n, "alike", symmetric(n, (i, j) => Math.sign(drawn[i * n + j]) + (i === j ? n : 0))],
        [n, "graded", symmetric(n, (i, j) => drawn[i * n + j] * 2 ** -(i + j))],
        [n, "of rank one", symmetric(n, () => 1)],
        [n, "diagonal", symmetric(n, (i, j) => (i === j ? drawn[i] : 0))],
        [n, "zero", symmetric(n, () => 0)]
      ] as const;
    })
  )("decomposes with the bits of ml-matrix, order %i, %s", (n, _, s) => {
    const [ours, theirs] = [decompose, byMlMatrix].map(f => f(s, n));
    same(ours.values, theirs.values);
    same(ours.vectors, theirs.vectors);
    same(valuesAlone(s, n), theirs.values);
  });

  it.each(
    [12, 13, 17, 30, 45].flatMap(n => {
      const drawn = entries(n * n, 3 * n);
      const uniform = uniforms(n);
      return [
        [n, "entries of many sizes", drawn],
        [n, "entries of one size", drawn.map(() => 2 * uniform() - 1)],
        [n, "triangular", drawn.map((x, at) => (at % n < Math.floor(at / n) ? 0 : x))],
        [n, "a cycle", drawn.map((_, at) => (at % n === (Math.floor(at / n) + 1) % n ? 1 : 0))],
        [n, "zero", new Float64Array(n * n)]
      ] as const;
    })
  )("brings to Schur form with the bits of the plain loops, order %i, %s", (n, _, a) => {
    const [ours, plain] = [byKernel, bySteps].map(f => f(a, n));
    same(ours!.t, plain!.t);
    same(ours!.u, plain!.u);
  });

  it("gives way where its memory would be too large", () => {
    expect(denseKernel([2 ** 30])).toBeUndefined();
    expect(denseKernel([1])).toBeDefined();
  });
});
