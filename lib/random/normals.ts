import {cos} from "../elementary/cos.js";
import {log} from "../elementary/log.js";
import {sin} from "../elementary/sin.js";
import {openUniform} from "./openUniform.js";
import type {NoiseSource, UniformSource} from "./source.js";

/**
 * Independent standard normals in float64 from a stream of uniforms, the same bits on every engine.
 *
 * Method: Box and Muller 1958, both of a pair used; the tail ends at √(2·53 ln 2 ) = 8.6 σ. Some million
 * a second: for sweeps there is the kernel.
 *
 * @example
 * const z = normals(uniforms({seed: 1, experiment: "tails", cell: "ν=4", replicate: 0}));
 * z.next();
 */
export function normals(source: UniformSource): NoiseSource {
  let kept: number | undefined;
  return {
    next() {
      if (kept !== undefined) {
        const value = kept;
        kept = undefined;
        return value;
      }
      const radius = Math.sqrt(-2 * log(openUniform(source)));
      const angle = 2 * Math.PI * openUniform(source);
      kept = radius * sin(angle);
      return radius * cos(angle);
    }
  };
}
