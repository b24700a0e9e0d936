import {
  add,
  identity,
  multiply,
  outer,
  product,
  type Square,
  scale,
  subtract,
  transpose
} from "../brute/arrays.js";
import type {Walk} from "../cases/walks.js";

/** Σ over kicks i, j of what is left of them, RᵢCRⱼᵀ ρ^|i−j|: kicks of covariance C and memory ρ. */
export const responses = ({hessian, rate, points, probabilities, steps, memory = 0}: Walk) => {
  const noise = points.reduce<Square>(
    (sum, x, i) => add(sum, scale(outer(x), probabilities[i])),
    scale(hessian, 0)
  );
  const keep = subtract(identity(hessian.length), scale(hessian, rate));
  const left: Square[] = [scale(identity(hessian.length), -rate)];
  while (left.length < steps) left.push(multiply(keep, left[left.length - 1]));
  let sigma = scale(hessian, 0);
  for (const [i, a] of left.entries())
    for (const [j, b] of left.entries())
      sigma = add(sigma, scale(product(a, noise, transpose(b)), memory ** Math.abs(i - j)));
  return sigma.flat();
};
