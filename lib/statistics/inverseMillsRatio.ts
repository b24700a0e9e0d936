import {normalCdf} from "./normal.js";

const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/**
 * Inverse Mills ratio r(z) = φ(z)/Φ(z), to full relative accuracy for every z
 *
 * Below −5 by the continued fraction of Φ(−x)/φ(x) = 1/(x + 1/(x + 2/(x + …))), where r ≈ −z.
 * Source: DLMF 7.9.2.
 *
 * @example
 * inverseMillsRatio(0); // √(2/π)
 */
export function inverseMillsRatio(z: number): number {
  if (z < -5) return tailFraction(-z);
  return Math.exp(-0.5 * z * z - logRootTwoPi) / normalCdf(z);
}

/** log Φ(z), without underflow in the lower tail. */
export function logNormalCdf(z: number): number {
  if (z < -5) return -0.5 * z * z - logRootTwoPi - Math.log(tailFraction(-z));
  return z > 0 ? Math.log1p(-normalCdf(-z)) : Math.log(normalCdf(z));
}

/** φ(x)/Φ(−x) = x + 1/(x + 2/(x + 3/…)) for x > 5, backwards from a depth that reaches ε there. */
function tailFraction(x: number): number {
  let value = x;
  for (let k = 60; k >= 1; k--) value = x + k / value;
  return value;
}
