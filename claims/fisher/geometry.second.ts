import {add, inverse, lowerFactor, multiply, product, scale, transpose} from "../brute/arrays.js";
import type {Curved} from "../cases/geometry.js";

/** The least eigenvalue of L⁻¹ (GH + HG)/2 L⁻ᵀ, G = LLᵀ, by power iteration on its distance from a bound. */
export function coercivity({hessian: h, noise: g}: Curved): number {
  const back = inverse(lowerFactor(g));
  const gh = multiply(g, h);
  const s = product(back, scale(add(gh, transpose(gh)), 0.5), transpose(back));
  const bound = 1 + Math.hypot(...s.flat());
  let v = s.map((_, i) => 1 + i / 10);
  let value = 0;
  for (let k = 0; k < 6000; k++) {
    const up = s.map((row, i) => bound * v[i] - row.reduce((sum, x, j) => sum + x * v[j], 0));
    const length = Math.hypot(...up);
    value = bound - length / Math.hypot(...v);
    v = up.map(x => x / length);
  }
  return value;
}
