import {numberIn, positive} from "../check.js";

/**
 * The largest floor of E‖∇L‖²_{F⁻¹} over all quadratics with 0 ⪯ H ⪯ M, noise of covariance F, b = 1
 *
 *     max_H Tr(F⁻¹HΣ_ηH) = ηM/(2 − ηM) · K(F),   K(F) = max_P Tr(F⁻¹PFP) over projections P
 *     K(F) = Σᵢ max(2, (fᵢ + f_{d+1−i})²/(4fᵢf_{d+1−i})) + (1 if d is odd)
 *
 * with f descending and the sum over the ⌊d/2⌋ pairs of a largest and a smallest eigenvalue. No unit, and
 * between d and Tr F/λmin(F); F⁻¹ has the same. Attained for H = MP. Source: Fisher, Theorem 7.3; the
 * proof is on the page on oracle complexity.
 *
 * @param eigenvalues of F, in any order
 * @throws RangeError unless they are positive and 0 < ηM < 2
 * @example worstFloor([100, 1], {rateTimesSmoothness: 1}); // 25.5025
 */
export function worstFloor(
  eigenvalues: readonly number[],
  {rateTimesSmoothness: x}: {rateTimesSmoothness: number}
): number {
  numberIn("rateTimesSmoothness", x, "(0, 2)", y => y > 0 && y < 2);
  return (x / (2 - x)) * pairedCondition(eigenvalues);
}

/** K(F) of `worstFloor`. */
export function pairedCondition(eigenvalues: readonly number[]): number {
  for (const [i, f] of eigenvalues.entries()) positive(`eigenvalues[${i}]`, f);
  const f = [...eigenvalues].sort((a, b) => b - a);
  let sum = f.length % 2;
  for (let i = 0; 2 * i + 1 < f.length; i++) {
    const [large, small] = [f[i], f[f.length - 1 - i]];
    sum += Math.max(2, (large + small) ** 2 / (4 * large * small));
  }
  return sum;
}
