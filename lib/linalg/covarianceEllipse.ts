import {integer, type MatrixLike, positive, symmetricMatrix} from "../check.js";

/** Mahalanobis radius of the ellipse that holds 95 % of a centred Gaussian in the plane: √(−2 ln 0.05). */
export const radius95 = Math.sqrt(-2 * Math.log(0.05));

/**
 * Points of the ellipse {x : xᵀΣ⁻¹x = r²} of a 2×2 covariance Σ, x(t) = r L (cos t, sin t)ᵀ with
 * Σ = LLᵀ (Cholesky), evenly spaced in t, first and last equal. A singular Σ gives the segment that
 * the ellipse degenerates to.
 *
 * @throws RangeError unless Σ is 2×2, symmetric and positive semi-definite, and radius > 0.
 * @example covarianceEllipse([[4, 0], [0, 1]], {radius: 1, points: 4}) // (2, 0), (0, 1), (−2, 0), …
 */
export function covarianceEllipse(
  covariance: MatrixLike,
  {radius = radius95, points = 96}: {radius?: number; points?: number} = {}
): [number, number][] {
  const m = symmetricMatrix("covariance", covariance, 2);
  positive("radius", radius);
  integer("points", points, 3);
  const [a, c, d] = [m.get(0, 0), m.get(0, 1), m.get(1, 1)];
  // √(ad), within 2 ε, where ad itself may overflow or underflow; c² counts as ad up to 8 ε of it.
  const most = Math.sqrt(Math.max(0, a)) * Math.sqrt(Math.max(0, d));
  if (a < 0 || d < 0 || Math.abs(c) > most * (1 + 6 * Number.EPSILON))
    throw new RangeError(`covariance must be positive semi-definite; got ${JSON.stringify(m)}`);
  const l11 = Math.sqrt(a);
  const l21 = l11 > 0 ? c / l11 : 0;
  const l22 = Math.sqrt(Math.max(0, d - l21 * l21));
  return Array.from({length: points + 1}, (_, k) => {
    const t = (2 * Math.PI * (k % points)) / points;
    const [x, y] = [Math.cos(t), Math.sin(t)];
    return [radius * l11 * x, radius * (l21 * x + l22 * y)];
  });
}
