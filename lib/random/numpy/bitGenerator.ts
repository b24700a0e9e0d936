/** What NumPy's distributions draw from. */
export interface BitGenerator {
  /** 64 random bits */
  next64(): bigint;
  /** 32 random bits, in [0, 2³²) */
  next32(): number;
  /** a multiple of 2⁻⁵³ in [0, 1) */
  nextDouble(): number;
}
