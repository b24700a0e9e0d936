import {numberIn} from "../check.js";
import {regularisedBeta} from "./incompleteBeta.js";
import {invertIncreasing} from "./invertCdf.js";
import {normalCdf, normalQuantile} from "./normal.js";

/** Two-sided p-value: P(|T| ≥ |t|), accurate where it is small. */
export function studentTTwoSided(t: number, degrees: number): number {
  checkDegrees(degrees);
  return degrees === Infinity ? 2 * normalCdf(-Math.abs(t)) : 2 * upperTail(Math.abs(t), degrees);
}

/**
 * The t with P(T ≤ t) = p
 *
 * @throws RangeError unless p in (0, 1) and ν > 0.
 * @example
 * studentTQuantile(0.975, 10); // 2.228138851964939
 */
export function studentTQuantile(p: number, degrees: number): number {
  numberIn("p", p, "(0, 1)", v => v > 0 && v < 1);
  checkDegrees(degrees);
  if (degrees === Infinity) return normalQuantile(p);
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const t = invertIncreasing(x => -upperTail(x, degrees), -tail, 0, Infinity);
  return p > 0.5 ? t : -t;
}

/** P(T > t), t ≥ 0: ½ I_{ν/(ν+t²)}(ν/2, ½). */
function upperTail(t: number, degrees: number): number {
  const square = t * t;
  const x = degrees / (degrees + square);
  return 0.5 * regularisedBeta(degrees / 2, 0.5, x, square / (degrees + square));
}

function checkDegrees(degrees: number): void {
  if (!(degrees > 0)) throw new RangeError(`degrees must lie in (0, ∞]; got ${degrees}`);
}
