import {type MatrixLike, positive, symmetricMatrix} from "../check.js";
import {linearCurrent} from "./linearCurrent.js";

/**
 * The rate ω at which the current of dθ = −Hθ dt + Q^½ dW turns at rest in the plane, H = diag(h₁, h₂):
 *
 *     velocity RS⁻¹θ with eigenvalues ±iω,   ω = |R₁₂|/√det S ≤ √(h₁h₂)
 *
 * in radians per unit of time, with the bound, reached for Q of rank one.
 *
 * @throws RangeError unless both curvatures are positive and Q is positive definite.
 * @example turningRate({curvatures: [1, 0.25], diffusion: [[1, 0.8], [0.8, 1]]}).bound // 0.5
 */
export function turningRate({
  curvatures,
  diffusion
}: {
  curvatures: readonly [number, number];
  diffusion: MatrixLike;
}): {rate: number; bound: number} {
  const [h1, h2] = curvatures;
  positive("curvatures[0]", h1);
  positive("curvatures[1]", h2);
  const {covariance: S, rotation} = linearCurrent({
    pull: [
      [h1, 0],
      [0, h2]
    ],
    diffusion: symmetricMatrix("diffusion", diffusion, 2)
  });
  const determinant = S.get(0, 0) * S.get(1, 1) - S.get(0, 1) ** 2;
  return {
    rate: Math.abs(rotation.get(0, 1)) / Math.sqrt(determinant),
    bound: Math.sqrt(h1 * h2)
  };
}
