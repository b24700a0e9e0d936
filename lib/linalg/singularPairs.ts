import {NoSolutionError} from "../check.js";
import {type Complex, showComplex} from "./quasiTriangular.js";

/**
 * Throws {@link NoSolutionError} if two eigenvalues have λᵢ + λⱼ = 0 up to `tolerance`: then
 * AX + XAᵀ = Q has no solution, or many.
 */
export function refuseOppositePairs(values: readonly Complex[], tolerance: number): void {
  for (const [i, x] of values.entries())
    for (const y of values.slice(i))
      if (Math.abs(x.re + y.re) <= tolerance && Math.abs(x.im + y.im) <= tolerance)
        throw new NoSolutionError(
          `A X + X Aᵀ = Q needs λi + λj ≠ 0 for all eigenvalues of A; got ${showComplex(x)} and ${showComplex(y)}`
        );
}

/**
 * Throws {@link NoSolutionError} if two eigenvalues have λᵢλⱼ = 1 up to 10nε relative to the larger
 * of the two: then X = AXAᵀ + Q has no solution, or many.
 */
export function refuseReciprocalPairs(values: readonly Complex[]): void {
  const unit = 10 * values.length * Number.EPSILON;
  for (const [i, x] of values.entries())
    for (const y of values.slice(i)) {
      const re = x.re * y.re - x.im * y.im - 1;
      const im = x.re * y.im + x.im * y.re;
      const size = Math.max(1, Math.hypot(x.re, x.im), Math.hypot(y.re, y.im));
      if (Math.hypot(re, im) <= unit * size)
        throw new NoSolutionError(
          `X = A X Aᵀ + Q needs λi λj ≠ 1 for all eigenvalues of A; got ${showComplex(x)} and ${showComplex(y)}`
        );
    }
}
