import {integer, type MatrixLike, matrix} from "../check.js";
import {integerPower} from "../elementary/integerPower.js";
import {square} from "../elementary/square.js";
import {centre} from "../linalg/centre.js";

/**
 * Exact fourth moment E‖g_B − ψ̄‖⁴ of the mean of a mini-batch of b out of n given gradients
 *
 * With yᵢ = ψᵢ − ψ̄, A = Σ‖yᵢ‖⁴, T = Σ‖yᵢ‖², D = ‖Σ yᵢyᵢᵀ‖²_F and pᵣ the probability that r given
 * samples are all in the batch,
 *
 *     without replacement   b⁻⁴ [p₁A + p₂(T² + 2D − 7A) + p₃(12A − 2T² − 4D) + p₄(T² + 2D − 6A)]
 *     with replacement      b⁻⁴ [bA/n + b(b−1)(T² + 2D)/n²]
 *
 * which is Σ (yᵢ·yⱼ)(yₖ·yₗ) sorted by which indices coincide, with Σ yᵢ = 0. `gradients` is n×d;
 * the result has the unit of a gradient to the fourth power. It is what the variance of a measured
 * covariance needs; see `frobeniusError`.
 *
 * @param options.replacement default false.
 * @throws RangeError on bad input, or b > n without replacement.
 * @example
 * batchFourthMoment([[1], [2], [3]], 2); // (2·0.5⁴)/3
 */
export function batchFourthMoment(
  gradients: MatrixLike,
  batchSize: number,
  {replacement = false}: {replacement?: boolean} = {}
): number {
  const y = centre(matrix("gradients", gradients));
  const n = y.rows;
  const b = integer("batchSize", batchSize, 1, replacement ? Infinity : n);
  const squares = y.to2DArray().map(row => row.reduce((s, v) => s + v * v, 0));
  const a = squares.reduce((s, v) => s + v * v, 0);
  const t2 = square(squares.reduce((s, v) => s + v, 0));
  const d = square(y.transpose().mmul(y).norm());
  if (replacement)
    return ((b * a) / n + (b * (b - 1) * (t2 + 2 * d)) / square(n)) / integerPower(b, 4);
  const p1 = b / n;
  const p2 = n > 1 ? (p1 * (b - 1)) / (n - 1) : 0;
  const p3 = n > 2 ? (p2 * (b - 2)) / (n - 2) : 0;
  const p4 = n > 3 ? (p3 * (b - 3)) / (n - 3) : 0;
  const sum =
    p1 * a + p2 * (t2 + 2 * d - 7 * a) + p3 * (12 * a - 2 * t2 - 4 * d) + p4 * (t2 + 2 * d - 6 * a);
  return Math.max(0, sum) / integerPower(b, 4);
}
