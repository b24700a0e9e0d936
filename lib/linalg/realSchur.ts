import {exponentOf, scale} from "../elementary/bits.js";
import {type Dense, frobenius, largestEntry, transpose} from "./dense.js";
import {denseKernel} from "./denseKernel.js";
import {hessenberg} from "./hessenberg.js";
import {applyLeft, applyRight, reflector} from "./householder.js";
import {splitRealPair} from "./splitRealPair.js";

/** A = U T Uᵀ: U orthogonal, T upper triangular but for 2×2 blocks with complex eigenvalues. */
export interface RealSchur {
  t: Dense;
  u: Dense;
}

/** The numbers x, y and w of a double shift: the eigenvalues of [[y, ·], [·, x]], w the product of the dots. */
interface Shift {
  readonly x: number;
  readonly y: number;
  readonly w: number;
}

/**
 * Real Schur form of a square matrix of order n.
 * Method: Householder reduction to Hessenberg form of A times a power of two, then Francis' implicit
 * double-shift QR (Golub and Van Loan, *Matrix Computations*, 4th ed., algorithm 7.5.2) with the first
 * column of the shift polynomial formed from differences of the diagonal, as in EISPACK's `hqr`, and
 * exceptional shifts as in LAPACK's `dlahqr`, from both ends of the block in turn. Backward stable:
 * U T Uᵀ = A + E with ‖E‖ of order nε‖A‖.
 *
 * @throws RangeError if 30·max(10, n) sweeps do not bring the whole of T to its form
 */
export function realSchur(a: Dense, n: number): RealSchur {
  const size = exponentOf(largestEntry(a));
  const scaled = a.map(x => scale(x, -size));
  const {t, u} = (n >= 12 ? byKernel(scaled, n) : undefined) ?? bySteps(scaled, n);
  return {t: t.map(x => scale(x, size)), u};
}

/** By plain loops. */
export function bySteps(a: Dense, n: number): RealSchur {
  const {h: t, q: u} = hessenberg(a, n);
  const turned = transpose(u, n);
  iterate(
    t,
    n,
    pair => splitRealPair(t, turned, n, pair),
    (low, high, shift) => francisStep(t, turned, n, low, high, shift)
  );
  return {t, u: transpose(turned, n)};
}

/** By the dense kernel, which has the bits of the plain loops. */
export function byKernel(a: Dense, n: number): RealSchur | undefined {
  const kernel = denseKernel([n * n, n * n, n, n]);
  if (!kernel) return undefined;
  const [t, turned] = kernel.places;
  const [tAt, turnedAt, room, sums] = kernel.at;
  t.set(a);
  for (let i = 0; i < n; i++) turned[i * n + i] = 1;
  kernel.exports.hessenberg(tAt, turnedAt, room, sums, n);
  iterate(
    t,
    n,
    pair => splitRealPair(t, turned, n, pair),
    (low, high, {x, y, w}) =>
      kernel.exports.francis(tAt, turnedAt, room, sums, n, low, high, x, y, w)
  );
  return {t: t.slice(), u: transpose(turned, n)};
}

/** The QR iteration on a Hessenberg form: `split` triangularises the pair at a row, `sweep` takes a step. */
function iterate(
  t: Dense,
  n: number,
  split: (pair: number) => void,
  sweep: (low: number, high: number, shift: Shift) => void
): void {
  const tiny = Number.EPSILON * frobenius(t);
  const mostSweeps = 30 * Math.max(10, n);
  let sweeps = 0;
  for (let high = n - 1, since = 1; high > 0; since++) {
    const low = decoupled(t, n, high, tiny);
    if (low === high) {
      high--;
      since = 0;
    } else if (low === high - 1) {
      split(low);
      high -= 2;
      since = 0;
    } else if (sweeps++ === mostSweeps) {
      throw new RangeError(
        `A must have a real Schur form within ${mostSweeps} sweeps of the QR iteration; row ${high} of ${n} has none yet`
      );
    } else {
      sweep(low, high, shiftOf(t, n, low, high, since));
    }
  }
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

/** The shifts of the sweep that is the `since`-th since an eigenvalue was found: every tenth is exceptional. */
function shiftOf(t: Dense, n: number, low: number, high: number, since: number): Shift {
  const at = (i: number, j: number) => t[i * n + j];
  const [p, q] = [high - 1, high];
  if (since % 10 !== 0) return {x: at(q, q), y: at(p, p), w: at(p, q) * at(q, p)};
  const [s, corner] =
    since % 20 === 0
      ? [Math.abs(at(q, p)) + Math.abs(at(p, p - 1)), at(q, q)]
      : [Math.abs(at(low + 1, low)) + Math.abs(at(low + 2, low + 1)), at(low, low)];
  return {x: 0.75 * s + corner, y: 0.75 * s + corner, w: -0.4375 * s * s};
}

function francisStep(
  t: Dense,
  turned: Dense,
  n: number,
  low: number,
  high: number,
  {x: shift, y: other, w}: Shift
): void {
  const at = (i: number, j: number) => t[i * n + j];
  const [r, s] = [shift - at(low, low), other - at(low, low)];
  let x = (r * s - w) / at(low + 1, low) + at(low, low + 1);
  let y = at(low + 1, low + 1) - at(low, low) - r - s;
  let z = at(low + 2, low + 1);
  for (let k = low; k < high; k++) {
    const length = k < high - 1 ? 3 : 2;
    const h = reflector(length === 3 ? [x, y, z] : [x, y]);
    applyLeft(t, n, k, h, Math.max(low, k - 1), n);
    applyRight(t, n, k, h, 0, Math.min(high, k + 3) + 1);
    applyLeft(turned, n, k, h, 0, n);
    if (k > low) for (let i = k + 1; i < k + length; i++) t[i * n + k - 1] = 0;
    x = at(k + 1, k);
    y = k + 2 <= high ? at(k + 2, k) : 0;
    z = k + 3 <= high ? at(k + 3, k) : 0;
  }
}
