import {numberIn} from "../check.js";
import {scale} from "./bits.js";
import {LN2_HI, LN2_LO} from "./log.js";

const P1 = 0.16666666666666602;
const P2 = -2.7777777777015593e-3;
const P3 = 6.613756321437934e-5;
const P4 = -1.6533902205465252e-6;
const P5 = 4.1381367970572385e-8;

/**
 * eˣ in float64, with error below 1 ulp and the same bits on every engine.
 *
 * x any finite number; the result is 0 below −745.14 and Infinity above 709.79.
 * Method: x = k ln 2 + r, |r| ≤ ½ ln 2, and the rational form of fdlibm (Sun Microsystems, 1993)
 * for eʳ.
 *
 * @throws RangeError where x is not a finite number
 * @example exp(1) // 2.718281828459045
 */
export function exp(x: number): number {
  return expSum(
    numberIn("x", x, "(−∞, ∞)", () => true),
    0
  );
}

/** e^(x + y) for |y| ≤ ulp(x): what is left of a product after rounding enters before the exponential. */
export function expSum(x: number, y: number): number {
  if (x > 709.79) return Infinity;
  if (x < -745.14) return 0;
  const k = Math.floor(x * Math.LOG2E + 0.5);
  const high = x - k * LN2_HI;
  const low = k * LN2_LO - y;
  const r = high - low;
  const t = r * r;
  const c = r - t * (P1 + t * (P2 + t * (P3 + t * (P4 + t * P5))));
  return scale(1 - (low - (r * c) / (2 - c) - high), k);
}
