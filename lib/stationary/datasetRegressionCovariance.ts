import {Matrix, solve} from "ml-matrix";
import {integer, matrix, numberIn, positive, UnstableError} from "../check.js";

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
  if (d === 0 || n < 2 || labels.length !== n || inputs.some(x => x.length !== d))
    throw new RangeError(
      `inputs must be n×d with n ≥ 2, and labels have n entries; got ${n}×${d} and ${labels.length}`
    );
  matrix("inputs", inputs);
  for (const [i, y] of labels.entries()) numberIn(`labels[${i}]`, y, "(−∞, ∞)", Number.isFinite);
  const b = integer("batchSize", problem.batchSize, 1, replacement ? Infinity : n);
  const f = (replacement ? 1 - 1 / n : 1 - b / n) / b / (n - 1);
  const sums = gramSums(inputs, labels);
  const imbalance = Math.hypot(...sums.imbalance);
  if (imbalance > 1e-9 * sums.size)
    throw new RangeError(
      `labels must be residuals, orthogonal to the inputs; got a mean gradient of ${imbalance / n}`
    );
  const mean = new Matrix(sums.inputs).div(n);
  const step = Matrix.eye(d).sub(mean.clone().mul(lambda));
  const kick = new Matrix(sums.kicks).mul(f * lambda ** 2);
  const pairs = Array.from({length: d}, (_, i) =>
    Array.from({length: d - i}, (_, k) => [i, i + k])
  ).flat();
  const fourth = fourthMoments(inputs, pairs);
  const feedback = f * lambda ** 2;
  const map = new Matrix(pairs.length, pairs.length);
  for (const [column, [i, j]] of pairs.entries()) {
    const unit = new Matrix(d, d);
    unit.set(i, j, 1).set(j, i, 1);
    const drift = step.mmul(unit).mmul(step);
    const centred = mean.mmul(unit).mmul(mean).mul(n);
    const copies = i === j ? 1 : 2;
    for (const [row, [k, l]] of pairs.entries()) {
      const spread = copies * fourth[row * pairs.length + column] - centred.get(k, l);
      map.set(row, column, drift.get(k, l) + feedback * spread);
    }
  }
  if (!contracts(map, pairs))
    throw new UnstableError(
      `learningRate must be small enough for the second moment to contract; got ${lambda}`
    );
  const system = Matrix.eye(pairs.length).sub(map);
  const solution = solve(system, Matrix.columnVector(pairs.map(([i, j]) => kick.get(i, j))));
  const sigma = new Matrix(d, d);
  for (const [row, [i, j]] of pairs.entries())
    sigma.set(i, j, solution.get(row, 0)).set(j, i, solution.get(row, 0));
  return sigma;
}

/** Σ xᵢxⱼxₖxₗ over the rows x, for all pairs (i, j) and (k, l). */
function fourthMoments(
  inputs: readonly (readonly number[])[],
  pairs: readonly (readonly number[])[]
): Float64Array {
  const m = pairs.length;
  const sums = new Float64Array(m * m);
  const products = new Float64Array(m);
  for (const x of inputs) {
    for (let p = 0; p < m; p++) products[p] = x[pairs[p][0]] * x[pairs[p][1]];
    for (let p = 0; p < m; p++)
      for (let q = 0; q < m; q++) sums[p * m + q] += products[p] * products[q];
  }
  return sums;
}

/** True if the map of covariances, which is positive, has spectral radius below 1: its powers on I die out. */
function contracts(map: Matrix, pairs: readonly (readonly number[])[]): boolean {
  let s = Matrix.columnVector(pairs.map(([i, j]) => (i === j ? 1 : 0)));
  let size = 1;
  const d = pairs.filter(([i, j]) => i === j).length;
  for (let i = 0; i < 3000; i++) {
    s = map.mmul(s);
    size = pairs.reduce((sum, [k, l], p) => sum + (k === l ? s.get(p, 0) : 0), 0) / d;
    if (size < 1e-3) return true;
    if (size > 1e3) return false;
  }
  return size < 1;
}

/** Σ xxᵀ, Σ y²xxᵀ, Σ yx and Σ ‖x‖|y| over the rows of a data set. */
function gramSums(inputs: readonly (readonly number[])[], labels: readonly number[]) {
  const d = inputs[0].length;
  const table = () => Array.from({length: d}, () => new Array<number>(d).fill(0));
  const sums = {inputs: table(), kicks: table(), imbalance: new Array<number>(d).fill(0), size: 0};
  for (let r = 0; r < inputs.length; r++) {
    const x = inputs[r];
    const y = labels[r];
    let norm = 0;
    for (let i = 0; i < d; i++) {
      norm += x[i] * x[i];
      sums.imbalance[i] += x[i] * y;
      for (let j = 0; j < d; j++) {
        sums.inputs[i][j] += x[i] * x[j];
        sums.kicks[i][j] += y * y * x[i] * x[j];
      }
    }
    sums.size += Math.sqrt(norm) * Math.abs(y);
  }
  return sums;
}
