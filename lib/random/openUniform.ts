import type {UniformSource} from "./source.js";

/**
 * A uniform in (0, 1), both ends left out: an odd multiple of 2⁻⁵³, from two draws of `source`.
 *
 * Heavy tails need the fine grid and the open ends: a logarithm or a reciprocal follows.
 */
export function openUniform(source: UniformSource): number {
  const high = Math.floor(source.next() * 2 ** 26);
  const low = Math.floor(source.next() * 2 ** 26);
  return (high + (low + 0.5) * 2 ** -26) * 2 ** -26;
}
