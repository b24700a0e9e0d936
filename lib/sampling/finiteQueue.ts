import {exp} from "../elementary/exp.js";

/** Interarrival times of the customers of a run after the first, or their rate where they are exponential. */
export type Arrivals = {readonly rate: number} | {readonly gaps: Float64Array};

/** A number and its derivative by the service rate. */
export interface WithSlope {
  readonly value: number;
  readonly slope: number;
}

/**
 * (1/n) Σ E Wₖ over the sojourn times of the first n customers of a queue that begins empty, one server with
 * exponential service of rate μ, and its derivative by μ
 *
 *     E Wₖ = (E Lₖ + 1)/μ,   Lₖ: how many are there when customer k comes
 *
 * L is a Markov chain: of l + 1 customers so many are gone at the next arrival as a Poisson process of rate μ has
 * events in the gap, all at most. With exponential gaps of rate λ that is a geometric law, (λ/(λ+μ)) (μ/(λ+μ))ⁱ.
 * Exact; n²/2 products for each arrival. Source: Kleinrock 1975, §5 (the chain seen at arrivals).
 */
export function meanSojourn(arrivals: Arrivals, customers: number, mu: number): WithSlope {
  let [law, next, slopes, nextSlopes] = Array.from(
    {length: 4},
    () => new Float64Array(customers + 1)
  );
  law[0] = 1;
  let [sum, slope] = [0, 0];
  const gone = new Float64Array(customers + 1);
  const goneSlopes = new Float64Array(customers + 1);
  for (let k = 0; k < customers; k++) {
    let [mean, meanSlope] = [0, 0];
    for (let l = 1; l <= k; l++) {
      mean += l * law[l];
      meanSlope += l * slopes[l];
    }
    sum += (mean + 1) / mu;
    slope += meanSlope / mu - (mean + 1) / (mu * mu);
    if (k === customers - 1) break;
    departures(arrivals, k, mu, gone, goneSlopes);
    next.fill(0);
    nextSlopes.fill(0);
    for (let l = 0; l <= k; l++) {
      let [left, leftSlope] = [1, 0];
      for (let i = 0; i <= l; i++) {
        next[l + 1 - i] += law[l] * gone[i];
        nextSlopes[l + 1 - i] += slopes[l] * gone[i] + law[l] * goneSlopes[i];
        left -= gone[i];
        leftSlope -= goneSlopes[i];
      }
      next[0] += law[l] * left;
      nextSlopes[0] += slopes[l] * left + law[l] * leftSlope;
    }
    [law, next, slopes, nextSlopes] = [next, law, nextSlopes, slopes];
  }
  return {value: sum / customers, slope: slope / customers};
}

/** Probabilities that 0 … k + 1 events fall into the gap behind customer k, and their derivatives by μ. */
function departures(
  arrivals: Arrivals,
  k: number,
  mu: number,
  gone: Float64Array,
  slopes: Float64Array
): void {
  if ("rate" in arrivals) {
    const lambda = arrivals.rate;
    const both = lambda + mu;
    gone[0] = lambda / both;
    slopes[0] = -lambda / (both * both);
    const share = mu / both;
    const shareSlope = lambda / (both * both);
    for (let i = 1; i <= k + 1; i++) {
      gone[i] = gone[i - 1] * share;
      slopes[i] = slopes[i - 1] * share + gone[i - 1] * shareSlope;
    }
    return;
  }
  const gap = arrivals.gaps[k];
  const x = mu * gap;
  gone[0] = exp(-x);
  slopes[0] = -gap * gone[0];
  for (let i = 1; i <= k + 1; i++) {
    gone[i] = (gone[i - 1] * x) / i;
    slopes[i] = gap * (gone[i - 1] - gone[i]);
  }
}
