import {exp} from "../elementary/exp.js";
import {deviance, stirlingError} from "./logGamma.js";

/** P(a, x) by its power series, for x < a + 1. Source: DLMF 8.7.1. */
export function gammaSeries(a: number, x: number): number {
  if (x === 0) return 0;
  let sum = 1;
  let term = 1;
  for (let k = 1; term > sum * (Number.EPSILON / 4); k++) {
    term *= x / (a + k);
    sum += term;
  }
  return Math.min(1, gammaPrefactor(a, x) * sum);
}

/** Q(a, x)Γ(a)/(x^a e^{−x}) by its continued fraction (Lentz), for x ≥ a + 1. Source: DLMF 8.9.2. */
export function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = 1 / Math.sqrt(Number.MIN_VALUE);
  let d = 1 / b;
  let h = d;
  for (let k = 1; k < 1e6; k++) {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / nonZero(numerator * d + b);
    c = nonZero(b + numerator / c);
    const factor = c * d;
    h *= factor;
    if (Math.abs(factor - 1) < Number.EPSILON) break;
  }
  return h;
}

/** x^a e^{−x} / Γ(a + 1), in Loader's saddle-point form. */
export function gammaPrefactor(a: number, x: number): number {
  return exp(-stirlingError(a) - deviance(a, x)) / Math.sqrt(2 * Math.PI * a);
}

function nonZero(v: number): number {
  return Math.abs(v) < 1e-300 ? 1e-300 : v;
}
