import {cosKernel, reduceAngle, sinKernel} from "./circle.js";

/**
 * sin x in float64, x in radians, with error below 1 ulp and the same bits on every engine.
 *
 * Method: reduction modulo π/2, then the polynomials of fdlibm (Sun Microsystems, 1993).
 *
 * @throws RangeError where |x| > 2²⁰
 * @example sin(0.5) // 0.479425538604203
 */
export function sin(x: number): number {
  const {head, tail, quadrant} = reduceAngle(x);
  const value = quadrant & 1 ? cosKernel(head, tail) : sinKernel(head, tail);
  return quadrant & 2 ? -value : value;
}
