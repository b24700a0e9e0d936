import {stableScale} from "../../lib/stationary/stableScale.js";
import {type StableNoise, stable, type Transform, twoPoint} from "../cases/assumption.js";
import type {Numbers} from "../ledger/claim.js";

/** γ/(6√(2π)) for exponential gradients, γ = 2, and sup |F − Φ| of the Poisson law of mean 1. */
export const normality = (): Numbers => ({
  "√B × distance, exponential gradients": [2 / (6 * Math.sqrt(2 * Math.PI))],
  "distance, one sample in B counts": [2 / Math.E - 0.5]
});

/** As if finite variances were enough for any rows. */
export const normalityAlways = (): Numbers => ({
  ...normality(),
  "distance, one sample in B counts": [0]
});

const {step, scale, readAt} = stable;
const width = (alpha: number) =>
  stableScale({curvature: 1, learningRate: step, noiseScale: scale, alpha}) / scale;

/** E cos(tθ) = e^{−(st)^α} at t = u/c. */
const stationary = (alpha: number, s: number) => readAt.map(u => Math.exp(-((u * s) ** alpha)));

export const stableLaw = ({alpha}: StableNoise) => stationary(alpha, width(alpha));

/** The scale of a Gaussian recursion, whatever α. */
export const stableLawSquared = ({alpha}: StableNoise) => stationary(alpha, width(2));

const laplace =
  (power: number) =>
  ({s}: Transform) =>
    Math.exp(-Math.sqrt(Math.PI) * s ** power);
/** E e^{−sX} = e^{−Γ(1−α/2)s^{α/2}} of X = lim n^{1−2/α}Σ_emp, at α = 1. */
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
