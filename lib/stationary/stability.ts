import {numberIn, UnstableError} from "../check.js";
import {add, multiply, twoSum} from "../elementary/pair.js";
import {productOf, sumLessProduct} from "../elementary/sumLessProduct.js";

/**
 * The learning rates at which heavy ball on a quadratic of largest curvature λmax is stable are
 * (0, 2(1+µ)/λmax), for µ in [0, 1): the companion polynomial z² − (1+µ−λk)z + µ of each mode has
 * both roots inside the unit disc iff λk > 0, λk < 2(1+µ) and |µ| < 1 (Jury). Finite-rate §4.5 calls
 * the bound necessary; it is sufficient as well.
 */
export function heavyBallLimit(largestCurvature: number, momentum: number): number {
  return (2 * (1 + momentum)) / largestCurvature;
}

/**
 * The same for quasi-hyperbolic momentum (finite-rate (72)): (0, 2(1+µ)/((1+µ−2µν)λmax)).
 * The polynomial of a mode is z² − (1+µ−αk)z + (µ−βk), α = λ(1−µν), β = λµ(1−ν). Jury asks for
 * (α−β)k > 0, (α+β)k < 2(1+µ) and βk < 1+µ; the last follows from the second, as β ≤ α µ < α.
 */
export function qhmLimit(largestCurvature: number, momentum: number, nu: number): number {
  const mixed = productOf(2 * momentum, nu);
  const both = twoSum(1, momentum);
  const damped = both.high - mixed.high + (both.low - mixed.low);
  return (2 * (1 + momentum)) / damped / largestCurvature;
}

/** 1 + µ − λk/2, which heavy ball needs positive: right to a few ε of itself up to the edge. */
export const heavyBallRoom = (curvature: number, learningRate: number, momentum: number): number =>
  sumLessProduct(1, momentum, learningRate / 2, curvature);

/** 2(1+µ) − λ(1+µ−2µν)k, which quasi-hyperbolic momentum needs positive: as accurate. */
export function qhmRoom(
  curvature: number,
  learningRate: number,
  momentum: number,
  nu: number
): number {
  const both = twoSum(1, momentum);
  const mixed = productOf(-2 * momentum, nu);
  const product = multiply(productOf(learningRate, curvature), add(both, mixed));
  return 2 * both.high - product.high + (2 * both.low - product.low);
}

/**
 * @throws UnstableError unless 0 < learningRate < limit, and the room left, which vanishes at the limit before
 * rounding, is positive; `formula` is how the message writes the limit.
 */
export function requireStable(
  learningRate: number,
  limit: number,
  formula: string,
  room: () => number
): void {
  const region = `(0, ${formula}) = (0, ${limit})`;
  numberIn("learningRate", learningRate, region, () => true);
  if (!(learningRate > 0 && learningRate < limit && room() > 0))
    throw new UnstableError(`learningRate must lie in ${region}; got ${learningRate}`);
}

/** Momentum µ in [0, 1). */
export function momentumIn(value: number, name = "momentum"): number {
  return numberIn(name, value, "[0, 1)", x => x >= 0 && x < 1);
}
