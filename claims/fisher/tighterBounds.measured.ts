import {
  add,
  largestEigenvalue,
  multiply,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import type {Curved} from "../cases/geometry.js";

/** (Tr F²/µ_F²)/(‖F‖ Tr F/λmin(H)²); above any bound where µ_F ≤ 0. */
export function ratio({hessian, noise}: Curved): number {
  const fh = multiply(noise, hessian);
  const mu = smallestEigenvalue(scale(add(fh, transpose(fh)), 0.5), noise);
  const own = trace(multiply(noise, noise)) / Math.max(mu, 0) ** 2;
  return (own * smallestEigenvalue(hessian) ** 2) / (largestEigenvalue(noise) * trace(noise));
}
