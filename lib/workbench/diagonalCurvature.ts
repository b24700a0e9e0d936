import {Matrix} from "ml-matrix";
import {
  type Curvature,
  diagonalOf,
  flat,
  type HessianOrigin,
  noInverse,
  upwards,
  weighted
} from "./curvature.js";
import {absent, around, exactly} from "./measure.js";
import {
  gramOf,
  influenceError,
  mostProducts,
  scatterOf,
  scatterSeen,
  sumOfSquares
} from "./moments.js";
import {fieller, traceAndMean} from "./quadratic.js";
import type {Rows} from "./rows.js";
import type {Sample} from "./sample.js";
import type {HessianNumbers, Measure} from "./types.js";

/**
 * A diagonal H of any size: its eigenvectors are the parameters, and rows along them are their own entries in another
 * order. Nothing d×d is made.
 *
 * @throws RangeError as `curvatureOf`
 */
export function diagonalCurvature(
  {d, centred, mean}: Sample,
  given: ArrayLike<number>,
  {name, fitted = false}: HessianOrigin
): Curvature {
  const diagonal = diagonalOf(given, d, name);
  const least = fitted ? flat.fitted : flat.given;
  const {kept, droppedShare} = upwards(diagonal, least, name);
  const places = Int32Array.from(kept).sort((i, j) => diagonal[i] - diagonal[j] || i - j);
  const k = places.length;
  const upward = new Float64Array(d);
  for (const j of places) upward[j] = diagonal[j];
  const pick = (x: ArrayLike<number>, to: Float64Array) => {
    for (let a = 0; a < k; a++) to[a] = x[places[a]];
  };
  const into = (x: ArrayLike<number>) => {
    const to = new Float64Array(k);
    pick(x, to);
    return to;
  };
  return {
    values: Array.from(places, j => diagonal[j]),
    along: centred.map(k, pick).kept(),
    mean: into(mean),
    basis: {
      rows: d,
      columns: k,
      get: (j, a) => (places[a] === j ? 1 : 0),
      getColumn: a => Array.from({length: d}, (_, j) => (places[a] === j ? 1 : 0))
    },
    into,
    order: d,
    asymmetry: 0,
    dropped: d - k,
    least,
    droppedShare,
    diagonal: upward,
    get hessian() {
      return Matrix.diag(diagonal);
    }
  };
}

/**
 * `hessianNumbers` of a diagonal H by products of the rows, the smaller of both
 *
 *     ‖HG − GH‖² = 2 Tr H²G² − 2 Tr HGHG,   Tr HAGBG = c² Σᵢⱼ (xᵢᵀHAxⱼ)(xᵢᵀBxⱼ)
 *
 * which has rounding of 10⁻⁸ where the two commute; µ_F, which wants all eigenvalues, is left out.
 */
export function diagonalNumbers(
  sample: Sample,
  curvature: Curvature,
  diagonal: Float64Array
): HessianNumbers {
  const {n, d, factor, whole, quantile, centred} = sample;
  const h = curvature.values;
  const seen = traceAndMean(sample, weighted(curvature, h));
  const noiseScale = fieller(sample, seen, "gᵀHg");
  const fisherStrongConvexity =
    n <= d
      ? noInverse(n, d)
      : absent(`the eigenvalues of ${d} parameters would take too long: one layer has them`);
  const without = (reason: string): HessianNumbers => {
    const none = absent(reason);
    return {noiseScale, alignment: none, commutator: none, fisherStrongConvexity};
  };
  if (!(traceOf(centred) > 0))
    return without("all rows are equal: there is no noise to hold beside H");
  if (Math.min(n, d) > mostProducts)
    return without(
      `Tr G² would take the products of ${Math.min(n, d)} rows or columns, more than ${mostProducts}: layers or some of the rows have it`
    );
  const share = whole ? factor / n : factor / (n - 1);
  const {quadratics, square} = scatterSeen(centred);
  const sizes = share * Math.sqrt(square) * Math.sqrt(sumOfSquares(h));
  const product = seen.trace.value / sizes;
  const raw = quadratics.map(quadratic => (2 * factor * quadratic) / (share * square));
  const mean = raw.reduce((sum, x) => sum + x / n, 0);
  const influence = seen.trace.influence.map((x, i) => x / sizes - (product * (raw[i] - mean)) / 2);
  const commutator = (share * Math.sqrt(apart(diagonal, centred))) / sizes;
  return {
    noiseScale,
    alignment: whole
      ? exactly(product)
      : around(product, influenceError(sample, influence), quantile, {least: 0, most: 1}),
    commutator: whole ? exactly(commutator) : estimatedNorm(commutator),
    fisherStrongConvexity
  };
}

const estimatedNorm = (value: number): Measure => ({
  ...absent("an estimate of a norm: rows that commute give more than 0 too"),
  value
});

const traceOf = ({n, row}: Rows): number => {
  let sum = 0;
  for (let i = 0; i < n; i++) sum += sumOfSquares(row(i));
  return sum;
};

/** ‖HK − KH‖² of the scatter K of the rows and H = diag h. */
function apart(h: Float64Array, rows: Rows): number {
  const {n, width: d} = rows;
  let sum = 0;
  if (n >= d) {
    const scatter = scatterOf(rows);
    for (let a = 0; a < d; a++)
      for (let b = 0; b < d; b++) sum += ((h[a] - h[b]) * scatter[a * d + b]) ** 2;
    return sum;
  }
  const scaled = (weight: (x: number) => number) => {
    const weights = h.map(weight);
    return gramOf(
      rows.map(d, (row, to) => {
        for (let a = 0; a < d; a++) to[a] = row[a] * weights[a];
      })
    );
  };
  const [all, once, twice] = [gramOf(rows), scaled(Math.sqrt), scaled(x => x)];
  for (let at = 0; at < all.length; at++) sum += all[at] * twice[at] - once[at] * once[at];
  return Math.max(0, 2 * sum);
}
