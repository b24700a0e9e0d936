import {numberIn} from "../check.js";
import {logGamma} from "../statistics/logGamma.js";

/**
 * lim T^a Π_{1,T} of the products in `robbinsMonroProduct`
 *
 *     1/(Γ(1 − r)Γ(1 − r′)),   r, r′ = (a ± √(a² − 4c₀))/2
 *
 * since Π_{1,T} = Γ(T−r)Γ(T−r′)/(Γ(T)²Γ(1−r)Γ(1−r′)). Zero where a root is a positive integer; of
 * order e^{π√c₀}/(2π√c₀) for large c₀. Source: Fisher, Lemma A.4, whose constant C it bounds from below.
 *
 * @throws RangeError unless a is finite and c₀ ≥ 0
 * @example robbinsMonroProductLimit(2, 2); // |1/Γ(i)|² = sinh(π)/π
 */
export function robbinsMonroProductLimit(a: number, c0: number): number {
  numberIn("a", a, "(−∞, ∞)", Number.isFinite);
  numberIn("c0", c0, "[0, ∞)", x => x >= 0);
  const discriminant = a * a - 4 * c0;
  if (discriminant < 0) return 1 / gammaSquared(1 - a / 2, Math.sqrt(-discriminant) / 2);
  const root = Math.sqrt(discriminant);
  return inverseGamma(1 - (a + root) / 2) * inverseGamma(1 - (a - root) / 2);
}

/** 1/Γ(x) for real x. */
function inverseGamma(x: number): number {
  let product = 1;
  let shifted = x;
  for (; shifted <= 0; shifted++) product *= shifted;
  return product * Math.exp(-logGamma(shifted));
}

/** |Γ(x + iy)|²: Stirling's series at x ≥ 20, brought there by Γ(z) = Γ(z+1)/z. */
function gammaSquared(x: number, y: number): number {
  let divisor = 1;
  let shifted = x;
  for (; shifted < 20; shifted++) divisor *= shifted * shifted + y * y;
  const square = shifted * shifted + y * y;
  // Re[(z − ½) log z − z + ½ log 2π + 1/(12z) − 1/(360z³) + 1/(1260z⁵)]
  const cube = shifted ** 3 - 3 * shifted * y * y;
  const fifth = shifted ** 5 - 10 * shifted ** 3 * y * y + 5 * shifted * y ** 4;
  const real =
    (shifted - 0.5) * 0.5 * Math.log(square) -
    y * Math.atan2(y, shifted) -
    shifted +
    0.5 * Math.log(2 * Math.PI) +
    shifted / (12 * square) -
    cube / (360 * square ** 3) +
    fifth / (1260 * square ** 5);
  return Math.exp(2 * real) / divisor;
}
