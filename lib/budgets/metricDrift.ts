import {Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {largestRatio} from "../linalg/largestRatio.js";
import {symmetricEigen} from "../linalg/symmetricEigen.js";
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
 * The monitor of the frozen-metric regime beside what it is to control
 *
 *     δ_F = ‖F − F⋆‖/‖F⋆‖ ≤ ε = max |λ(F⋆^{−1/2} F F⋆^{−1/2}) − 1| ≤ κ_F δ_F
 *
 * Both ends are attained: ε = δ_F along the largest axis of F⋆, ε = κ_F δ_F along the smallest.
 * Norms are operator norms. Source: Fisher, §9.3 and Lemma 6.1.
 *
 * @throws NoSolutionError when F⋆ is not positive definite to working precision
 * @throws RangeError when a matrix is not symmetric or they do not match
 * @example
 * metricDrift([[1, 0], [0, 0.02]], [[1, 0], [0, 0.01]]); // monitor 0.01, least 1, bound 1
 */
export function metricDrift(F: MatrixLike, frozen: MatrixLike): MetricDrift {
  const star = symmetricMatrix("frozen", frozen);
  const f = symmetricMatrix("F", F, star.rows);
  const {values} = informationSpectrum(star);
  const difference = Matrix.sub(f, star);
  const eigen = symmetricEigen(difference).values;
  const size = Math.max(Math.abs(eigen[0]), Math.abs(eigen[eigen.length - 1]));
  const least = Math.max(
    largestRatio(difference, star),
    largestRatio(difference.clone().neg(), star)
  );
  return {monitor: size / values[values.length - 1], least, bound: size / values[0]};
}
