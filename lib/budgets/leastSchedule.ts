import {positive} from "../check.js";
import {goldenSection} from "../elementary/goldenSection.js";

export interface LeastSchedule {
  readonly eta0: number;
  /** lim N·risk over d, at least 1. */
  readonly ratio: number;
}

/**
 * The η₀ of the steps η₀/t that leaves the least risk under a likelihood, F = H = G, and what it leaves
 *
 *     min over η₀ > 1/(2λmin) of (1/d) Σ x²/(2x − 1),   x = η₀λᵢ
 *
 * over the bound d/N that N samples impose. The sum is convex in η₀; by golden section between its ends
 * 1/(2λmin) and 1/λmin, beyond which every term grows. At least κ d_eff/(4d). Source: Fisher, §8.2
 * (SA-CLT) and Remark 6.12.
 *
 * @throws RangeError unless every eigenvalue is positive
 * @example leastSchedule([2, 2, 2]); // {eta0: 0.5, ratio: 1}
 */
export function leastSchedule(eigenvalues: readonly number[]): LeastSchedule {
  if (eigenvalues.length === 0) throw new RangeError("eigenvalues must not be empty");
  for (const x of eigenvalues) positive("eigenvalues", x);
  const least = eigenvalues.reduce((a, b) => (b < a ? b : a));
  const ratio = (eta0: number) =>
    eigenvalues.reduce((sum, lambda) => {
      const x = eta0 * lambda;
      return sum + (x * x) / (2 * x - 1);
    }, 0) / eigenvalues.length;
  const eta0 = goldenSection(ratio, [0.5 / least, 1 / least], 60);
  return {eta0, ratio: ratio(eta0)};
}
