import {numberIn, positive} from "../check.js";
import {exp} from "../elementary/exp.js";
import {normalCdf} from "../statistics/normal.js";

/** A variance along the direction of the truth and in every direction across it. */
export interface AlongAcross {
  readonly along: number;
  readonly across: number;
}

/** A logistic model fitted to labels that are not logistic, in the population. */
export interface MisspecifiedLogit {
  /** β⋆ = slope · u: the minimiser of the population's logistic loss. */
  readonly slope: number;
  /** J⋆ = Cov ∇ℓ(β⋆), which is E r²xxᵀ. */
  readonly noise: AlongAcross;
  /** H⋆ = E ∇²ℓ(β⋆). */
  readonly curvature: AlongAcross;
}

const nodes = 801;
const reach = 8.5;
const grid = Array.from({length: nodes}, (_, k) => (2 * reach * k) / (nodes - 1) - reach);
const weights = (() => {
  const w = grid.map(z => exp((-z * z) / 2));
  const sum = w.reduce((a, b) => a + b, 0);
  return w.map(x => x / sum);
})();

/**
 * The logistic fit of x ~ N(0, I), P(y = 1 | x) = Φ(s z + γ(z² − 1)) with z = uᵀx for a unit vector u
 *
 *     E[(σ(cz) − q(z)) z] = 0,  β⋆ = c u
 *     J⋆ = E[q(1−σ)² + (1−q)σ²; xxᵀ],  H⋆ = E[σ(1−σ); xxᵀ]
 *
 * β⋆ is along u and both matrices have u and its complement for eigenspaces, whatever the dimension,
 * because all that is not z is independent of the label: integrals over one normal are left. `length`
 * s = ‖β₀‖; `square` γ adds a term that the model lacks, 0 for the paper's probit data. No intercept.
 * Method: trapezoidal rule on 801 nodes, which for a normal weight is exact to rounding where q is no
 * steeper than 1/10 of a standard deviation (s + γ below 10 or so). Source: Fisher, Appendix B.1.
 *
 * @throws RangeError unless s > 0, γ ∈ [0, 10].
 * @example misspecifiedLogit({length: 1}).slope; // 1.699
 */
export function misspecifiedLogit({
  length,
  square = 0
}: {
  length: number;
  square?: number;
}): MisspecifiedLogit {
  positive("length", length);
  numberIn("square", square, "[0, 10]", x => x >= 0 && x <= 10);
  const q = grid.map(z => normalCdf(length * z + square * (z * z - 1)));
  const mean = (f: (z: number, q: number) => number) =>
    grid.reduce((sum, z, k) => sum + weights[k] * f(z, q[k]), 0);
  let c = length;
  for (let iteration = 0; iteration < 60; iteration++) {
    const slope = mean((z, p) => (sigmoid(c * z) - p) * z);
    const curvature = mean(z => z * z * sigmoid(c * z) * sigmoid(-c * z));
    const step = Math.max(-1, Math.min(1, slope / curvature));
    c -= step;
    if (Math.abs(step) < 1e-14 * Math.max(1, Math.abs(c))) break;
  }
  const squared = (z: number, p: number) =>
    p * sigmoid(-c * z) ** 2 + (1 - p) * sigmoid(c * z) ** 2;
  const bend = (z: number) => sigmoid(c * z) * sigmoid(-c * z);
  return {
    slope: c,
    noise: {along: mean((z, p) => z * z * squared(z, p)), across: mean(squared)},
    curvature: {along: mean(z => z * z * bend(z)), across: mean(bend)}
  };
}

function sigmoid(x: number): number {
  const decay = exp(-Math.abs(x));
  return (x >= 0 ? 1 : decay) / (1 + decay);
}

/**
 * Relative Frobenius distance of the curvature from the noise, ‖H⋆ − J⋆‖/‖J⋆‖, in d dimensions.
 *
 * @example noiseFromCurvature(misspecifiedLogit({length: 1}), 5); // 0.011
 */
export function noiseFromCurvature(
  {noise, curvature}: MisspecifiedLogit,
  dimension: number
): number {
  const norm = (along: number, across: number) =>
    Math.hypot(along, Math.sqrt(dimension - 1) * across);
  return (
    norm(curvature.along - noise.along, curvature.across - noise.across) /
    norm(noise.along, noise.across)
  );
}
