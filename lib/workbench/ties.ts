import {influenceError} from "./moments.js";
import {isNothing} from "./quadratic.js";
import type {Sample} from "./sample.js";
import type {Scores} from "./scores.js";

/** Eigenvalues at one end of a spectrum that cannot be told apart. */
export interface Joined {
  readonly count: number;
  /** λ̄, their mean. */
  readonly mean: number;
  readonly meanError: number;
  /** Influence of λ̄, and of the outermost eigenvalue alone. */
  readonly joined: Float64Array;
  readonly first: Float64Array;
  readonly firstError: number;
  /** Between the first two, with its standard error; 0 where there is one alone. */
  readonly gap: number;
  readonly gapError: number;
}

/** An eigenvalue joins while it is nearer than so many standard errors. */
const apart = 3;

/** Or where it differs by so much of itself: balanced designs have equal ones without any error. */
const rounding = 1e-10;

/**
 * Joins eigenvalues from one end while |λ̄₁…ₖ − λₖ₊₁| < 3 joint standard errors, from the influence of the
 * difference
 *
 *     1/k Σ_{j≤k} (vⱼᵀx)² − (vₖ₊₁ᵀx)² − (λ̄₁…ₖ − λₖ₊₁)
 *
 * At a tie the single eigenvectors are arbitrary, but the mean's influence is not.
 */
export function joinedEigenvalues(
  sample: Sample,
  {scores}: Scores,
  values: readonly number[],
  end: "largest" | "smallest"
): Joined {
  const {factor} = sample;
  const at = (k: number) => (end === "largest" ? k : values.length - 1 - k);
  const squares = (k: number) => scores.column(at(k)).map(x => factor * x ** 2 - values[at(k)]);
  const first = squares(0);
  let joined = first;
  let mean = values[at(0)];
  let count = 1;
  let [gap, gapError] = [0, 0];
  for (; count < values.length; count++) {
    const next = squares(count);
    const difference = Math.abs(mean - values[at(count)]);
    const error = influenceError(
      sample,
      joined.map((x, i) => x - next[i])
    );
    if (count === 1) [gap, gapError] = [difference, error];
    if (!(difference <= Math.max(apart * error, rounding * Math.abs(mean)))) break;
    mean = (count * mean + values[at(count)]) / (count + 1);
    joined = joined.map((x, i) => (count * x + next[i]) / (count + 1));
  }
  return {
    count,
    mean,
    meanError: influenceError(sample, joined),
    joined,
    first,
    firstError: errorOf(sample, first, values[at(0)]),
    gap,
    gapError
  };
}

/** Of an eigenvalue; √2 λ/m, what the mean of the rows errs, where they lie equally far from it along its direction. */
function errorOf(sample: Sample, influence: Float64Array, value: number): number {
  const {n, clusters, whole} = sample;
  const mean = influence.reduce((sum, x) => sum + x / n, 0);
  const about = influenceError(
    sample,
    influence.map(x => x - mean)
  );
  return whole || !isNothing(about * about, value)
    ? influenceError(sample, influence)
    : (Math.SQRT2 * value) / clusters;
}
