import {log} from "../elementary/log.js";

/**
 * Steps in which a mode of heavy ball forgets a factor e: −1/ln ρ, with ρ the larger root in absolute value of
 * z² − (1+µ−ηh)z + µ; at most 1/ε where it hardly moves.
 */
export function relaxationSteps(curvature: number, learningRate: number, momentum: number): number {
  const half = (1 + momentum - learningRate * curvature) / 2;
  const discriminant = half * half - momentum;
  const radius = discriminant > 0 ? Math.abs(half) + Math.sqrt(discriminant) : Math.sqrt(momentum);
  return -1 / log(Math.min(radius, 1 - Number.EPSILON));
}
