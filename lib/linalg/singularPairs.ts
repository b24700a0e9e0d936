import {NoSolutionError} from "../check.js";
import {square} from "../elementary/square.js";
import type {Complex} from "./quasiTriangular.js";

/**
 * Throws {@link NoSolutionError} if two eigenvalues have λᵢ + λⱼ = 0 up to 10nε‖A‖: then
 * AX + XAᵀ = Q has no solution, or many. `show` writes an eigenvalue.
 */
export function refuseOppositePairs(
  values: readonly Complex[],
  norm: number,
  show: (value: Complex) => string
): void {
  const tolerance = 10 * values.length * Number.EPSILON * norm;
  for (const [i, x] of values.entries())
    for (const y of values.slice(i))
      if (Math.abs(x.re + y.re) <= tolerance && Math.abs(x.im + y.im) <= tolerance)
        throw new NoSolutionError(
          `A X + X Aᵀ = Q needs |λi + λj| > 10nε‖A‖ = ${show({re: tolerance, im: 0})} for all eigenvalues of A; got ${show(x)} and ${show(y)}`
        );
}

/**
 * Throws {@link NoSolutionError} if two eigenvalues have λᵢλⱼ = 1 up to 10nε times the larger of 1 and
 * the two: then X = AXAᵀ + Q has no solution, or many.
 */
export function refuseReciprocalPairs(
  values: readonly Complex[],
  show: (value: Complex) => string
): void {
  const unit = 10 * values.length * Number.EPSILON;
  for (const [i, x] of values.entries())
    for (const y of values.slice(i)) {
      const re = x.re * y.re - x.im * y.im - 1;
      const im = x.re * y.im + x.im * y.re;
      const size = Math.max(1, length(x), length(y));
      if (length({re, im}) <= unit * size)
        throw new NoSolutionError(
          `X = A X Aᵀ + Q needs |1 − λi λj| > 10nε·max(1, |λi|, |λj|) = ${unit * size} for all eigenvalues of A; got ${show(x)} and ${show(y)}`
        );
    }
}

/** |z|, without overflow or underflow on the way. */
export function length({re, im}: Complex): number {
  const unit = Math.max(Math.abs(re), Math.abs(im));
  return unit > 0 && unit < Infinity
    ? unit * Math.sqrt(square(re / unit) + square(im / unit))
    : unit;
}
