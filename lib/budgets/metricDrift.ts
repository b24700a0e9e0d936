import {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {toDense} from "../linalg/dense.js";
import {coarseValues} from "../linalg/symmetricEigen.js";
import {informationSpectrum} from "./informationSpectrum.js";

/** How far a metric is from the frozen one. */
export interface MetricDrift {
  /** δ_F = ‖F(θ) − F⋆‖/‖F⋆‖. */
  readonly monitor: number;
  /** The least ε with (1 − ε)F⋆ ⪯ F(θ) ⪯ (1 + ε)F⋆. */
  readonly least: number;
  /** κ_F δ_F, which ε never exceeds. */
  readonly bound: number;
}

/**
 * The monitor of the frozen-metric regime beside what it is to control, of any F against one F⋆
 *
 *     δ_F = ‖F − F⋆‖/‖F⋆‖ ≤ ε = max |λ(F⋆^{−1/2} F F⋆^{−1/2}) − 1| ≤ κ_F δ_F
 *
 * Both ends are attained: ε = δ_F along the largest axis of F⋆, ε = κ_F δ_F along the smallest.
 * Norms are operator norms. Source: Fisher, §9.3 and Lemma 6.1.
 *
 * @throws NoSolutionError when F⋆ is not positive definite to working precision
 * @throws RangeError when a matrix is not symmetric or they do not match
 * @example driftFrom([[1, 0], [0, 0.01]])([[1, 0], [0, 0.02]]); // monitor 0.01, least 1, bound 1
 */
export function driftFrom(frozen: MatrixLike): (F: MatrixLike) => MetricDrift {
  const star = symmetricMatrix("frozen", frozen);
  const {values, vectors} = informationSpectrum(star);
  const turned = vectors.transpose();
  return F => {
    const difference = Matrix.sub(symmetricMatrix("F", F, star.rows), star);
    const inBasis = turned.mmul(difference).mmul(vectors);
    const whitened = Matrix.zeros(star.rows, star.rows);
    for (let i = 0; i < star.rows; i++)
      for (let j = i; j < star.rows; j++) {
        const entry =
          (inBasis.get(i, j) + inBasis.get(j, i)) / 2 / Math.sqrt(values[i] * values[j]);
        whitened.set(i, j, entry);
        whitened.set(j, i, entry);
      }
    const size = extent(difference);
    return {
      monitor: size / values[values.length - 1],
      least: extent(whitened),
      bound: size / values[0]
    };
  };
}

/** The same for one F. */
export const metricDrift = (F: MatrixLike, frozen: MatrixLike): MetricDrift => driftFrom(frozen)(F);

/** The operator norm of a symmetric matrix. */
function extent(symmetric: Matrix): number {
  const values = coarseValues(toDense(symmetric), symmetric.rows);
  return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
}
