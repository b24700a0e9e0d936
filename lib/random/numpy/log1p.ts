import {numberIn} from "../../check.js";
import {highWord, withHighWord} from "../../elementary/bits.js";
import {fma} from "../../elementary/fma.js";
import {LN2_HI, LN2_LO, LOG_SERIES} from "../../elementary/log.js";

const [L1, L2, L3, L4, L5, L6, L7] = LOG_SERIES;

/**
 * log(1 + x) for x = −u, u a multiple of 2⁻⁵³ in [0, 1), bit for bit as the GNU C library computes it
 * on processors with fused multiply-add: NumPy's normals beyond 3.65 take their value from it.
 *
 * (Without fused multiply-add, 4 values in 10,000 differ in the last bit: one normal in 10⁷.)
 * Method: 1 + x, exact here, is 2ᵏ(1 + f) with √½ < 1 + f ≤ √2, then the series of fdlibm
 * (Sun Microsystems, 1993) in that library's grouping, fused where its compiler fuses.
 *
 * @throws RangeError where x is outside (−1, 0]
 * @example log1p(-0.5) // -0.6931471805599453
 */
export function log1p(x: number): number {
  numberIn("x", x, "(−1, 0]", v => v > -1 && v <= 0);
  if (x > -(2 ** -29)) return x - x * x * 0.5;
  let k = 0;
  let f = x;
  let tiny = false;
  if (x <= -0.2928934097290039) {
    const sum = 1 + x;
    const word = highWord(sum);
    const fraction = word & 0xfffff;
    const upper = fraction >= 0x6a09e;
    k = (word >> 20) - (upper ? 1022 : 1023);
    f = withHighWord(sum, fraction | (upper ? 0x3fe00000 : 0x3ff00000)) - 1;
    tiny = fraction === 0 || (upper && 0x100000 - fraction < 4);
  }
  const half = 0.5 * f * f;
  if (tiny) {
    if (f === 0) return k * LN2_HI + k * LN2_LO;
    return k * LN2_HI - (half * fma(-0.6666666666666666, f, 1) - k * LN2_LO - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const z2 = z * z;
  const z4 = z2 * z2;
  const low = fma(z, L1, z2 * fma(z, L3, L2));
  const R = fma(z4 * z2, fma(z, L7, L6), fma(z4, fma(z, L5, L4), low));
  if (k === 0) return f - (half - s * (half + R));
  return k * LN2_HI - (half - (s * (half + R) + k * LN2_LO) - f);
}
