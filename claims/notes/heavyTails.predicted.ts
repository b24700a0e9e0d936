import {stableScale} from "../../lib/stationary/stableScale.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {
  draws,
  gammaShapes,
  type LightTail,
  readAt,
  type StableNoise,
  type Transform,
  twoPoint
} from "../cases/assumption.js";
import type {Numbers} from "../ledger/claim.js";

/** E[Z²; |Z| > c] of a normal Z: 1 − ∫z²φ over |z| ≤ c, by its series. */
function beyond(c: number): number {
  if (c > 8) return 0;
  let [sum, term] = [0, (2 * c ** 3) / Math.sqrt(2 * Math.PI)];
  for (let k = 0; k < 200; k++) {
    sum += term / (2 * k + 3);
    term *= (-c * c) / (2 * (k + 1));
  }
  return 1 - sum;
}

/** γ/(6√(2π)) for the mean of exponential gradients, γ = 2, and of sums of two, γ = √2. */
const edgeworth = (divisor: number): Numbers =>
  Object.fromEntries(
    gammaShapes.map(k => [
      `√B × distance, gradients of Γ(${k})`,
      [2 / Math.sqrt(k) / (divisor * Math.sqrt(2 * Math.PI))]
    ])
  );

/** Distances, and Lindeberg's sums Σ E[x²; |x| > ½s]/s² of rows that do not satisfy his condition. */
export const normality = (): Numbers => ({
  ...edgeworth(6),
  "one sample in B counts, distance": [2 / Math.E - 0.5],
  "one sample in B counts, Lindeberg's sum": [1],
  "normal terms of variances 4ᵏ, Lindeberg's sum": [
    Array.from({length: 40}, (_, k) => 0.75 / 4 ** k).reduce(
      (sum, share) => sum + share * beyond(0.5 / Math.sqrt(share)),
      0
    )
  ]
});

/** As if finite variances were enough for any rows. */
export const normalityAlways = (): Numbers => ({
  ...normality(),
  "one sample in B counts, distance": [0]
});

const euler = 0.5772156649015329;
const exponent = (logarithm: number) => (t: number, log: number) =>
  logarithm * log + 1.5 - euler - Math.log(t);

/**
 * −N log E cos(tx/√N) = t²(½ log N + 3/2 − γ − log t) for P(|x| > r) = r⁻²: how it grows between the N, and
 * what it is over ½t² for the norming √(N log N).
 */
const tails =
  (logarithm: number) =>
  ({t}: LightTail) => {
    const logs = draws.map(Math.log);
    const plain = logs.map(log => t * t * exponent(logarithm)(t, log));
    return [
      ...plain.slice(1).map((x, i) => x - plain[i]),
      ...logs.map(log => (2 / log) * exponent(logarithm)(t, log + Math.log(log)))
    ];
  };
export const logarithmic = tails(1 / 2);
/** With log N for its half. */
export const logarithmicTwice = tails(1);

/** E cos(tθ) = e^{−(st)^α} at t = u/c. */
const stationary = (alpha: number, s: number) => readAt.map(u => Math.exp(-((u * s) ** alpha)));

/** s/c = η/(1 − |1 − ηh|^α)^{1/α} for h = 1, and the library's. */
export const stableLaw = ({alpha, step}: StableNoise) =>
  stationary(alpha, step / (1 - Math.abs(1 - step) ** alpha) ** (1 / alpha));
export const libraryStableLaw = ({alpha, step}: StableNoise) =>
  stationary(alpha, stableScale({curvature: 1, learningRate: step, noiseScale: 1, alpha}));

/** The scale of a Gaussian recursion, whatever α. */
export const stableLawSquared = ({alpha, step}: StableNoise) =>
  stationary(alpha, step / Math.sqrt(1 - (1 - step) ** 2));

const laplace =
  (power: number) =>
  ({alpha, s}: Transform) =>
    Math.exp(-Math.exp(logGamma(1 - alpha / 2)) * s ** (power * alpha));
/** E e^{−sX} = e^{−Γ(1−α/2)s^{α/2}} of X = lim n^{1−2/α}Σ_emp. */
export const fewLargest = laplace(1 / 2);
/** The exponent of a gradient in the place of that of its square. */
export const fewLargestPlain = laplace(1);

const a = 1 - twoPoint.step;
const noise = (power: number) =>
  twoPoint.values.reduce((sum, x, i) => sum + twoPoint.probabilities[i] * x ** power, 0);

function moments(kept: number, alpha: number): Numbers {
  return {
    "variance, skewness, excess kurtosis": [
      twoPoint.step / (2 - twoPoint.step),
      (noise(3) * (1 - kept ** 2) ** 1.5) / (1 - kept ** 3),
      ((noise(4) - 3) * (1 - kept ** 2) ** 2) / (1 - kept ** 4)
    ],
    "exponent of η, α = 1.5": [1 - 1 / alpha]
  };
}

/** V = ηΣ/(h(2 − ηh)), γ(1−a²)^{3/2}/(1−a³), κ(1−a²)²/(1−a⁴); width ∝ η^{1−1/α}. */
export const shape = (): Numbers => moments(a, 1.5);

/** Width ∝ √η. */
export const shapeGaussian = (): Numbers => moments(a, 2);
