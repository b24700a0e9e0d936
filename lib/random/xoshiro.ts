/**
 * xoshiro128++ as a function that returns the next word, an integer in [0, 2³²).
 *
 *     out = rotl(s₀ + s₃, 7) + s₀
 *     t = s₁ << 9;  s₂ ^= s₀;  s₃ ^= s₁;  s₁ ^= s₂;  s₀ ^= s₃;  s₂ ^= t;  s₃ = rotl(s₃, 11)
 *
 * Period 2¹²⁸ − 1. The argument is copied. Method: Blackman and Vigna, "Scrambled linear
 * pseudorandom number generators", ACM TOMS 47 (2021).
 *
 * @throws RangeError if the state is not four words, or all zero.
 * @example xoshiro128pp([1, 2, 3, 4])() // 641
 */
export function xoshiro128pp(state: ArrayLike<number>): () => number {
  if (state.length !== 4) throw new RangeError(`state must hold 4 words; got ${state.length}`);
  let s0 = state[0] | 0;
  let s1 = state[1] | 0;
  let s2 = state[2] | 0;
  let s3 = state[3] | 0;
  if ((s0 | s1 | s2 | s3) === 0) throw new RangeError("state must not be all zero");
  return () => {
    const sum = (s0 + s3) | 0;
    const out = (((sum << 7) | (sum >>> 25)) + s0) >>> 0;
    const t = s1 << 9;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = (s3 << 11) | (s3 >>> 21);
    return out;
  };
}
