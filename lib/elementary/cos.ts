import {cosKernel, reduceAngle, sinKernel} from "./circle.js";

/**
 * cos x in float64, x in radians, with error below 1 ulp and the same bits on every engine.
 *
 * Method: reduction modulo π/2, then the polynomials of fdlibm (Sun Microsystems, 1993).
 *
 * @throws RangeError where |x| > 2²⁰
 * @example cos(0.5) // 0.8775825618903728
 */
export function cos(x: number): number {
  const {head, tail, quadrant} = reduceAngle(x);
  const value = quadrant & 1 ? sinKernel(head, tail) : cosKernel(head, tail);
  return quadrant === 1 || quadrant === 2 ? -value : value;
}
