import {Matrix} from "ml-matrix";
import {fisherStrongConvexity} from "../budgets/fisherStrongConvexity.js";
import {describe, type MatrixLike, numberIn, squareMatrix} from "../check.js";
import {toDense} from "../linalg/dense.js";
import {rowsProduct} from "../linalg/rowsProduct.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
import {absent, around, exactly} from "./measure.js";
import {influenceError, scatterOf, sumOfSquares} from "./moments.js";
import {fieller, type Seen, traceAndMean} from "./quadratic.js";
import {argumentNames} from "./questionNames.js";
import type {Rows} from "./rows.js";
import type {Sample} from "./sample.js";
import type {HessianNumbers, Measure, NoiseQuestion} from "./types.js";

/** H along its directions of positive curvature, and the gradients there. */
export interface Curvature {
  /** h > 0, ascending, k of them. */
  readonly values: readonly number[];
  /** uₐᵀ(ψᵢ − ψ̄), n rows of k numbers, and uₐᵀψ̄. */
  readonly along: Rows;
  readonly mean: Float64Array;
  /** u, d×k. */
  readonly basis: Pick<Matrix, "rows" | "columns" | "get" | "getColumn">;
  /** uₐᵀx of d numbers, k of them. */
  readonly into: (x: ArrayLike<number>) => Float64Array;
  /** d. */
  readonly order: number;
  /** ‖H − Hᵀ‖/‖H‖ as given. */
  readonly asymmetry: number;
  /** How many directions have λ at most `least` of the largest |λ|, and the sum of their |λ| over the sum of all. */
  readonly dropped: number;
  readonly droppedShare: number;
  readonly least: number;
  /** The symmetric H, all of it. */
  readonly hessian: Matrix;
  /** Of a diagonal H: along the parameters, zero where it was dropped. */
  readonly diagonal?: Float64Array;
}

/**
 * The share of the largest |λ| up to which a curvature counts as zero: float32's rounding of an H that is handed over,
 * float64's of one that was computed here.
 */
export const flat = {given: 1e-7, fitted: 1e-12} as const;

/** Where H comes from: what errors call it, and whether it is that of a fit made here. */
export interface HessianOrigin {
  readonly name: string;
  readonly fitted?: boolean;
}

/**
 * The eigenvectors of (H + Hᵀ)/2 with λ above rounding (`flat`), and the gradients along them.
 *
 * @throws RangeError on an H that is not d×d or d numbers, not finite, or without a positive eigenvalue
 */
export function curvatureOf(
  sample: Sample,
  given: NonNullable<NoiseQuestion["hessian"]>,
  {name, fitted = false}: HessianOrigin = {name: argumentNames.hessian}
): Curvature {
  const {d} = sample;
  const square = squareOf(given, d, name);
  const least = fitted ? flat.fitted : flat.given;
  const transposed = square.transpose();
  const norm = square.norm() || 1;
  const asymmetry = Matrix.sub(square, transposed).norm() / norm;
  const hessian = Matrix.add(square, transposed).div(2);
  const {values, vectors} = symmetricEigen(hessian);
  const {kept, droppedShare} = upwards(values, least, name);
  const k = kept.length;
  const basis = new Matrix(kept.map(j => vectors.getColumn(j))).transpose();
  const entries = toDense(basis);
  const into = (x: ArrayLike<number>) => rowsProduct(Float64Array.from(x), 1, d, entries, k);
  return {
    values: kept.map(j => values[j]),
    along: sample.centred.times(entries, k).kept(),
    mean: into(sample.mean),
    basis,
    into,
    order: d,
    asymmetry,
    dropped: d - k,
    least,
    droppedShare,
    hessian
  };
}

/** Whether H is given as its diagonal. */
export const isDiagonal = (given: NonNullable<NoiseQuestion["hessian"]>): boolean =>
  !Matrix.isMatrix(given) && typeof (given as ArrayLike<unknown> | null)?.[0] === "number";

/**
 * The numbers of the curvatures above a share `least` of the largest, in their order, and the share of Σ|λ| that the
 * others have.
 *
 * @throws RangeError where there is none, or the largest is out of range
 */
export function upwards(values: ArrayLike<number>, least: number, name: string) {
  let [largest, top, all] = [0, -Infinity, 0];
  for (let k = 0; k < values.length; k++) {
    largest = Math.max(largest, Math.abs(values[k]));
    top = Math.max(top, values[k]);
    all += Math.abs(values[k]);
  }
  if (largest > 0)
    numberIn(
      `the largest |eigenvalue| of ${name}`,
      largest,
      "[1e-100, 1e100]",
      x => x >= 1e-100 && x <= 1e100
    );
  const kept: number[] = [];
  for (let k = 0; k < values.length; k++) if (values[k] > least * largest) kept.push(k);
  if (!kept.length)
    throw new RangeError(`${name} must have a positive eigenvalue; got ${top} as the largest`);
  return {kept, droppedShare: 1 - kept.reduce((sum, k) => sum + values[k], 0) / all};
}

function squareOf(given: NonNullable<NoiseQuestion["hessian"]>, d: number, name: string): Matrix {
  return isDiagonal(given)
    ? Matrix.diag(diagonalOf(given as ArrayLike<number>, d, name))
    : squareMatrix(name, given as MatrixLike, d);
}

/** d finite numbers. Throws RangeError on others. */
export function diagonalOf(given: ArrayLike<number>, d: number, name: string): number[] {
  const diagonal = Array.from(given);
  if (diagonal.length !== d)
    throw new RangeError(`${name} must have ${d} numbers on its diagonal; got ${diagonal.length}`);
  const wrong = diagonal.findIndex(x => !Number.isFinite(x));
  if (wrong >= 0)
    throw new RangeError(
      `${name} must have finite numbers; got ${describe(diagonal[wrong])} at ${wrong}`
    );
  return diagonal;
}

/** Rows and mean times the roots of `weights`, one per direction of H. */
export function weighted({along, mean}: Curvature, weights: readonly number[]): Seen {
  const roots = weights.map(Math.sqrt);
  return {
    centred: along.map(roots.length, (row, to) => {
      for (let a = 0; a < roots.length; a++) to[a] = row[a] * roots[a];
    }),
    mean: mean.map((x, a) => x * roots[a])
  };
}

/**
 * G beside H, d×d each, H along its positive directions; the influences of alignment and commutator are those
 * of their traces. µ_F wants a G that is not singular.
 */
export function hessianNumbers(sample: Sample, curvature: Curvature): HessianNumbers {
  const {n, d, factor, whole, quantile} = sample;
  const h = curvature.values;
  const k = h.length;
  const share = whole ? factor / n : factor / (n - 1);
  const g = scatterOf(curvature.along).map(x => x * share);
  const weightedRows = traceAndMean(sample, weighted(curvature, h));
  const scale = fieller(sample, weightedRows, "gᵀHg");
  const full = scatterOf(sample.centred).map(x => x * share);
  const sizeG = Math.sqrt(sumOfSquares(full));
  const sizeH = Math.sqrt(sumOfSquares(h));
  if (!(sizeG > 0)) {
    const none = absent("all rows are equal: there is no noise to hold beside H");
    return {noiseScale: scale, alignment: none, commutator: none, fisherStrongConvexity: none};
  }
  let apart = 0;
  for (let a = 0; a < k; a++)
    for (let b = 0; b < k; b++) apart += ((h[a] - h[b]) * g[a * k + b]) ** 2;
  const outside = k < d ? outsideRange(curvature, full, g) : 0;
  const commutator = Math.sqrt(apart + 2 * outside) / (sizeG * sizeH);
  const product = weightedRows.trace.value / (sizeG * sizeH);
  const size = squareInfluence(sample, full, sizeG * sizeG);
  const influence = weightedRows.trace.influence.map(
    (x, i) => x / (sizeG * sizeH) - (product * size[i]) / 2
  );
  return {
    noiseScale: scale,
    alignment: whole
      ? exactly(product)
      : around(product, influenceError(sample, influence), quantile, {least: 0, most: 1}),
    commutator: whole
      ? exactly(commutator)
      : {
          ...absent("an estimate of a norm: rows that commute give more than 0 too"),
          value: commutator
        },
    fisherStrongConvexity: strongConvexity(sample, curvature, full)
  };
}

/**
 * ‖PGH‖² with P the projection off the range of H: what HG − GH has beyond that range, once. `inside` is G along
 * the range, k×k; its part is taken from each image, since squared norms of both would cancel.
 */
function outsideRange(
  {basis, values}: Curvature,
  full: Float64Array,
  inside: Float64Array
): number {
  const [d, k] = [basis.rows, basis.columns];
  const columns = Array.from({length: k}, (_, a) => basis.getColumn(a));
  let total = 0;
  for (let a = 0; a < k; a++) {
    const u = columns[a];
    const off = new Float64Array(d);
    for (let i = 0; i < d; i++) for (let j = 0; j < d; j++) off[i] += full[i * d + j] * u[j];
    for (let b = 0; b < k; b++)
      for (let i = 0; i < d; i++) off[i] -= inside[b * k + a] * columns[b][i];
    total += values[a] ** 2 * sumOfSquares(off);
  }
  return total;
}

/** The influence of log Tr G²: 2(xᵀGx/Tr G² − 1), about its mean. */
function squareInfluence({n, d, centred, factor}: Sample, g: Float64Array, square: number) {
  const images = centred.times(g, d);
  const raw = Float64Array.from({length: n}, (_, i) => {
    const [row, image] = [centred.row(i), images.row(i)];
    let sum = 0;
    for (let a = 0; a < d; a++) sum += image[a] * row[a];
    return (2 * factor * sum) / square;
  });
  const mean = raw.reduce((sum, x) => sum + x / n, 0);
  return raw.map(x => x - mean);
}

export const noInverse = (n: number, d: number): Measure =>
  absent(
    `${n} rows cannot have ${d} independent directions, so G has no inverse: ${d + 1} rows are the least`
  );

function strongConvexity(sample: Sample, {hessian}: Curvature, g: Float64Array): Measure {
  const {n, d, whole} = sample;
  if (n <= d) return noInverse(n, d);
  const metric = new Matrix(
    Array.from({length: d}, (_, i) => Array.from(g.subarray(i * d, i * d + d)))
  );
  try {
    const value = fisherStrongConvexity(hessian, metric);
    return whole
      ? exactly(value)
      : {
          ...absent(
            "the least eigenvalue of an estimated matrix: no interval is known to cover it"
          ),
          value
        };
  } catch {
    return absent(
      "G is singular to rounding, so it has no inverse: along some direction the rows differ by no more than rounding shows beside the others"
    );
  }
}
