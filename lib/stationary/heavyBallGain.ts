import {heavyBallRoom} from "./stability.js";

/**
 * E[wᵢwⱼ]/Cᵢⱼ for two modes, curvatures kᵢ and kⱼ, of heavy ball with rate λ and momentum µ.
 *
 * Each mode is the second-order recursion wₜ = (1+µ−κ)wₜ₋₁ − µwₜ₋₂ − λη, κ = λk, and the sum over t
 * of the products of two such impulse responses is rational in the coefficients. Written with
 * 1+µ−κ/2 > 0, every term of the denominator is positive, so nothing cancels:
 *
 * λ(1−µ²) / ((1−µ)²[kᵢ(1+µ−κⱼ/2) + kⱼ(1+µ−κᵢ/2)] + µλ(kᵢ−kⱼ)²).
 */
export function heavyBallGain(
  ki: number,
  kj: number,
  learningRate: number,
  momentum: number
): number {
  const room = (k: number) => heavyBallRoom(k, learningRate, momentum);
  const drift = ki * room(kj) + kj * room(ki);
  const damped = 1 - momentum;
  const apart = ((momentum * learningRate * (ki - kj)) / damped) * (ki - kj);
  return (learningRate * (1 + momentum)) / (damped * drift + apart);
}
