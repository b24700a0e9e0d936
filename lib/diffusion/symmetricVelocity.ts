import {inverse, type Matrix} from "ml-matrix";
import {type MatrixLike, symmetricMatrix} from "../check.js";
import {sgdCovariance} from "../stationary/sgdCovariance.js";

/**
 * V of E[(θₖ₊₁ − θₖ₋₁)/(2η) | θₖ = θ] = Vθ for SGD at rest on a quadratic with Gaussian noise,
 *
 *     V = ½(ΣHΣ⁻¹ − H),   Σ = (I − ηH)Σ(I − ηH) + η²C:
 *
 * forwards the mean is −Hθ, backwards, by Bayes' rule, E[θₖ₋₁ | θₖ] = Σ(I − ηH)Σ⁻¹θ. As η → 0 the velocity
 * RS⁻¹ of the probability current. 0 exactly if HΣ = ΣH: detailed balance of the recursion. `noise` = C.
 *
 * @throws as `sgdCovariance`.
 */
export function symmetricVelocity({
  hessian,
  noise,
  learningRate
}: {
  hessian: MatrixLike;
  noise: MatrixLike;
  learningRate: number;
}): Matrix {
  const H = symmetricMatrix("hessian", hessian);
  const S = sgdCovariance({hessian, noise, learningRate});
  return S.mmul(H).mmul(inverse(S)).sub(H).mul(0.5);
}
