import {positive} from "../check.js";
import {cos} from "../elementary/cos.js";
import {pow} from "../elementary/pow.js";
import {openUniform} from "./openUniform.js";
import type {UniformSource} from "./source.js";

/**
 * A Student t variate with ν degrees of freedom, density ∝ (1 + t²/ν)^{−(ν+1)/2}.
 *
 * ν > 0, not necessarily an integer; variance ν/(ν − 2) for ν > 2, else infinite.
 * Method: Bailey 1994, T = √(ν(U^{−2/ν} − 1)) cos 2πV. Source: finite-rate, appendix C (ν = 4).
 *
 * @throws RangeError where degreesOfFreedom is not a finite number above zero
 * @example studentT(uniforms(address), 4)
 */
export function studentT(source: UniformSource, degreesOfFreedom: number): number {
  positive("degreesOfFreedom", degreesOfFreedom);
  const radius = pow(openUniform(source), -2 / degreesOfFreedom) - 1;
  return Math.sqrt(degreesOfFreedom * radius) * cos(2 * Math.PI * openUniform(source));
}
