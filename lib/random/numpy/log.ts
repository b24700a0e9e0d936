import {numberIn} from "../../check.js";
import {highWord, withHighWord} from "../../elementary/bits.js";
import {fma} from "../../elementary/fma.js";
import {logTable} from "./logTable.js";

const [LN2_HI, LN2_LO, A0, A1, A2, A3, A4] = logTable as unknown as number[];
const [B0, B1, B2, B3, B4, B5, B6, B7, B8, B9, B10] = logTable.subarray(7) as unknown as number[];
const PAIRS = 18;

/**
 * log x for x in [2⁻¹⁰⁰⁰, 1], bit for bit as the GNU C library since 2.28 computes it on processors with
 * fused multiply-add: NumPy's polar normals take their value from it.
 *
 * Method: x = 2ᵏz, and log z = log c + log(z/c) with the nearest of 128 c; near 1 one polynomial.
 *
 * @throws RangeError where x is outside this range
 * @example log(0.5) // -0.6931471805599453
 */
export function log(x: number): number {
  numberIn("x", x, "[2⁻¹⁰⁰⁰, 1]", v => v >= 2 ** -1000 && v <= 1);
  if (x >= 0.9375) return nearOne(x - 1);
  const offset = highWord(x) - 0x3fe60000;
  const pair = PAIRS + 2 * ((offset >> 13) & 127);
  const k = offset >> 20;
  const z = withHighWord(x, highWord(x) - (offset & 0xfff00000));
  const r = fma(z, logTable[pair]!, -1);
  const w = k * LN2_HI! + logTable[pair + 1]!;
  const high = w + r;
  const low = fma(k, LN2_LO!, w - high + r);
  const square = r * r;
  const series = fma(fma(r, A4!, A3!), square, fma(r, A2!, A1!));
  return fma(r * square, series, fma(square, A0!, low)) + high;
}

/** log(1 + r) for r in [−1/16, 0]. */
function nearOne(r: number): number {
  if (r === 0) return 0;
  const square = r * r;
  const cube = r * square;
  const first = fma(square, B3!, fma(r, B2!, B1!));
  const second = fma(square, B6!, fma(r, B5!, B4!));
  const third = fma(cube, B10!, fma(square, B9!, fma(r, B8!, B7!)));
  const series = fma(fma(third, cube, second), cube, first);
  const scaled = r * 2 ** 27;
  const upper = r + scaled - scaled;
  const half = upper * upper * B0!;
  const high = r + half;
  const low = fma(B0! * (r - upper), upper + r, r - high + half);
  return fma(series, cube, low) + high;
}
