import type {UniformSource} from "./source.js";

/**
 * ±1 with probability ½ each: mean 0, variance 1, fourth moment 1 (the least there is).
 *
 * @example rademacher(uniforms(address)) // 1 or −1
 */
export function rademacher(source: UniformSource): 1 | -1 {
  return source.next() < 0.5 ? -1 : 1;
}
