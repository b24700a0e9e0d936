import type {Estimate} from "./estimate.js";
import {studentTTwoSided} from "./studentT.js";

export interface EqualityTest {
  /** (value − other)/standard error of the difference. */
  z: number;
  /** Two-sided, from Student's t with the estimates' degrees of freedom. */
  pValue: number;
}

type Measured = Pick<Estimate, "value" | "standardError" | "degrees">;

/**
 * Whether an estimate equals a number, or two independent estimates equal each other
 *
 *     z = (a − b)/√(se_a² + se_b²)
 *
 * against Student's t, with Welch–Satterthwaite degrees of freedom for two estimates. Without any
 * error, z is 0 for equal values and ±∞ otherwise.
 *
 * @throws RangeError when a value is not finite or a standard error is negative.
 * @example
 * equalityTest(estimateMean(series), 0.5).z;
 */
export function equalityTest(estimate: Measured, other: Measured | number): EqualityTest {
  const b = typeof other === "number" ? {value: other, standardError: 0, degrees: 1} : other;
  for (const {value, standardError} of [estimate, b])
    if (!Number.isFinite(value) || !(standardError >= 0))
      throw new RangeError(`an estimate must be finite; got ${value} ± ${standardError}`);
  const difference = estimate.value - b.value;
  const u = estimate.standardError ** 2;
  const v = b.standardError ** 2;
  if (u + v === 0) {
    const z = difference === 0 ? 0 : Math.sign(difference) * Infinity;
    return {z, pValue: difference === 0 ? 1 : 0};
  }
  const z = difference / Math.sqrt(u + v);
  const degrees = (u + v) ** 2 / (u ** 2 / estimate.degrees + v ** 2 / b.degrees);
  return {z, pValue: studentTTwoSided(z, degrees)};
}
