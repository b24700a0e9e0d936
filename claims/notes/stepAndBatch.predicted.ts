import {Matrix} from "ml-matrix";
import {edgeFlow} from "../../lib/diffusion/edgeFlow.js";
import {continuousLyapunov} from "../../lib/linalg/continuousLyapunov.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {sgdCovariance} from "../../lib/stationary/sgdCovariance.js";
import {
  type Dependent,
  type EdgeReading,
  type Falling,
  inOrder,
  type Plain,
  type Skewed
} from "../cases/assumption.js";
import type {Batch} from "../cases/batches.js";
import type {Pair} from "../cases/pairs.js";

/** The variance of dθ = −θ ds + √η(s) dW over η at s = 1, from 0, for the rate η(s) = ηe^{−s/a}. */
const inFlowTime = (a: number) => (Math.exp(-1 / a) - Math.exp(-2)) / (2 - 1 / a);
/** 2a/(2a − 1). */
export const fallingRate = ({a}: Falling) => [(2 * a) / (2 * a - 1), inFlowTime(a)];
/** 2a/(a + 1). */
export const fallingRateOnce = ({a}: Falling) => [(2 * a) / (a + 1), inFlowTime(a)];

/** 1/(1 − ηh/2). */
export const finiteStep = ({learningRate}: Plain) => 1 / (1 - learningRate / 2);
/** The same by the library's covariances of recursion and diffusion. */
export const finiteStepOfLibrary = ({hessian, noise, learningRate}: Plain) => {
  const run = {hessian, noise, learningRate};
  return sgdCovariance(run).get(0, 0) / ouCovariance(run).get(0, 0);
};
/** 1 + ηh/2, its first order. */
export const finiteStepFirst = ({learningRate}: Plain) => 1 + learningRate / 2;

const edge =
  (y: (moment: number) => number) =>
  ({read, moments}: EdgeReading) =>
    moments.map(t => (read === "y" ? y(t) : 1));
/** y of the central flow, and the sharpness over 2/η. */
export const centralFlow = edge(edgeFlow);
/** As if only the slope along x sharpened and were balanced: ẏ = −εy. */
export const unprojectedFlow = edge(t => Math.exp(-t));

/** X with HX + XH = HS₀H, HS₀ + S₀H = C: S = ηS₀ + η²X + …. */
const correction =
  (factor: number) =>
  ({hessian, noise}: Pair) => {
    const first = ouCovariance({hessian, noise, learningRate: 1});
    const H = new Matrix(hessian);
    return continuousLyapunov(H, H.mmul(first).mmul(H)).mul(factor);
  };
export const firstCorrection = correction(1);
export const firstCorrectionHalf = correction(0.5);

/** Σ(n−B)/((n−1)B) and the third cumulant µ₃(n−B)(n−2B)/((n−1)(n−2)B²). */
const finite =
  (third: (n: number, B: number) => number) =>
  ({values, samples: n, batchSize: B}: Skewed) => {
    const mean = values.reduce((a, b) => a + b, 0) / n;
    const central = (power: number) => values.reduce((sum, x) => sum + (x - mean) ** power, 0) / n;
    return [(central(2) * (n - B)) / (n - 1) / B, central(3) * third(n, B)];
  };
export const withoutReplacement = finite(
  (n, B) => ((n - B) * (n - 2 * B)) / ((n - 1) * (n - 2) * B * B)
);
/** The third cumulant as if (n − B) stood twice. */
export const withoutReplacementSquare = finite(
  (n, B) => (n - B) ** 2 / ((n - 1) * (n - 2) * B * B)
);

/** Variance over Σ/B and skewness over γ/√B for 0/1 gradients with a share of 1/8. */
export const realistic = ({samples: N, batchSize: B}: Batch) => [
  (N - B) / (N - 1),
  ((N - 2 * B) / (N - 2)) * Math.sqrt((N - 1) / (N - B))
];
export const realisticPlain = ({samples: N, batchSize: B}: Batch) => [
  (N - B) / (N - 1),
  ((N - 2 * B) / (N - 2)) * Math.sqrt((N - B) / (N - 1))
];

const {coefficient, batch} = inOrder;
const bracket = () => {
  let sum = 1;
  for (let k = 1; k < batch; k++) sum += 2 * (1 - k / batch) * coefficient ** k;
  return sum;
};
const variance = (samples: Dependent) =>
  "values" in samples ? 35 / 12 : "factors" in samples ? 4 : 1;
/** Σ/B, times what a correlation puts to it, and another dependence. */
const factored = (correlated: number, otherwise: number) => (samples: Dependent) =>
  (("coefficient" in samples ? correlated : otherwise) * variance(samples)) / samples.batch;
/** Σ/B for drawn indices and uncorrelated samples; (Σ/B)[1 + 2Σ(1 − k/B)φᵏ], Σ = 1, in order. */
export const onlyCorrelation = factored(bracket(), 1);
/** As if (18) failed wherever samples depend on one another. */
export const everyDependence = factored(bracket(), bracket());
/** (Σ/B)(1 + φ)/(1 − φ) in order. */
export const longBatches = factored((1 + coefficient) / (1 - coefficient), 1);
