import {describe, numberIn} from "../check.js";
import {pow} from "../elementary/pow.js";
import {regularisedBeta} from "./incompleteBeta.js";
import {invertIncreasing} from "./invertCdf.js";
import {betaTailOfLargeDegrees} from "./largeDegrees.js";
import {logGamma} from "./logGamma.js";
import {normalQuantile, normalTwoSided} from "./normal.js";

/**
 * Two-sided p-value: P(|T| ≥ |t|), with a relative error below (1000 + t²)ε, however small it is.
 *
 * @throws RangeError unless ν > 0 and t is a number
 * @example
 * studentTTwoSided(2, 2); // 0.1835034190722739
 */
export function studentTTwoSided(t: number, degrees: number): number {
  checkDegrees(degrees);
  if (typeof t !== "number" || Number.isNaN(t))
    throw new RangeError(`t must be a number; got ${describe(t)}`);
  return degrees === Infinity ? normalTwoSided(t) : 2 * upperTail(Math.abs(t), degrees);
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

/** Degrees from which on the expansion for large ones has all digits. */
const manyDegrees = 1000;

/** P(T > t), t ≥ 0: ½ I_{ν/(ν+t²)}(ν/2, ½). */
function upperTail(t: number, degrees: number): number {
  if (t === Infinity) return 0;
  const ratio = t / Math.sqrt(degrees);
  if (degrees >= manyDegrees && ratio < 0.75)
    return 0.5 * betaTailOfLargeDegrees(degrees / 2, Math.log1p((t / degrees) * t));
  if (ratio > 1e9) return farTail(1 / ratio, degrees);
  const square = t * t;
  const x = degrees / (degrees + square);
  return 0.5 * regularisedBeta(degrees / 2, 0.5, x, square / (degrees + square));
}

/** The same for r = √ν/t so small that r² is nothing beside 1: r^ν Γ((ν+1)/2)/(νΓ(ν/2)√π). */
function farTail(r: number, degrees: number): number {
  const a = degrees / 2;
  const logarithm = degrees * Math.log(r);
  if (logarithm < -745) return 0;
  const power = pow(r, degrees);
  return (0.5 * power * Math.exp(logGamma(a + 0.5) - logGamma(a + 1))) / Math.sqrt(Math.PI);
}

function checkDegrees(degrees: number): void {
  if (typeof degrees !== "number" || !(degrees > 0))
    throw new RangeError(`degrees must lie in (0, ∞]; got ${describe(degrees)}`);
}
