import {Matrix} from "ml-matrix";

/**
 * An empirical risk L(w) = 1/n Σᵢ ℓᵢ(w): the loss and its gradient and Hessian are means over the
 * n samples, and `sampleGradients` holds ∇ℓᵢ in row i, so that its column means are `gradient`.
 */
export interface Problem {
  /** d, the number of parameters. */
  readonly dimension: number;
  /** n, the number of samples. */
  readonly samples: number;
  loss(weights: readonly number[]): number;
  gradient(weights: readonly number[]): number[];
  /** n×d. */
  sampleGradients(weights: readonly number[]): Matrix;
  /** d×d, symmetric. */
  hessian(weights: readonly number[]): Matrix;
}

/** The problem whose ℓᵢ(w) = φᵢ(xᵢᵀw): everything follows from φᵢ, φᵢ′ and φᵢ″ at the predictor. */
export function generalisedLinearProblem(
  features: Matrix,
  link: (predictor: number, sample: number) => {value: number; slope: number; curvature: number}
): Problem {
  const x = features.to2DArray();
  const n = features.rows;
  const d = features.columns;
  const at = (w: readonly number[]) => {
    if (w.length !== d) throw new RangeError(`weights must have ${d} entries; got ${w.length}`);
    return x.map((row, i) =>
      link(
        row.reduce((s, xj, j) => s + xj * w[j], 0),
        i
      )
    );
  };
  return {
    dimension: d,
    samples: n,
    loss: w => at(w).reduce((s, phi) => s + phi.value, 0) / n,
    gradient: w => {
      const phis = at(w);
      return Array.from(
        {length: d},
        (_, j) => phis.reduce((s, p, i) => s + p.slope * x[i][j], 0) / n
      );
    },
    sampleGradients: w => {
      const gradients = features.clone();
      for (const [i, phi] of at(w).entries()) gradients.mulRow(i, phi.slope);
      return gradients;
    },
    hessian: w => {
      const phis = at(w);
      const h = Matrix.zeros(d, d);
      for (let j = 0; j < d; j++)
        for (let k = j; k < d; k++) {
          const s = phis.reduce((sum, phi, i) => sum + phi.curvature * x[i][j] * x[i][k], 0) / n;
          h.set(j, k, s);
          h.set(k, j, s);
        }
      return h;
    }
  };
}
