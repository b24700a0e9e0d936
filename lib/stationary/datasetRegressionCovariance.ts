import {Matrix, solve} from "ml-matrix";
import {integer, positive, UnstableError} from "../check.js";

/** A fixed data set whose least-squares solution is w = 0, and how batches are drawn from it. */
export interface DatasetRegression {
  readonly inputs: readonly (readonly number[])[];
  /** Residuals, orthogonal to every column of `inputs`. */
  readonly labels: readonly number[];
  readonly batchSize: number;
  readonly replacement?: boolean;
  readonly learningRate: number;
}

/**
 * Exact stationary covariance of mini-batch SGD on ½(wᵀx − y)² with a fixed data set
 *
 *     Σ = (I − λĀ)Σ(I − λĀ) + λ²f (n−1)⁻¹ Σᵢ [(xᵢxᵢᵀ − Ā)Σ(xᵢxᵢᵀ − Ā) + yᵢ²xᵢxᵢᵀ]
 *
 * Ā = n⁻¹ Σᵢ xᵢxᵢᵀ; f = (1/b)(1 − b/n) where a batch holds no row twice (the default) and
 * (1/b)(1 − 1/n) with `replacement`. `inputs` is n×d, `labels` its n residuals, so that every
 * gradient at w = 0 has mean zero; λ (`learningRate`) > 0. Both the noise at the minimum and its
 * growth with Σ are there: nothing is approximated, and no distribution assumed.
 *
 * Method: w ← w − λ(A_B w − c_B) with (A_B, c_B) independent of w and E w = 0; the d(d+1)/2 entries
 * of Σ from a linear system. Source: derived here; it is what finite-rate (4.7) asks for.
 *
 * @throws UnstableError where the second moment does not contract
 * @throws RangeError on shapes that do not match, or labels that are no residuals
 * @example
 * datasetRegressionCovariance({inputs: [[1], [1]], labels: [1, -1], batchSize: 1, learningRate: 1});
 * // [[1]]: every batch moves w to its label
 */
export function datasetRegressionCovariance(problem: DatasetRegression): Matrix {
  const {inputs, labels, replacement = false} = problem;
  const lambda = positive("learningRate", problem.learningRate);
  const n = inputs.length;
  const d = inputs[0]?.length ?? 0;
  const b = integer("batchSize", problem.batchSize, 1, replacement ? Infinity : n);
  if (d === 0 || n < 2 || labels.length !== n || inputs.some(x => x.length !== d))
    throw new RangeError(
      `inputs must be n×d with n ≥ 2, and labels have n entries; got ${n}×${d} and ${labels.length}`
    );
  const f = (replacement ? 1 - 1 / n : 1 - b / n) / b / (n - 1);
  const mean = new Matrix(d, d);
  for (const x of inputs) rankOne(mean, x, 1 / n);
  const imbalance = inputs.reduce(
    (sum, x, i) => sum.map((s, j) => s + x[j] * labels[i]),
    Array<number>(d).fill(0)
  );
  const size = inputs.reduce((sum, x, i) => sum + Math.hypot(...x) * Math.abs(labels[i]), 0);
  if (Math.hypot(...imbalance) > 1e-9 * size)
    throw new RangeError(
      `labels must be residuals, orthogonal to the inputs; got a mean gradient of ${Math.hypot(...imbalance) / n}`
    );
  const step = Matrix.eye(d).sub(mean.clone().mul(lambda));
  const kick = new Matrix(d, d);
  for (const [i, x] of inputs.entries()) rankOne(kick, x, labels[i] ** 2 * f * lambda ** 2);
  const pairs = Array.from({length: d}, (_, i) =>
    Array.from({length: d - i}, (_, k) => [i, i + k])
  ).flat();
  const next = (s: Matrix): Matrix => {
    const out = step.mmul(s).mmul(step);
    for (const x of inputs) {
      const sx = s.mmul(Matrix.columnVector(x as number[])).to1DArray();
      const quadratic = x.reduce((sum, v, i) => sum + v * sx[i], 0);
      rankOne(out, x, lambda ** 2 * f * quadratic);
    }
    const centred = mean
      .mmul(s)
      .mmul(mean)
      .mul(n * f * lambda ** 2);
    return out.sub(centred);
  };
  const system = new Matrix(pairs.length, pairs.length);
  for (const [column, [i, j]] of pairs.entries()) {
    const unit = new Matrix(d, d);
    unit.set(i, j, 1).set(j, i, 1);
    const image = next(unit);
    for (const [row, [k, l]] of pairs.entries())
      system.set(row, column, (row === column ? 1 : 0) - image.get(k, l));
  }
  const solution = solve(system, Matrix.columnVector(pairs.map(([i, j]) => kick.get(i, j))));
  const sigma = new Matrix(d, d);
  for (const [row, [i, j]] of pairs.entries())
    sigma.set(i, j, solution.get(row, 0)).set(j, i, solution.get(row, 0));
  if (!contracts(next, d))
    throw new UnstableError(
      `learningRate must be small enough for the second moment to contract; got ${lambda}`
    );
  return sigma;
}

/** True if the positive map s ↦ next(s) has spectral radius below 1: its powers on I die out. */
function contracts(next: (s: Matrix) => Matrix, d: number): boolean {
  let s = Matrix.eye(d);
  let size = 1;
  for (let i = 0; i < 3000; i++) {
    s = next(s);
    size = s.trace() / d;
    if (size < 1e-3) return true;
    if (size > 1e3) return false;
  }
  return size < 1;
}

function rankOne(out: Matrix, x: readonly number[], factor: number): void {
  for (const [i, a] of x.entries())
    for (const [j, b] of x.entries()) out.set(i, j, out.get(i, j) + factor * a * b);
}
