import {exp} from "../elementary/exp.js";
import {erfcOfSquare} from "./erf.js";
import {deviance} from "./logGamma.js";

/** Coefficients in η of the first three terms in 1/a. */
const c0 = [-1 / 3, 1 / 12, -2 / 135, 1 / 864, 1 / 2835, -139 / 777600, 1 / 25515];
const c1 = [-1 / 540, -1 / 288, 1 / 378, -77 / 77760, 1 / 4860];
const c2 = [25 / 6048, -139 / 51840];

/**
 * The smaller of P(a, x) and Q(a, x), Q where x ≥ a, for a ≥ 10⁶
 *
 *     ½ erfc(√D) ± e^{−D}/√(2πa) (c₀(η) + c₁(η)/a + c₂(η)/a²),   D = ½aη² = a(x/a − 1 − log(x/a))
 *
 * η has the sign of x − a; the result is 0 beyond D = 745, and so |η| < 0.04. Relative error some (10 + D)ε.
 * Source: DLMF 8.12; Temme 1979.
 */
export function gammaTailOfLargeShape(a: number, x: number): number {
  const d = x > 0 && x < Infinity ? deviance(a, x) : Infinity;
  if (d > 745) return 0;
  const side = x < a ? -1 : 1;
  const eta = side * Math.sqrt((2 * d) / a);
  const at = (c: readonly number[]) => c.reduceRight((sum, x) => sum * eta + x, 0);
  const terms = at(c0) + (at(c1) + at(c2) / a) / a;
  return (
    0.5 * erfcOfSquare({high: d, low: 0}) + (side * exp(-d) * terms) / Math.sqrt(2 * Math.PI * a)
  );
}
