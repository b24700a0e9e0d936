import {exponentOf, scale} from "../elementary/bits.js";
import {balance} from "./balance.js";
import {type Dense, largestEntry} from "./dense.js";

/** An equation in A, B and an unknown X between them, in coordinates in which A and B are balanced. */
export interface BalancedPair {
  /** D⁻¹AD, m×m. */
  readonly a: Dense;
  /** E⁻¹BᵀE, n×n. */
  readonly b: Dense;
  /** D⁻¹QE⁻¹ of an m×n Q, near 1. */
  into(q: Dense): Dense;
  /** X = DYE of the solution Y for the last Q, times 2^power. */
  out(y: Dense, power: number): Dense;
}

/**
 * Balances A and Bᵀ by diagonal matrices D and E of powers of two, so that nothing is rounded: with
 * Y = D⁻¹XE⁻¹, AX becomes (D⁻¹AD)Y and XB becomes Y(E⁻¹BᵀE)ᵀ.
 */
export function balancedPair(a: Dense, m: number, b: Dense, n: number): BalancedPair {
  const [left, right] = [balance(a, m), balance(b, n)];
  let size = 0;
  const moved = (entries: Dense, sign: number, more: number) =>
    entries.map((x, at) => {
      const shift = left.exponents[Math.floor(at / n)] + right.exponents[at % n];
      return scale(x, Math.max(-2000, Math.min(2000, sign * shift + more)));
    });
  return {
    a: left.balanced,
    b: right.balanced,
    into(q) {
      const largest = largestEntry(q);
      size = largest > 0 ? exponentOf(largest) : 0;
      return moved(q, -1, -size);
    },
    out: (y, power) => moved(y, 1, size + power)
  };
}
