import {qhmRoom} from "./stability.js";

/**
 * E[wᵢwⱼ]/Cᵢⱼ for two modes, curvatures kᵢ and kⱼ, of quasi-hyperbolic momentum (finite-rate (72)).
 *
 * Each mode is the ARMA(2, 1) recursion wₜ = p wₜ₋₁ − q wₜ₋₂ − (α η − β η′), η′ the noise before η,
 * with α = λ(1−µν), β = λµ(1−ν), p = 1+µ−αk, q = µ−βk. Under s = (1−z)/(1+z) its polynomial becomes
 * b s² + 2c s + a with a = 1−p+q, b = 1+p+q, c = 1−q, all positive inside the stability region. The
 * sum over time of the products of two such responses has as denominator the resultant of one
 * polynomial in s and the other in −s, and with a = λ(1−µ)k every term below is positive, so
 * that nothing cancels.
 */
export function qhmGain(
  ki: number,
  kj: number,
  learningRate: number,
  momentum: number,
  nu: number
): number {
  const alpha = learningRate * (1 - momentum * nu);
  const beta = learningRate * momentum * (1 - nu);
  const step = learningRate * (1 - momentum);
  const of = (k: number) => ({
    b: qhmRoom(k, learningRate, momentum, nu),
    c: 1 - momentum + beta * k,
    opposite: 1 + momentum - beta * k
  });
  const x = of(ki);
  const y = of(kj);
  // Both sides of the fraction are divided by λ(1−µ), lest λ² underflow.
  const cross = x.b * kj - y.b * ki;
  const pull = x.c * kj + y.c * ki;
  const resultant = step * cross * cross + 4 * (x.b * y.c + y.b * x.c) * pull;
  const white = (step * (x.c * y.opposite + y.c * x.opposite)) / 2;
  return (16 * (white + alpha * beta * pull)) / resultant;
}
