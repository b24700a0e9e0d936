import type {Matrix} from "ml-matrix";
import {expect} from "vitest";
import {parameterCovariance, type Recursion, spectralRadius} from "./augmented.js";
import {relativeError} from "./relativeError.js";

/**
 * Σ is the w block of the recursion's fixed point to 100nε/(1 − ρ); says whether ρ ≤ 1 − 1e-6, beyond
 * which nothing is asked. `margin` is the distance of the learning rate from the end of the stability
 * region, as a fraction: a change of ε in λ or K changes Σ by ε/margin, which for strong momentum
 * (ρ = √µ right up to the end) exceeds ε/(1 − ρ), and the bound is then that.
 */
export function expectFixedPoint(Sigma: Matrix, recursion: Recursion, margin: number): boolean {
  const rho = spectralRadius(recursion);
  if (rho > 1 - 1e-6) return false;
  const bound = (100 * Sigma.rows * Number.EPSILON) / Math.min(1 - rho, margin);
  expect(relativeError(Sigma, parameterCovariance(recursion))).toBeLessThanOrEqual(bound);
  expect(Sigma.isSymmetric()).toBe(true);
  return true;
}
