import {type Dense, frobenius} from "./dense.js";
import {hessenberg} from "./hessenberg.js";
import {applyLeft, applyRight, reflector} from "./householder.js";

/** A = U T Uᵀ: U orthogonal, T upper triangular but for 2×2 blocks with complex eigenvalues. */
export interface RealSchur {
  t: Dense;
  u: Dense;
}

const MOST_SWEEPS_PER_EIGENVALUE = 60;

/**
 * Real Schur form of a square matrix of order n.
 * Method: Householder reduction to Hessenberg form, then Francis' implicit double-shift QR
 * (Golub and Van Loan, *Matrix Computations*, 4th ed., algorithm 7.5.2; exceptional shifts as in
 * LAPACK's dlahqr). Backward stable: U T Uᵀ = A + E with ‖E‖ of order nε‖A‖.
 */
export function realSchur(a: Dense, n: number): RealSchur {
  const {h: t, q: u} = hessenberg(a, n);
  const tiny = Number.EPSILON * frobenius(a);
  let high = n - 1;
  for (let sweep = 1; high > 0; sweep++) {
    const low = decoupled(t, n, high, tiny);
    if (low === high) {
      high--;
      sweep = 0;
    } else if (low === high - 1) {
      splitRealPair(t, u, n, low);
      high -= 2;
      sweep = 0;
    } else if (sweep > MOST_SWEEPS_PER_EIGENVALUE) {
      throw new Error(`the QR iteration did not converge at row ${high} of ${n}`);
    } else {
      francisStep(t, u, n, low, high, sweep % 10 === 0);
    }
  }
  return {t, u};
}

/** The first row of the unreduced block that ends at `high`; clears the entry that ends it. */
function decoupled(t: Dense, n: number, high: number, tiny: number): number {
  for (let i = high; i > 0; i--) {
    const size = Math.abs(t[i * n + i]) + Math.abs(t[(i - 1) * n + i - 1]);
    if (Math.abs(t[i * n + i - 1]) <= (size === 0 ? tiny : Number.EPSILON * size)) {
      t[i * n + i - 1] = 0;
      return i;
    }
  }
  return 0;
}

function francisStep(
  t: Dense,
  u: Dense,
  n: number,
  low: number,
  high: number,
  exceptional: boolean
): void {
  const at = (i: number, j: number) => t[i * n + j];
  const [p, q] = [high - 1, high];
  let trace = at(p, p) + at(q, q);
  let determinant = at(p, p) * at(q, q) - at(p, q) * at(q, p);
  if (exceptional) {
    const s = Math.abs(at(q, p)) + Math.abs(at(p, p - 1));
    const shift = 0.75 * s + at(q, q);
    trace = 2 * shift;
    determinant = shift * shift + 0.4375 * s * s;
  }
  let x = at(low, low) * (at(low, low) - trace) + at(low, low + 1) * at(low + 1, low) + determinant;
  let y = at(low + 1, low) * (at(low, low) + at(low + 1, low + 1) - trace);
  let z = at(low + 1, low) * at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const length = k < high - 1 ? 3 : 2;
    const h = reflector(length === 3 ? [x, y, z] : [x, y]);
    applyLeft(t, n, k, h, Math.max(low, k - 1), n);
    applyRight(t, n, k, h, 0, Math.min(high, k + 3) + 1);
    applyRight(u, n, k, h, 0, n);
    if (k > low) for (let i = k + 1; i < k + length; i++) t[i * n + k - 1] = 0;
    x = at(k + 1, k);
    y = k + 2 <= high ? at(k + 2, k) : 0;
    z = k + 3 <= high ? at(k + 3, k) : 0;
  }
}

/** Triangularises the 2×2 block at `p` if its eigenvalues are real. */
function splitRealPair(t: Dense, u: Dense, n: number, p: number): void {
  const q = p + 1;
  const half = (t[p * n + p] - t[q * n + q]) / 2;
  const corner = t[q * n + p];
  const discriminant = half * half + t[p * n + q] * corner;
  if (discriminant < 0) return;
  const z = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const length = Math.hypot(z, corner);
  const [cosine, sine] = [z / length, corner / length];
  for (let j = p; j < n; j++) {
    const [x, y] = [t[p * n + j], t[q * n + j]];
    t[p * n + j] = cosine * x + sine * y;
    t[q * n + j] = cosine * y - sine * x;
  }
  for (const [m, rows] of [
    [t, q + 1],
    [u, n]
  ] as const)
    for (let i = 0; i < rows; i++) {
      const [x, y] = [m[i * n + p], m[i * n + q]];
      m[i * n + p] = cosine * x + sine * y;
      m[i * n + q] = cosine * y - sine * x;
    }
  t[q * n + p] = 0;
}
