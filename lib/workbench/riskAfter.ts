import {exp} from "../elementary/exp.js";
import {expm1} from "../elementary/expm1.js";
import {log1p} from "../elementary/log1p.js";

/** Curvatures, squared distances and noise of single samples along the positive directions of H. */
interface Modes {
  readonly h: readonly number[];
  readonly start: readonly number[];
  readonly noise: readonly number[];
}

/**
 * Expected excess loss ½E(θ_T − θ⋆)ᵀH(θ_T − θ⋆) of T = ⌊N/b⌋ steps of SGD, mode by mode with a = 1 − ηh
 *
 *     last      ½h [a^{2T} s + η²C (1 − a^{2T})/(1 − a²)]
 *     averaged  ½h [(a(1 − a^T)/(Tηh))² s + C/(T²h²) (T − 2a(1 − a^T)/(ηh) + a²(1 − a^{2T})/(1 − a²))]
 *
 * (the last bracket by a sum of positive numbers where ηhT is small);
 * s the squared distance at the start and C the noise of a batch. Source: `averagedIterate`, summed.
 */
export function riskAfter({h, start, noise}: Modes, setting: Setting): Risks {
  const {last, averaged} = weightsAfter(h, start, setting);
  return {
    last: last.excess + along(last.ofNoise, noise),
    averaged: averaged.excess + along(averaged.ofNoise, noise)
  };
}

/** Rate, number of steps, and by what the noise of single samples is multiplied. */
export interface Setting {
  readonly eta: number;
  readonly steps: number;
  readonly share: number;
}

interface Risks {
  readonly last: number;
  readonly averaged: number;
}

/** What is left of the excess at the start, and by what the noise of each mode is multiplied. */
export interface Weights {
  readonly excess: number;
  readonly ofNoise: Float64Array;
}

/** The logarithm of a = 0, whose powers are 0 all the same: exp takes finite numbers alone. */
const nothingLeft = -1000;

/** Below this ηhT the closed form of an average's variance would lose digits. */
const hardlyMoved = 1;

/**
 * Σ gₘ² over m = 1 … T with gₘ = 1 + a + … + a^{m−1} and 0 < a < 1, without a difference of large numbers: by doubling,
 * g_{k+m} = gₖ + aᵏgₘ, along the binary digits of T.
 */
function squaredSums(a: number, T: number): number {
  let [count, power, last, sum, squares] = [1, a, 1, 1, 1];
  for (const digit of T.toString(2).slice(1)) {
    squares += count * last * last + power * (2 * last * sum + power * squares);
    sum += count * last + power * sum;
    last += power * last;
    power *= power;
    count *= 2;
    if (digit === "0") continue;
    last = 1 + a * last;
    sum += last;
    squares += last * last;
    power *= a;
    count++;
  }
  return squares;
}

export function weightsAfter(
  h: readonly number[],
  start: readonly number[],
  {eta, steps: T, share}: Setting
): Readonly<Record<"last" | "averaged", Weights>> {
  const [ofLast, ofAveraged] = [new Float64Array(h.length), new Float64Array(h.length)];
  let [last, averaged] = [0, 0];
  for (let i = 0; i < h.length; i++) {
    const pull = eta * h[i];
    const a = 1 - pull;
    const logarithm = a === 0 ? nothingLeft : log1p(a > 0 ? -pull : -(2 - pull));
    const sign = a < 0 && T % 2 === 1 ? -1 : 1;
    const less = a > 0 ? -expm1(T * logarithm) : 1 - sign * exp(T * logarithm);
    const less2 = -expm1(2 * T * logarithm);
    const twice = pull * (2 - pull);
    last += (h[i] / 2) * (1 - less2) * start[i];
    ofLast[i] = (h[i] / 2) * ((share * eta * eta * less2) / twice);
    const sum = (a * less) / pull;
    averaged += (h[i] / 2) * (sum / T) ** 2 * start[i];
    const spread =
      pull * T < hardlyMoved
        ? (eta / T) ** 2 * squaredSums(a, T)
        : (T - 2 * sum + (a * a * less2) / twice) / (T * h[i]) ** 2;
    ofAveraged[i] = (h[i] / 2) * share * spread;
  }
  return {
    last: {excess: last, ofNoise: ofLast},
    averaged: {excess: averaged, ofNoise: ofAveraged}
  };
}

/** The noise of the modes, weighted and added up. */
export function along(weights: Float64Array, noise: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i++) sum += weights[i] * noise[i];
  return sum;
}
