import {type MatrixLike, NoSolutionError, symmetricMatrix} from "../check.js";
import {type SymmetricEigen, symmetricEigen} from "../linalg/symmetricEigen.js";

/**
 * The eigendecomposition of a positive definite F.
 *
 * @throws NoSolutionError when F is not positive definite to working precision
 */
export function informationSpectrum(F: MatrixLike): SymmetricEigen {
  const eigen = symmetricEigen(symmetricMatrix("F", F));
  const {values} = eigen;
  const largest = values[values.length - 1];
  if (!(values[0] > values.length * Number.EPSILON * largest))
    throw new NoSolutionError(
      `F must be positive definite; got eigenvalues from ${values[0]} to ${largest}`
    );
  return eigen;
}
