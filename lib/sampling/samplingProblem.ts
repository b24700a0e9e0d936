import type {UniformSource} from "../random/source.js";

/** Draws samples, one after another, and their gradients. */
export interface GradientOracle {
  /**
   * Writes the gradients at θ of the next `count` samples into `out`, row by row, `count`×d. How much it takes from
   * its stream must not depend on θ: two oracles opened on equal streams see the same samples.
   */
  gradients(theta: Float64Array, count: number, out: Float64Array): void;
}

/**
 * A function that is a mean over samples, f(θ) = E F(θ, ξ), known through gradients of single samples. One sample
 * is one call of the budget.
 */
export interface SamplingProblem {
  readonly name: string;
  /** d. */
  readonly dimension: number;
  /** θ₀. */
  readonly start: readonly number[];
  /** Puts θ into the feasible set, in place; left out where all of ℝᵈ is feasible. */
  project?(theta: Float64Array): void;
  /** An oracle at its first sample. What samples depend on in time is its own affair. */
  open(stream: UniformSource): GradientOracle;
  /** f(θ) − f(θ⋆), in the units of f, exactly or by brute force. */
  excess(theta: Float64Array): number;
  /** θ⋆. */
  readonly optimum: readonly number[];
  /** H = ∇²f(θ⋆), d×d; where f has none, the best quadratic there. */
  readonly hessian: readonly (readonly number[])[];
  /** G, the covariance of one sample's gradient at θ⋆, d×d. */
  readonly noise: readonly (readonly number[])[];
}
