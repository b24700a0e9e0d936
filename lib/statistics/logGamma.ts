import {log} from "../elementary/log.js";

/** log 2π. */
const LOG_TWO_PI = 1.8378770664093453;
const series = [
  1 / 12,
  -1 / 360,
  1 / 1260,
  -1 / 1680,
  1 / 1188,
  -691 / 360360,
  1 / 156,
  -3617 / 122400
];

/**
 * log Γ(x), x > 0: Stirling's series above 10, brought there by Γ(x) = Γ(x+1)/x
 *
 * Relative error of Γ(x) itself a few ε·max(1, |log Γ|). Source: DLMF 5.11.1.
 *
 * @throws RangeError unless x > 0.
 * @example
 * logGamma(0.5); // log √π
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`x must lie in (0, ∞); got ${x}`);
  let product = 1;
  let shifted = x;
  for (; shifted < 10; shifted++) product *= shifted;
  return (
    (shifted - 0.5) * log(shifted) -
    shifted +
    0.5 * LOG_TWO_PI +
    stirlingCorrection(shifted) -
    log(product)
  );
}

/** log Γ(x) − (x − ½) log x + x − ½ log 2π, by its series for x ≥ 10. */
function stirlingCorrection(x: number): number {
  const inverseSquare = 1 / (x * x);
  return series.reduceRight((s, c) => s * inverseSquare + c, 0) / x;
}

/** log Γ(x+1) − (x + ½) log x + x − ½ log 2π without cancellation: Stirling's error of x!. */
export function stirlingError(x: number): number {
  if (x >= 10) return stirlingCorrection(x);
  return logGamma(x + 1) - (x + 0.5) * log(x) + x - 0.5 * LOG_TWO_PI;
}

/** x log(x/m) + m − x, without cancellation near x = m (Loader 2000's bd₀). */
export function deviance(x: number, m: number): number {
  const ratio = (x - m) / (x + m);
  if (Math.abs(ratio) > 0.1) {
    const quotient = x / m;
    const inRange = quotient > 0 && quotient < Infinity;
    return x * (inRange ? log(quotient) : log(x) - log(m)) + m - x;
  }
  let sum = (x - m) * ratio;
  let power = 2 * x * ratio;
  const square = ratio * ratio;
  for (let k = 3; ; k += 2) {
    power *= square;
    const next = sum + power / k;
    if (next === sum) return sum;
    sum = next;
  }
}
