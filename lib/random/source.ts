/** A stream of uniforms in [0, 1), as `uniforms(address)` gives. */
export interface UniformSource {
  next(): number;
}

/** A stream of random numbers of a given law: independent standard normals, unless said otherwise. */
export interface NoiseSource {
  next(): number;
}
