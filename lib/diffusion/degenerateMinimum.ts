import {numberIn} from "../check.js";
import {exp} from "../elementary/exp.js";
import type {NoiseSource, UniformSource} from "../random/source.js";

/** Euler's constant γ. */
const euler = 0.5772156649015329;

/**
 * β E L for L = ½θ₁²θ₂² under the tempered posterior ∝ e^{−βL} on the square [−1, 1]²
 *
 *     β E L = λ − (m − 1)/(log 2β + γ),   λ = ½, m = 2,   γ Euler's constant
 *
 * up to terms of order e^{−β/2}. λ is the learning coefficient, m its multiplicity. β ≥ 10.
 * Source: notes, section 3 (singular learning theory); from Z(β) = √(8π/β) ∫₀^{√(β/2)} erf(y)/y dy.
 *
 * @throws RangeError where inverseTemperature < 10
 * @example temperedMeanLoss(400) // 0.362
 */
export function temperedMeanLoss(inverseTemperature: number): number {
  numberIn("inverseTemperature", inverseTemperature, "[10, ∞)", b => b >= 10);
  return 0.5 - 1 / (Math.log(2 * inverseTemperature) + euler);
}

/** A draw from the density ∝ e^{−βθ₁²θ₂²/2} on [−1, 1]², by rejection. */
export function drawTempered(source: UniformSource, inverseTemperature: number): [number, number] {
  for (;;) {
    const x = 2 * source.next() - 1;
    const y = 2 * source.next() - 1;
    if (source.next() < exp((-inverseTemperature * x * x * y * y) / 2)) return [x, y];
  }
}

/**
 * One update on L = ½u², u = θ₁θ₂, at rate η under isotropic noise: θ ← θ − η∇L + √(2η/β) z, folded back
 * into the square. As η → 0 its stationary law is the tempered posterior on the square.
 */
export function isotropicStep(
  [x, y]: readonly [number, number],
  learningRate: number,
  inverseTemperature: number,
  normal: NoiseSource
): [number, number] {
  const size = Math.sqrt((2 * learningRate) / inverseTemperature);
  const u = x * y;
  return [
    folded(x - learningRate * u * y + size * normal.next()),
    folded(y - learningRate * u * x + size * normal.next())
  ];
}

const folded = (x: number): number => (x > 1 ? 2 - x : x < -1 ? -2 - x : x);

/**
 * One update of SGD with label noise of the same temperature, θ ← θ − η(u + σz)∇u, σ² = 2/(βη), the
 * gradient of ½(u − σz′)². Every step multiplies θ₁² − θ₂² by 1 − η²(u + σz)².
 */
export function labelNoiseStep(
  [x, y]: readonly [number, number],
  learningRate: number,
  inverseTemperature: number,
  normal: NoiseSource
): [number, number] {
  const sigma = Math.sqrt(2 / (inverseTemperature * learningRate));
  const g = learningRate * (x * y + sigma * normal.next());
  return [x - g * y, y - g * x];
}
