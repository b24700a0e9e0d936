import {compensatedProduct, exact, rounded} from "../linalg/compensatedProduct.js";
import {type Dense, intoBasis, multiply, transpose} from "../linalg/dense.js";
import {denseEigen} from "../linalg/symmetricEigen.js";

/**
 * The eigenvalues of ΛK and the matrix U with UUᵀ = Λ and UᵀKU = diag(curvatures), for Λ = LLᵀ: in
 * w = Uv, preconditioned heavy ball is heavy ball at rate 1 on uncoupled modes.
 *
 * Method: U = LV, V the eigenvectors of LᵀKL, which is symmetric where ΛK is not; its products are
 * formed in twice the working precision, as a small eigenvalue of ΛK is lost in LᵀKL once rounded.
 */
export function preconditionedFrame(
  k: Dense,
  l: Dense,
  n: number
): {curvatures: Float64Array; vectors: Dense} {
  const lt = transpose(l, n);
  const {values, vectors} = denseEigen(intoBasis(k, l, n), n, v =>
    rounded(compensatedProduct(lt, compensatedProduct(k, compensatedProduct(l, exact(v), n), n), n))
  );
  return {curvatures: values, vectors: multiply(l, vectors, n)};
}
