import {numberIn} from "../check.js";
import {highWord, withHighWord} from "./bits.js";
import {LN2_HI, LN2_LO, LOG_SERIES} from "./log.js";

const [L1, L2, L3, L4, L5, L6, L7] = LOG_SERIES;

/**
 * log(1 + x) in float64 without the loss of x in the sum, with error below 1 ulp.
 *
 * Bit for bit the `log1p` of the GNU C library up to 2.38 (and later without fused multiply-add),
 * which NumPy calls in the tail of its normals: hence the grouping of the series below.
 * Method: 1 + x = 2ᵏ(1 + f)(1 + c/(1 + x)) with √½ < 1 + f ≤ √2, as in fdlibm
 * (Sun Microsystems, 1993).
 *
 * @throws RangeError where x is not a finite number above −1
 * @example log1p(1e-20) // 1e-20
 */
export function log1p(x: number): number {
  numberIn("x", x, "(−1, ∞)", v => v > -1);
  const magnitude = Math.abs(x);
  if (magnitude < 2 ** -54) return x;
  if (magnitude < 2 ** -29) return x - x * x * 0.5;
  let k = 0;
  let f = x;
  let c = 0;
  let top = 1;
  const high = highWord(x);
  const near = high > 0 ? high < 0x3fda827a : high <= (0xbfd2bec3 | 0);
  if (!near) {
    let u = 1 + x;
    const exact = x >= 2 ** 53;
    if (exact) u = x;
    const word = highWord(u);
    k = (word >> 20) - 1023;
    c = exact ? 0 : (k > 0 ? 1 - (u - x) : x - (u - 1)) / u;
    const fraction = word & 0xfffff;
    if (fraction < 0x6a09e) {
      u = withHighWord(u, fraction | 0x3ff00000);
      top = fraction;
    } else {
      k += 1;
      u = withHighWord(u, fraction | 0x3fe00000);
      top = (0x100000 - fraction) >> 2;
    }
    f = u - 1;
  }
  const half = 0.5 * f * f;
  if (top === 0) {
    if (f === 0) return k === 0 ? 0 : k * LN2_HI + (c + k * LN2_LO);
    const R = half * (1 - 0.6666666666666666 * f);
    return k === 0 ? f - R : k * LN2_HI - (R - (k * LN2_LO + c) - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const R = z * L1 + z2 * (L2 + z * L3) + z4 * (L4 + z * L5) + z4 * z2 * (L6 + z * L7);
  return k === 0
    ? f - (half - s * (half + R))
    : k * LN2_HI - (half - (s * (half + R) + (k * LN2_LO + c)) - f);
}
