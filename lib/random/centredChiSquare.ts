import {integer} from "../check.js";
import {cos} from "../elementary/cos.js";
import {log} from "../elementary/log.js";
import {openUniform} from "./openUniform.js";
import type {UniformSource} from "./source.js";

/**
 * A χ² variate with ν degrees of freedom, less its mean: Σ zᵢ² − ν.
 *
 * ν ≥ 1 an integer; mean 0, variance 2ν, third moment 8ν: skewness √(8/ν).
 * Method: zᵢ² + zⱼ² = −2 log U; an odd one is −2 log U cos²(2πV). Source: finite-rate, appendix C
 * (ν = 3).
 *
 * @throws RangeError where degreesOfFreedom is not an integer ≥ 1
 * @example centredChiSquare(uniforms(address), 3)
 */
export function centredChiSquare(source: UniformSource, degreesOfFreedom: number): number {
  integer("degreesOfFreedom", degreesOfFreedom, 1);
  let sum = 0;
  for (let pair = 2; pair <= degreesOfFreedom; pair += 2) sum += log(openUniform(source));
  if (degreesOfFreedom % 2 === 1) {
    const c = cos(2 * Math.PI * openUniform(source));
    sum += log(openUniform(source)) * c * c;
  }
  return -2 * sum - degreesOfFreedom;
}
