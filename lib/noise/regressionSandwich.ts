import {Matrix, QrDecomposition} from "ml-matrix";
import {
  describe,
  type MatrixLike,
  matrix,
  NoSolutionError,
  optionsOf,
  positive,
  vector
} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {inRange} from "../inRange.js";
import {largestEntry} from "../linalg/dense.js";

/** How the squared residuals are corrected: not at all, by n/(n−p), or by leverage once or twice. */
export type SandwichKind = "HC0" | "HC1" | "HC2" | "HC3";

export interface RegressionSandwichOptions {
  /** X, n×p, one row per sample, of rank p; a column of ones where there is an intercept. */
  readonly design: MatrixLike;
  /** e = y − Xβ̂, n numbers, in the units of y. */
  readonly residuals: ArrayLike<number>;
  /** w > 0, one per sample, of a weighted least-squares fit; default 1. */
  readonly weights?: ArrayLike<number>;
  /** `HC0` to `HC3`. */
  readonly kind: SandwichKind;
}

const kinds: readonly SandwichKind[] = ["HC0", "HC1", "HC2", "HC3"];

/**
 * Covariance of least-squares coefficients that holds where the errors are of unequal variance
 *
 *     (XᵀWX)⁻¹ Xᵀ diag(wᵢ² eᵢ² fᵢ) X (XᵀWX)⁻¹,   W = diag(w)
 *     fᵢ = 1 (HC0),   n/(n−p) (HC1),   1/(1−hᵢ) (HC2),   1/(1−hᵢ)² (HC3),   hᵢ = wᵢ xᵢᵀ(XᵀWX)⁻¹xᵢ
 *
 * p×p, of the coefficients themselves, already divided by n. HC0 is `sandwichCovariance(H, G)/n` with H = XᵀX/n
 * and G the mean of eᵢ²xᵢxᵢᵀ. Method: QR of √W X, whose rows have the squared lengths hᵢ.
 * Source: White 1980; MacKinnon & White 1985; Fisher, Definition 3.3.
 *
 * @throws RangeError if shapes do not match, weights are not positive, `kind` is none of the four, HC1 has
 * n ≤ p, or the result is beyond the range of float64.
 * @throws NoSolutionError where X has not rank p, or HC2 or HC3 meet a leverage of 1.
 * @example
 * regressionSandwich({design: [[1], [1], [1]], residuals: [1, 0, -1], kind: "HC1"}); // [[1/3]]: s²/n
 */
export function regressionSandwich(options: RegressionSandwichOptions): Matrix {
  const {design, residuals, weights, kind} = optionsOf("regressionSandwich", options, [
    "design",
    "residuals",
    "weights",
    "kind"
  ]);
  if (!kinds.includes(kind))
    throw new RangeError(`kind must be one of ${kinds.join(", ")}; got ${describe(kind)}`);
  const X = matrix("design", design);
  const {rows: n, columns: p} = X;
  const e = vector("residuals", residuals, n);
  const roots = weights === undefined ? undefined : vector("weights", weights, n);
  roots?.forEach((w, i) => {
    roots[i] = Math.sqrt(positive(`weights[${i}]`, w));
  });
  if (n < p)
    throw new NoSolutionError(`design must have at least as many rows as columns; got ${n}×${p}`);
  if (kind === "HC1" && n === p)
    throw new RangeError(`design must have more rows than columns for HC1; got ${n}×${p}`);
  const powers = columnPowers(X);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < p; j++)
      X.set(i, j, scale(X.get(i, j), -powers[j]) * (roots ? roots[i] : 1));
  const size = Math.max(-1000, exponentOf(largestEntry(Float64Array.from(e))));
  const {Q, R} = thinQr(X);
  const meat = Matrix.zeros(p, p);
  for (let i = 0; i < n; i++) {
    const row = Q.getRow(i);
    const leverage = row.reduce((sum, q) => sum + q * q, 0);
    const weighted =
      scale(e[i], -size) * correction(kind, leverage, n, p, i) * (roots ? roots[i] : 1);
    for (let j = 0; j < p; j++)
      for (let k = 0; k < p; k++)
        meat.set(j, k, meat.get(j, k) + row[j] * weighted * (row[k] * weighted));
  }
  const half = backSubstituted(R, meat);
  const result = backSubstituted(R, half.transpose());
  for (let j = 0; j < p; j++)
    for (let k = 0; k <= j; k++) {
      const power = 2 * size - powers[j] - powers[k];
      const entry = scale(
        (result.get(j, k) + result.get(k, j)) / 2,
        Math.max(-2000, Math.min(2000, power))
      );
      result.set(j, k, j === k ? Math.max(0, entry) : entry);
      result.set(k, j, result.get(j, k));
    }
  return inRange("the covariance", result);
}

/** √f: what the residual of row `i` is multiplied by. */
function correction(kind: SandwichKind, leverage: number, n: number, p: number, i: number): number {
  if (kind === "HC0") return 1;
  if (kind === "HC1") return Math.sqrt(n / (n - p));
  const left = 1 - leverage;
  if (!(left > 100 * n * Number.EPSILON))
    throw new NoSolutionError(`${kind} needs leverages below 1; row ${i} has ${leverage}`);
  return kind === "HC2" ? 1 / Math.sqrt(left) : 1 / left;
}

/** The power of two of the largest entry of each column. */
function columnPowers(X: Matrix): number[] {
  return Array.from({length: X.columns}, (_, j) => {
    const largest = X.getColumn(j).reduce((most, x) => Math.max(most, Math.abs(x)), 0);
    if (largest === 0)
      throw new NoSolutionError(`design must have rank ${X.columns}; column ${j} is zero`);
    return exponentOf(largest);
  });
}

function thinQr(X: Matrix): {Q: Matrix; R: Matrix} {
  const {orthogonalMatrix: Q, upperTriangularMatrix: R} = new QrDecomposition(X);
  const pivots = R.diag().map(Math.abs);
  const least = X.rows * Number.EPSILON * X.norm();
  const at = pivots.findIndex(x => !(x > least));
  if (at >= 0)
    throw new NoSolutionError(
      `design must have rank ${X.columns}; column ${at} depends on those before it`
    );
  return {Q, R};
}

/** R⁻¹B for an upper triangular R. */
function backSubstituted(R: Matrix, B: Matrix): Matrix {
  const x = B.clone();
  for (let i = R.rows - 1; i >= 0; i--)
    for (let k = 0; k < x.columns; k++) {
      let sum = x.get(i, k);
      for (let j = i + 1; j < R.rows; j++) sum -= R.get(i, j) * x.get(j, k);
      x.set(i, k, sum / R.get(i, i));
    }
  return x;
}
