import {cos} from "../elementary/cos.js";
import {sin} from "../elementary/sin.js";

/**
 * The discrete Fourier transform Σₖ xₖ e^{−2πi jk/n} in place, n a power of two, the same bits on every
 * engine.
 *
 * Method: Cooley and Tukey, radix 2; each twiddle factor from its own angle.
 *
 * @throws RangeError where the lengths differ or are not a power of two
 * @example
 * const re = Float64Array.of(1, 0, 0, 0), im = new Float64Array(4);
 * fft(re, im); // re is 1, 1, 1, 1
 */
export function fft(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  if (n === 0 || (n & (n - 1)) !== 0 || im.length !== n)
    throw new RangeError(`re and im must have one length, a power of 2; got ${n} and ${im.length}`);
  reverseBits(re, im);
  for (let half = 1; half < n; half *= 2)
    for (let k = 0; k < half; k++) {
      const angle = (-Math.PI * k) / half;
      const c = cos(angle);
      const s = sin(angle);
      for (let i = k; i < n; i += 2 * half) butterfly(re, im, i, i + half, c, s);
    }
}

function butterfly(re: Float64Array, im: Float64Array, i: number, j: number, c: number, s: number) {
  const x = re[j]! * c - im[j]! * s;
  const y = re[j]! * s + im[j]! * c;
  re[j] = re[i]! - x;
  im[j] = im[i]! - y;
  re[i] = re[i]! + x;
  im[i] = im[i]! + y;
}

function reverseBits(re: Float64Array, im: Float64Array): void {
  const n = re.length;
  for (let i = 1, j = 0; i < n; i++) {
    let bit = n >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [re[i], re[j]] = [re[j]!, re[i]!];
    [im[i], im[j]] = [im[j]!, im[i]!];
  }
}
