import {solveSmall} from "../linalg/solveSmall.js";

/** Orders near their optimum, where demand has nearly the same density everywhere. */
export interface SettledOrders {
  /** U, d × m: how the orders x move with the coordinates θ. */
  readonly directions: readonly (readonly number[])[];
  /** Dᵢ = (pᵢ + hᵢ) times the density of demand i at its order, d numbers. */
  readonly curvatures: readonly number[];
  /** G, m × m: the covariance of one day's gradient at θ⋆. */
  readonly noise: readonly (readonly number[])[];
  readonly learningRate: number;
  readonly batchSize: number;
}

/**
 * Covariance Σ of orders at rest under SGD with batches of b, for gradients that jump
 *
 *     HΣ + ΣH = ηHΣH + (η/b) [G − Uᵀ diag(Dᵢ² (UΣUᵀ)ᵢᵢ) U],   H = Uᵀ diag(D) U
 *
 * Exact for independent demands, each uniform over the orders that occur: an order that strays by δ from its best
 * makes the indicator less even, F(1 − F) = q(1 − q) + (1 − 2q) Dδ/(p + h) − (Dδ/(p + h))², so that noise falls as
 * orders stray. For a single product the two effects of a finite step cancel at b = 1
 *
 *     Σ = (η/b) G / (2H − ηH²(1 − 1/b))
 *
 * @example // the continuous value ηG/(2H), at any rate
 * jumpCovariance({directions: [[1]], curvatures: [1], noise: [[1]], learningRate: 0.5, batchSize: 1}); // [[0.25]]
 */
export function jumpCovariance(orders: SettledOrders): number[][] {
  const {directions: U, curvatures: D, noise: G, learningRate: eta, batchSize: b} = orders;
  const m = G.length;
  const each = Array.from({length: m}, (_, k) => k);
  const H = each.map(k =>
    each.map(l => D.reduce((sum, curvature, i) => sum + U[i][k] * curvature * U[i][l], 0))
  );
  const system = new Float64Array(m * m * m * m);
  const right = new Float64Array(m * m);
  for (const i of each)
    for (const j of each) {
      const row = i * m + j;
      right[row] = (eta * G[i][j]) / b;
      for (const k of each)
        for (const l of each) {
          const loss = D.reduce(
            (sum, curvature, p) =>
              sum + U[p][i] * U[p][j] * curvature * curvature * U[p][k] * U[p][l],
            0
          );
          system[row * m * m + k * m + l] =
            H[i][k] * (j === l ? 1 : 0) +
            (i === k ? 1 : 0) * H[l][j] -
            eta * (H[i][k] * H[l][j] - loss / b);
        }
    }
  solveSmall(system, right);
  return each.map(i => each.map(j => right[i * m + j]));
}
