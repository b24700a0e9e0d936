import {Matrix} from "ml-matrix";
import {type MatrixLike, squareMatrix} from "../check.js";
import {exponentOf, scale} from "../elementary/bits.js";
import {inRange} from "../inRange.js";
import {continuousLyapunov} from "./continuousLyapunov.js";
import {type Dense, largestEntry, scaledBy, symmetricProduct, toDense, transpose} from "./dense.js";
import {discreteLyapunov} from "./discreteLyapunov.js";
import {coarseValues} from "./symmetricEigen.js";

/**
 * Condition of A X + X Aᵀ = Q: what a relative change of A and Q may become in X
 *
 *     ‖δX‖/‖X‖ ≤ κε + O(ε²)   for ‖δA‖ ≤ ε‖A‖, ‖δQ‖ ≤ ε‖Q‖,   κ = 4‖A‖‖H‖,   A H + H Aᵀ = I
 *
 * with spectral norms; A n×n, X and Q symmetric. ‖H‖ is the norm of the inverse of X ↦ AX + XAᵀ, the
 * reciprocal of sep(A, −Aᵀ) in that norm, exactly and not as an estimate: the inverse keeps positive
 * semidefinite matrices so, and such a map is largest at I. Entries that were rounded once are known to
 * ε = 2⁻⁵³, so that X has lost about log₁₀ κ of 16 digits, whoever computes it.
 * Source: Hewer and Kenney 1988, with ‖Q‖ ≤ 2‖A‖‖X‖.
 *
 * @throws what `continuousLyapunov` throws; RangeError where κ is beyond the range of float64
 * @example
 * continuousLyapunovCondition([[1, 0], [0, 100]]); // 200: ‖A‖ = 100, ‖H‖ = ½
 */
export function continuousLyapunovCondition(A: MatrixLike): number {
  const a = squareMatrix("A", A);
  const n = a.rows;
  const inverse = largestValue(continuousLyapunov(a, Matrix.eye(n)));
  return inRange("the condition", 4 * (spectralNorm(toDense(a), n) * inverse));
}

/**
 * Condition of X = A X Aᵀ + Q, likewise
 *
 *     κ = (1 + 3‖A‖²)‖H‖,   H = A H Aᵀ + I
 *
 * Source: Gahinet, Laub, Kenney and Hewer 1990, with ‖Q‖ ≤ (1 + ‖A‖²)‖X‖.
 *
 * @throws what `discreteLyapunov` throws; RangeError where κ is beyond the range of float64
 * @example
 * discreteLyapunovCondition([[0.5]]); // 7/3
 */
export function discreteLyapunovCondition(A: MatrixLike): number {
  const a = squareMatrix("A", A);
  const n = a.rows;
  const norm = spectralNorm(toDense(a), n);
  const inverse = largestValue(discreteLyapunov(a, Matrix.eye(n)));
  return inRange("the condition", inverse + 3 * norm * inverse * norm);
}

const largestValue = (h: Matrix): number => coarseValues(toDense(h), h.rows)[h.rows - 1];

/** √λmax(AᵀA). */
function spectralNorm(a: Dense, n: number): number {
  const size = exponentOf(largestEntry(a));
  const scaled = scaledBy(a, -size);
  const values = coarseValues(symmetricProduct(transpose(scaled, n), scaled, n), n);
  return scale(Math.sqrt(values[n - 1]), size);
}
