import {wideningFlow} from "../../lib/diffusion/wideningFlow.js";
import {fractionalGaussianCovariance} from "../../lib/random/fractionalGaussianCovariance.js";
import {colouredNoiseVariance} from "../../lib/stationary/colouredNoiseVariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {
  type Ball,
  type Epoch,
  type Memory,
  memorySteps,
  type Widening
} from "../cases/assumption.js";
import type {Pair} from "../cases/pairs.js";

/** Mean square and mean product of two batches, of an epoch and drawn anew. */
const lags =
  (within: (m: number) => number, anew: (m: number) => number) =>
  ({gradients}: Epoch) => {
    const m = gradients.length;
    const square = gradients.reduce((sum, x) => sum + x * x, 0) / m;
    return [square, within(m) * square, square, anew(m) * square];
  };

/** −σ²/(m − 1) between two batches of an epoch, nothing between batches drawn anew. */
export const anticorrelated = lags(
  m => -1 / (m - 1),
  () => 0
);
/** The other way round. */
export const anticorrelatedAsPrinted = lags(
  () => 0,
  m => -1 / (m - 1)
);
/** −σ²/m. */
export const anticorrelatedByM = lags(
  m => -1 / m,
  () => 0
);

/** η/(1 − µ)/(2h) over 1 − ηh/(2(1 + µ)), with h = 1. */
export const heavyBallFormula = ({learningRate, momentum}: Ball) =>
  learningRate / (1 - momentum) / 2 / (1 - learningRate / (2 * (1 + momentum)));

/** Var θ with one batch's noise of variance 1 and h = 1. */
export const heavyBall = ({hessian, noise, learningRate, momentum}: Ball) =>
  momentumCovariance({hessian, noise, learningRate, momentum});

/** η/(2h(1 − µ)) over 1 − ηh/2. */
export const heavyBallPlain = ({learningRate, momentum}: Ball) =>
  learningRate / 2 / (1 - momentum) / (1 - learningRate / 2);

/** γ_k = Σⱼ cⱼcⱼ₊ₖ. */
const ofTaps =
  (taps: readonly number[]) =>
  (k: number): number =>
    taps.reduce((sum, c, j) => sum + c * (taps[j + k] ?? 0), 0);

/** (η²/(1−a²))·bracket(a, γ) at the rates of the cases, and Σγ. */
const variances =
  (bracket: (a: number, gamma: (k: number) => number, lags: number) => number) =>
  (memory: Memory) => {
    if ("hurst" in memory) {
      const {hurst} = memory;
      const autocovariance = (k: number) => fractionalGaussianCovariance(hurst, k);
      const [, step] = memorySteps;
      const library = colouredNoiseVariance({curvature: 1, learningRate: step, autocovariance});
      return [library, (step / (2 - step)) * bracket(1 - step, autocovariance, 200)];
    }
    const taps = "taps" in memory ? memory.taps : [1];
    const gamma = ofTaps(taps);
    return [
      ...memorySteps.map(x => (x / (2 - x)) * bracket(1 - x, gamma, taps.length)),
      taps.reduce((sum, c) => sum + c, 0) ** 2
    ];
  };

/** γ₀ + 2Σaᵏγ_k. */
export const colours = variances((a, gamma, lags) => {
  let sum = gamma(0);
  for (let k = 1; k <= lags; k++) sum += 2 * a ** k * gamma(k);
  return sum;
});

/** Neighbours' correlation alone. */
export const coloursNeighbours = variances((a, gamma) => gamma(0) + 2 * a * gamma(1));

/** Variance and fourth cumulant of the sum grow in proportion to the number of terms. */
export const brownian = (_: Memory) => [1, 1];
/** As of a sum of equal terms. */
export const ballistic = (_: Memory) => [2, 2];

/** (1 − µ)/η times the covariance of heavy ball, as η → 0: that of the diffusion at η = 1. */
const law =
  (factor: number) =>
  ({hessian, noise}: Pair) =>
    ouCovariance({hessian, noise, learningRate: 1}).mul(factor);
export const momentumLimit = law(1);
/** With the temperature η/(1 − µ²), µ = 0.9. */
export const momentumLimitSquared = law(1 / (1 + 0.9));

/** Down the valley's floor with the jitter of epochs. */
export const widening = ({time, epoch}: Widening) => wideningFlow({time, epoch});
/** With that of batches drawn anew. */
export const wideningAnew = ({time}: Widening) => wideningFlow({time, epoch: Infinity});
