import {stableScale} from "../../lib/stationary/stableScale.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {
  draws,
  type LightTail,
  type RowSum,
  readAt,
  type StableNoise,
  type Tailed,
  type Transform
} from "../cases/assumption.js";

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

/** Lindeberg's sum Σ E[x²; |x| > ½s]/s² of normal terms. */
const growing = (growth: number) =>
  Array.from({length: 40}, (_, k) => (1 - 1 / growth) / growth ** k).reduce(
    (sum, share) => sum + share * beyond(0.5 / Math.sqrt(share)),
    0
  );

const sums = (rare: number) => (sum: RowSum) => {
  if ("growth" in sum) return growing(sum.growth);
  if ("shape" in sum) return 2 / Math.sqrt(sum.shape) / (6 * Math.sqrt(2 * Math.PI));
  return sum.asked === "distance" ? rare : 1;
};
/** γ/(6√(2π)) of sums of exponentials, γ = 2/√k; distance and Lindeberg's sums of rows that do not satisfy his condition. */
export const normality = sums(2 / Math.E - 0.5);
/** As if finite variances were enough for any rows. */
export const normalityAlways = sums(0);

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

const shapes = (exponent: (alpha: number) => number) => (each: Tailed) => {
  if ("alpha" in each) return exponent(each.alpha);
  const {values, probabilities, step} = each;
  const a = 1 - step;
  const noise = (power: number) =>
    values.reduce((sum, x, i) => sum + probabilities[i] * x ** power, 0);
  return [
    step / (2 - step),
    (noise(3) * (1 - a ** 2) ** 1.5) / (1 - a ** 3),
    ((noise(4) - 3) * (1 - a ** 2) ** 2) / (1 - a ** 4)
  ];
};

/** V = ηΣ/(h(2 − ηh)), γ(1−a²)^{3/2}/(1−a³), κ(1−a²)²/(1−a⁴); width ∝ η^{1−1/α}. */
export const shape = shapes(alpha => 1 - 1 / alpha);

/** Width ∝ √η. */
export const shapeGaussian = shapes(() => 1 / 2);
