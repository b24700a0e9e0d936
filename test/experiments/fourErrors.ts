import {expect} from "vitest";
import type {Row} from "../../lib/experiments/expectation.js";

/** Holds a measurement to what it must average to, by four of its standard errors. */
export function expectNear(measured: number, exact: number, standardError: number): void {
  expect(standardError).toBeGreaterThan(0);
  expect(
    Math.abs(measured - exact) / standardError,
    `${measured} ± ${standardError}, expected ${exact}`
  ).toBeLessThan(4);
}

/** A row of which only columns of numbers are read. */
export const numbersOf = (row: Row) => row as Readonly<Record<string, number>>;

/**
 * Variance of the average of xₖyₖ over m steps, where x and y are two stationary Gaussian recursions of one noise,
 * x ← ax + ζ and y ← cy + ξ: the products of two times have the covariance (Σₓₓ Σᵧᵧ + Σₓᵧ²)(ac)^|j − k|.
 */
export function averageVariance(
  [xx, xy, yy]: readonly [number, number, number],
  {decay, steps}: {decay: number; steps: number}
): number {
  let sum = 0;
  for (let j = 0; j < steps; j++)
    for (let k = 0; k < steps; k++) sum += decay ** Math.abs(j - k) / steps ** 2;
  return (xx * yy + xy * xy) * sum;
}
