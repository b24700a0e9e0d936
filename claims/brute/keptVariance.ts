/** Variance of w ← (1 − λk)w + λη, summed kick by kick. */
export function keptVariance(rate: number, curvature: number, noise: number): number {
  let sum = 0;
  for (let i = 0; i < 3000; i++) sum += rate ** 2 * noise * (1 - rate * curvature) ** (2 * i);
  return sum;
}
