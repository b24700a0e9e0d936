const view = new DataView(new ArrayBuffer(8));

/** The upper 32 bits of a float64 (sign, exponent, 20 bits of the fraction), as a signed integer. */
export function highWord(x: number): number {
  view.setFloat64(0, x);
  return view.getInt32(0);
}

/** `x` with its upper 32 bits replaced by `word`. */
export function withHighWord(x: number, word: number): number {
  view.setFloat64(0, x);
  view.setInt32(0, word);
  return view.getFloat64(0);
}

/** ⌊log₂ |x|⌋ of a finite x that is not denormal; −1023 of one that is, and of zero. */
export const exponentOf = (x: number): number => ((highWord(x) >> 20) & 0x7ff) - 1023;

/** 2ᵏ exactly, for integers k in [−1022, 1023]. */
export function powerOfTwo(k: number): number {
  view.setInt32(0, (k + 1023) << 20);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

/**
 * x·2ᵏ for integers k in [−2000, 2000], rounded once where the result is subnormal.
 * The factor is split so that no partial product leaves the normal range before the last one.
 */
export function scale(x: number, k: number): number {
  if (k > 1023) return x * powerOfTwo(1023) * powerOfTwo(k - 1023);
  if (k < -1000) return x * powerOfTwo(-1000) * powerOfTwo(Math.max(k + 1000, -1022));
  return x * powerOfTwo(k);
}
