/** Decaying steps over the plateau of a constant step η_T, by two recursions; one curvature. */
export function overPlateau({product}: {product: number}): number {
  const steps = 200_000;
  let risk = 0;
  // From where the steps are stable on; what came before is forgotten as T^{−2η₀µ}.
  const from = Math.ceil(product);
  for (let t = from; t < steps; t++) risk = (1 - product / t) ** 2 * risk + (product / t) ** 2;
  const eta = product / steps;
  let plateau = 0;
  for (let t = 0; t < (12 * steps) / product; t++) plateau = (1 - eta) ** 2 * plateau + eta ** 2;
  return risk / plateau;
}

/** Tr FΣ of the constant step 10⁻³ with F = H = diag(µ, 1), at µ = ½ over µ = 1. */
function plateauRatio(): number {
  const at = (mu: number) => {
    let [slow, fast] = [0, 0];
    for (let t = 0; t < 30_000; t++) {
      slow = (1 - 1e-3 * mu) ** 2 * slow + 1e-6 * mu;
      fast = (1 - 1e-3) ** 2 * fast + 1e-6;
    }
    return mu * slow + fast;
  };
  return at(0.5) / at(1);
}

export const farFromPlateau = (each: {product: number}) => [overPlateau(each), plateauRatio()];
