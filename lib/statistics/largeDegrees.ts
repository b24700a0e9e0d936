import {exp} from "../elementary/exp.js";
import {erfcOfSquare} from "./erf.js";

/** Terms of the expansion: the first left out is below 10⁻¹⁸ for a ≥ 500. */
const order = 6;
/** Coefficients of √(t/(1 − e^{−t})), whose series converges for |t| < 2π. */
const coefficients = seriesOfRoot(28);

/**
 * I_x(a, ½) for a ≥ 500 and ξ = −log x in [0, ½]
 *
 *     Γ(a+½)/Γ(a) Σₖ dₖFₖ,   Fₖ = 1/√π ∫_ξ^∞ (t − ξ)ᵏ t^{−½} e^{−at} dt
 *
 * dₖ the coefficients of √(t/(1 − e^{−t})) in t − ξ. F₀ = erfc(√(aξ))/√a, and
 * aF_{k+1} = (k + ½ − aξ)Fₖ + kξF_{k−1}. Every term is positive or small beside the first, so that the tail
 * is right relative to itself; the rounding of aξ counts aξ fold. Source: DLMF 8.18(ii), b = ½; Temme 1996.
 */
export function betaTailOfLargeDegrees(a: number, xi: number): number {
  const y = a * xi;
  const previous = erfcOfSquare({high: y, low: 0}) / Math.sqrt(a);
  let [before, current] = [0, previous];
  let next = ((0.5 - y) * previous + Math.sqrt(xi / Math.PI) * exp(-y)) / a;
  let sum = 0;
  for (let k = 0; k < order; k++) {
    sum += coefficientAt(k, xi) * current;
    [before, current] = [current, next];
    next = ((k + 1.5 - y) * current + (k + 1) * xi * before) / a;
  }
  return sum * gammaRatio(a);
}

/** dₖ at ξ, from the coefficients at 0. */
function coefficientAt(k: number, xi: number): number {
  let sum = 0;
  for (let j = coefficients.length - 1; j >= k; j--) {
    let binomial = 1;
    for (let i = 1; i <= k; i++) binomial *= (j - k + i) / i;
    sum = sum * xi + coefficients[j] * binomial;
  }
  return sum;
}

/** Γ(a+½)/Γ(a), by its series for large a. Source: DLMF 5.11.13. */
function gammaRatio(a: number): number {
  const z = 1 / a;
  const series =
    1 + z * (-1 / 8 + z * (1 / 128 + z * (5 / 1024 + z * (-21 / 32768 - (z * 399) / 262144))));
  return Math.sqrt(a) * series;
}

/** The first coefficients of (t/(1 − e^{−t}))^{½} at 0: the root of a reciprocal, series by series. */
function seriesOfRoot(length: number): number[] {
  // (1 − e^{−t})/t = Σ (−t)ʲ/(j+1)!, and f = that to the power −½ has f′p = −½ f p′.
  const p = [1];
  for (let j = 1; j < length; j++) p.push(-p[j - 1] / (j + 1));
  const f = [1];
  for (let j = 1; j < length; j++) {
    let sum = 0;
    for (let i = 1; i <= j; i++) sum += (-0.5 * i - (j - i)) * p[i] * f[j - i];
    f.push(sum / j);
  }
  return f;
}
