import {integer, type MatrixLike, numberIn, symmetricMatrix} from "../check.js";

/** What a single stationary run of a given length knows about one entry of its covariance. */
export interface TimeAverage {
  /** Σᵢⱼ, the expectation of the time average of xᵢxⱼ. */
  readonly mean: number;
  /** Standard deviation of that average over runs, exact. */
  readonly standardDeviation: number;
  /** Expectation where the run's own means are subtracted, x̄ᵢx̄ⱼ: smaller. */
  readonly centredMean: number;
}

/**
 * Mean and spread of (1/n) Σₜ xᵢ(t)xⱼ(t) over n steps of a stationary Gaussian recursion that is
 * diagonal, xᵢ(t+1) = aᵢxᵢ(t) + noise, with covariance Σ
 *
 *     Var = (ΣᵢᵢΣⱼⱼ + Σᵢⱼ²)/n · [1 + 2 Σₖ (1 − k/n) (aᵢaⱼ)ᵏ],   k = 1 … n−1
 *     E x̄ᵢx̄ⱼ = Σᵢⱼ/n · [1 + Σₖ (1 − k/n) (aᵢᵏ + aⱼᵏ)]
 *
 * by Isserlis: E xᵢ(t)xⱼ(t+k) = aⱼᵏΣᵢⱼ. `decays` are a = 1 − ηh; `entry` the pair (i, j), default the
 * first off-diagonal one.
 *
 * @throws RangeError unless |aᵢ| < 1, Σ is symmetric of the same order and the entry is in it.
 * @example
 * timeAverage({decays: [0, 0], covariance: [[1, 0], [0, 1]], steps: 100}).standardDeviation; // 0.1
 */
export function timeAverage({
  decays,
  covariance,
  steps,
  entry = [0, 1]
}: {
  decays: readonly number[];
  covariance: MatrixLike;
  steps: number;
  entry?: readonly [number, number];
}): TimeAverage {
  for (const [i, a] of decays.entries())
    numberIn(`decays[${i}]`, a, "(−1, 1)", x => x > -1 && x < 1);
  const sigma = symmetricMatrix("covariance", covariance, decays.length);
  const n = integer("steps", steps, 1);
  const [i, j] = entry.map((k, at) => integer(`entry[${at}]`, k, 0, decays.length - 1));
  const [p, q] = [decays[i], decays[j]];
  const mean = sigma.get(i, j);
  const variance = (sigma.get(i, i) * sigma.get(j, j) + mean * mean) / n;
  const own = (1 + 2 * fading(p * q, n)) * variance;
  return {
    mean,
    standardDeviation: Math.sqrt(own),
    centredMean: mean - (mean / n) * (1 + fading(p, n) + fading(q, n))
  };
}

/**
 * Σₖ (1 − k/n) rᵏ, k = 1 … n−1: r/(1−r) − r(1 − rⁿ)/(n(1−r)²); where the two nearly cancel, the binomial
 * series of their difference in 1 − r.
 */
function fading(r: number, n: number): number {
  const x = 1 - r;
  if (n * x > 0.5) return r / x - (r * (1 - r ** n)) / (n * x ** 2);
  let sum = 0;
  for (let k = 2, term = (n - 1) / 2; k <= n && term !== 0; k++) {
    sum += term;
    term *= (-(n - k) / (k + 1)) * x;
    if (Math.abs(term) < Number.EPSILON * sum) break;
  }
  return r * sum;
}
