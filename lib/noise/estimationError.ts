import {integer, type MatrixLike, symmetricMatrix} from "../check.js";
import {square} from "../elementary/square.js";

/** Mean squared errors, Frobenius norm, of estimates of G from m Gaussian gradients. */
export interface EstimationErrors {
  /** E‖Ĝ − G‖² of the sample covariance with 1/(m−1). */
  readonly plugIn: number;
  /** E‖diag Ĝ − G‖²: what is sampled, and what is left out. */
  readonly diagonal: number;
  /** Σ of λⱼ² beyond the k-th: what no matrix of rank k can reach. */
  readonly rankFloor: number;
}

/**
 * Exact expected errors for Gaussian gradients
 *
 *     E‖Ĝ − G‖²_F = ((Tr G)² + ‖G‖²_F)/(m − 1)
 *     E‖diag Ĝ − G‖²_F = 2 Σ Gᵢᵢ²/(m − 1) + Σ_{i≠j} Gᵢⱼ²
 *
 * `G` is d×d and symmetric, per sample; `eigenvalues` are its own, for the floor of rank k.
 * Source: Var Ĝᵢⱼ = (GᵢᵢGⱼⱼ + Gᵢⱼ²)/(m − 1), Wishart; the rate of Fisher, §9.4.
 *
 * @throws RangeError on a G that is not symmetric, m < 2 or k < 1.
 * @example estimationErrors([[2]], {samples: 3, rank: 1, eigenvalues: [2]}).plugIn; // 4
 */
export function estimationErrors(
  G: MatrixLike,
  {samples, rank, eigenvalues}: {samples: number; rank: number; eigenvalues: readonly number[]}
): EstimationErrors {
  const g = symmetricMatrix("G", G);
  const m = integer("samples", samples, 2);
  const k = integer("rank", rank, 1);
  let squares = 0;
  let diagonals = 0;
  for (let i = 0; i < g.rows; i++)
    for (let j = 0; j < g.rows; j++) {
      squares += square(g.get(i, j));
      if (i === j) diagonals += square(g.get(i, i));
    }
  const beyond = [...eigenvalues].sort((a, b) => b - a).slice(k);
  return {
    plugIn: (square(g.trace()) + squares) / (m - 1),
    diagonal: (2 * diagonals) / (m - 1) + squares - diagonals,
    rankFloor: beyond.reduce((sum, x) => sum + x * x, 0)
  };
}
