/**
 * E[wᵢwⱼ]/Cᵢⱼ for two modes, curvatures kᵢ and kⱼ, of heavy ball with rate λ and momentum µ.
 *
 * Each mode is the second-order recursion wₜ = (1+µ−κ)wₜ₋₁ − µwₜ₋₂ − λη, κ = λk, and the sum over t
 * of the products of two such impulse responses is rational in the coefficients. Written with
 * 1+µ−κ/2 > 0, every term of the denominator is positive, so nothing cancels:
 *
 * λ²(1−µ²) / ((1−µ)²[κᵢ(1+µ−κⱼ/2) + κⱼ(1+µ−κᵢ/2)] + µ(κᵢ−κⱼ)²).
 */
export function heavyBallGain(
  ki: number,
  kj: number,
  learningRate: number,
  momentum: number
): number {
  const x = learningRate * ki;
  const y = learningRate * kj;
  const drift = x * (1 + momentum - y / 2) + y * (1 + momentum - x / 2);
  const damped = 1 - momentum;
  return (
    (learningRate * learningRate * damped * (1 + momentum)) /
    (damped * damped * drift + momentum * (x - y) * (x - y))
  );
}
