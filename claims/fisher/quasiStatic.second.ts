/** Σ_t η_t² ∏_{s>t} (1 − η_sµ)², from the last step back, and the plateau as a geometric series. */
export function unrolled({product}: {product: number}): number {
  const steps = 200_000;
  let carried = 1;
  let risk = 0;
  for (let t = steps - 1; t >= Math.ceil(product); t--) {
    risk += (product / t) ** 2 * carried;
    carried *= (1 - product / t) ** 2;
  }
  const eta = product / steps;
  let plateau = 0;
  let term = eta * eta;
  while (term > 1e-18 * eta) {
    plateau += term;
    term *= (1 - eta) ** 2;
  }
  return risk / plateau;
}

function seriesRatio(): number {
  const at = (mu: number) => {
    const sum = (h: number) => {
      let total = 0;
      for (let term = 1e-6 * h; term > 1e-22; term *= (1 - 1e-3 * h) ** 2) total += term;
      return h * total;
    };
    return sum(mu) + sum(1);
  };
  return at(0.5) / at(1);
}

export const farFromPlateau = (each: {product: number}) => [unrolled(each), seriesRatio()];
