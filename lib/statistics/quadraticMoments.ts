import {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";

/** Mean and standard deviation of xᵀFx. */
export interface QuadraticMoments {
  readonly mean: number;
  readonly standardDeviation: number;
}

/**
 * Mean and standard deviation of xᵀFx for Gaussian x ~ N(m, C)
 *
 *     E = Tr FC + mᵀFm,   Var = 2 Tr (FC)² + 4 mᵀFCFm
 *
 * F and C are d×d and symmetric; m defaults to 0. The average over R draws has standard error
 * √(Var/R). The mean holds for any law of x with these moments, the variance for Gaussian x alone.
 *
 * @throws RangeError on matrices that are not symmetric or do not match
 * @example
 * quadraticMoments([[1]], [[1]]); // χ² with one degree: {mean: 1, standardDeviation: √2}
 */
export function quadraticMoments(
  form: MatrixLike,
  covariance: MatrixLike,
  mean?: readonly number[]
): QuadraticMoments {
  const F = symmetricMatrix("form", form);
  const C = symmetricMatrix("covariance", covariance, F.rows);
  const d = F.rows;
  const m = mean ?? new Array<number>(d).fill(0);
  if (m.length !== d) throw new RangeError(`mean must have ${d} entries; got ${m.length}`);
  const product = F.mmul(C);
  const shift = F.mmul(Matrix.columnVector([...m])).getColumn(0);
  const spread = C.mmul(Matrix.columnVector(shift)).getColumn(0);
  let squares = 0;
  for (let i = 0; i < d; i++)
    for (let j = 0; j < d; j++) squares += product.get(i, j) * product.get(j, i);
  const along = (u: readonly number[], v: readonly number[]) =>
    u.reduce((sum, x, i) => sum + x * v[i], 0);
  return {
    mean: product.trace() + along(m, shift),
    standardDeviation: Math.sqrt(2 * squares + 4 * along(shift, spread))
  };
}
