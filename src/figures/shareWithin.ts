/**
 * The share of a centred Gaussian in the plane within Σ θᵢ²/σᵢ² ≤ r², where `ratios` are its variances
 * over σᵢ²: 1 − e^{−r²/2q} averaged over the directions u, q = Σ ratioᵢ uᵢ². With ratios of 1 that is 1 − e^{−r²/2}.
 */
export function shareWithin([a, b]: readonly number[], radius: number): number {
  const directions = 360;
  let outside = 0;
  for (let k = 0; k < directions; k++) {
    const angle = (2 * Math.PI * k) / directions;
    outside += Math.exp(-(radius ** 2) / 2 / (a * Math.cos(angle) ** 2 + b * Math.sin(angle) ** 2));
  }
  return 1 - outside / directions;
}
