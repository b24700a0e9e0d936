import {CholeskyDecomposition, Matrix, SingularValueDecomposition} from "ml-matrix";
import {integer, type MatrixLike, matrix, positive} from "../check.js";
import {hypot} from "../elementary/hypot.js";
import type {Problem} from "./problem.js";
import {SeparationError, separatingDirection} from "./separation.js";

/** Raised where an iteration ends without reaching its tolerance. */
export class ConvergenceError extends Error {
  override name = "ConvergenceError";
}

export interface BinaryFit {
  weights: number[];
  /** ‖∇L‖ at the weights. */
  gradientNorm: number;
  iterations: number;
}

export interface FitOptions {
  /** Of ‖∇L‖; default 1e-12, which gradients of badly scaled features do not reach. */
  readonly tolerance?: number;
  /** Default 200. */
  readonly maxIterations?: number;
}

/** A model of binary labels whose ℓᵢ falls with the margin zᵢ = (2yᵢ − 1)xᵢᵀw, is convex, and log 2 at 0. */
export interface BinaryModel {
  readonly problem: (features: Matrix, labels: readonly number[]) => Problem;
  /** −ℓ′ at a margin, which is positive. */
  readonly miss: (margin: number) => number;
}

/**
 * The maximum-likelihood fit of a model of binary labels: the w with ∇L(w) = 0, to ‖∇L‖ ≤ tolerance
 *
 * Newton's method from w = 0, halving the step until the loss decreases. No finite minimiser exists
 * when some v ≠ 0 has zᵢ·v ≥ 0 for all signed rows zᵢ = (2yᵢ − 1)xᵢ (Albert & Anderson 1984); the
 * iterates then run away along such a v, ‖∇L‖ still falls below any tolerance, and v is found,
 * verified and thrown. Conversely a returned fit carries a proof that no such v exists: with
 * λᵢ = −ℓ′(zᵢ·w), n∇L = −Σ λᵢzᵢ gives zᵢ·v ≤ n‖∇L‖/λ_min for each i and unit v, whereas
 * maxᵢ|zᵢ·v| ≥ s_min(X)/√n.
 *
 * @throws SeparationError when the classes are separable, completely or quasi-completely.
 * @throws ConvergenceError when the tolerance is out of reach, or when neither a separating
 * direction nor its absence could be proved (nearly separable classes).
 * @throws RangeError on bad input or linearly dependent columns.
 */
export function fitBinaryRegression(
  {problem: problemOf, miss}: BinaryModel,
  features: MatrixLike,
  labels: readonly number[],
  {tolerance = 1e-12, maxIterations = 200}: FitOptions = {}
): BinaryFit {
  positive("tolerance", tolerance);
  integer("maxIterations", maxIterations, 1);
  const x = matrix("features", features);
  const problem = problemOf(x, labels);
  const spectrum = new SingularValueDecomposition(x, {
    computeLeftSingularVectors: false,
    computeRightSingularVectors: false,
    autoTranspose: true
  }).diagonal;
  const smallest = x.rows < x.columns ? 0 : Math.min(...spectrum);
  if (!(smallest > x.rows * Number.EPSILON * Math.max(...spectrum)))
    throw new RangeError(
      `features must have linearly independent columns; got singular values from ${smallest} to ${Math.max(...spectrum)}`
    );
  const signed = x.clone();
  for (const [i, y] of labels.entries()) signed.mulRow(i, 2 * y - 1);

  let weights = new Array<number>(x.columns).fill(0);
  let loss = problem.loss(weights);
  for (let iteration = 0; iteration <= maxIterations; iteration++) {
    const gradient = problem.gradient(weights);
    const gradientNorm = hypot(...gradient);
    if (gradientNorm <= tolerance && isUnique(signed, {weights, gradientNorm, smallest, miss}))
      return {weights, gradientNorm, iterations: iteration};
    if (gradientNorm <= tolerance || loss < Math.LN2 / x.rows) refuse(signed, weights);
    const hessian = new CholeskyDecomposition(problem.hessian(weights));
    if (!hessian.isPositiveDefinite()) refuse(signed, weights);
    const step = hessian.solve(Matrix.columnVector(gradient)).getColumn(0);
    const decrement = step.reduce((s, v, j) => s + v * gradient[j], 0);
    for (let t = 1; ; t /= 2) {
      const trial = weights.map((w, j) => w - t * step[j]);
      const trialLoss = problem.loss(trial);
      if (trialLoss <= loss - 1e-4 * t * decrement + 4 * Number.EPSILON * loss) {
        weights = trial;
        loss = trialLoss;
        break;
      }
      if (t < 1e-10)
        throw new ConvergenceError(
          `no descent at ‖∇L‖ = ${gradientNorm}; standardise the features`
        );
    }
  }
  throw new ConvergenceError(
    `‖∇L‖ must reach ${tolerance}; got ${hypot(...problem.gradient(weights))} after ${maxIterations} iterations; standardise the features`
  );
}

/** Where an iteration stands. */
interface Reached {
  readonly weights: readonly number[];
  readonly gradientNorm: number;
  /** The least singular value of the features. */
  readonly smallest: number;
  readonly miss: BinaryModel["miss"];
}

/** Whether the gradient is small enough, next to every λᵢ, to exclude a separating direction. */
function isUnique(signed: Matrix, {weights, gradientNorm, smallest, miss}: Reached): boolean {
  const n = signed.rows;
  const margins = signed.mmul(Matrix.columnVector(weights as number[])).getColumn(0);
  const misses = margins.map(miss);
  const rounding = n * Number.EPSILON * signed.norm();
  const bound = (n * (gradientNorm + rounding)) / misses.reduce((a, b) => Math.min(a, b));
  return bound < smallest / Math.sqrt(n);
}

function refuse(signed: Matrix, weights: readonly number[]): never {
  const found = separatingDirection(signed, weights);
  if (found) throw new SeparationError(found.direction, found.kind);
  throw new ConvergenceError(
    "the classes are nearly separable: neither a separating direction nor its absence can be proved in double precision"
  );
}
