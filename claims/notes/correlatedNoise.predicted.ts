import {wideningFlow} from "../../lib/diffusion/wideningFlow.js";
import {fractionalGaussianCovariance} from "../../lib/random/fractionalGaussianCovariance.js";
import {colouredNoiseVariance} from "../../lib/stationary/colouredNoiseVariance.js";
import {momentumCovariance} from "../../lib/stationary/momentumCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {type Ball, epoch, long, memory} from "../cases/assumption.js";
import type {Pair} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const m = epoch.gradients.length;
const square = epoch.gradients.reduce((sum, x) => sum + x * x, 0) / m;
const lags = (within: number, anew: number): Numbers => ({
  "one epoch, E ξᵢ² and E ξᵢξⱼ": [square, within * square],
  "drawn anew, E ξᵢ² and E ξᵢξⱼ": [square, anew * square]
});

/** −σ²/(m − 1) between two batches of an epoch, nothing between batches drawn anew. */
export const anticorrelated = (): Numbers => lags(-1 / (m - 1), 0);
/** The other way round. */
export const anticorrelatedAsPrinted = (): Numbers => lags(0, -1 / (m - 1));
/** −σ²/m. */
export const anticorrelatedByM = (): Numbers => lags(-1 / m, 0);

/** Var θ with one batch's noise of variance 1 and h = 1. */
export const heavyBall = (ball: Ball) => momentumCovariance(ball);

/** η/(2h(1 − µ)) over 1 − ηh/2. */
export const heavyBallPlain = ({learningRate, momentum}: Ball) =>
  learningRate / 2 / (1 - momentum) / (1 - learningRate / 2);

const remembered = (bracket: (a: number, phi: number) => number): Numbers =>
  Object.fromEntries(
    memory.coefficients.map(phi => [
      `correlation ${phi}`,
      memory.steps.map(x => (x / (2 - x)) * bracket(1 - x, phi))
    ])
  );

/** Geometric and long memory: the variance of the iterate, and what it tends to over η/2h. */
export const colours = (): Numbers => ({
  ...remembered((a, phi) => (1 + a * phi) / (1 - a * phi)),
  "small rates, over η/2h": memory.coefficients.map(phi => (1 + phi) / (1 - phi)),
  "fractional noise": long.hursts.map(hurst =>
    colouredNoiseVariance({
      curvature: 1,
      learningRate: long.step,
      autocovariance: k => fractionalGaussianCovariance(hurst, k)
    })
  )
});

/** Neighbours' correlation alone. */
export const coloursNeighbours = (): Numbers => ({
  ...colours(),
  ...remembered((a, phi) => 1 + 2 * a * phi)
});

/** (1 − µ)/η times the covariance of heavy ball, as η → 0: that of the diffusion at η = 1. */
const law =
  (factor: number) =>
  ({hessian, noise}: Pair) =>
    ouCovariance({hessian, noise, learningRate: 1}).mul(factor);
export const momentumLimit = law(1);
/** With the temperature η/(1 − µ²), µ = 0.9. */
export const momentumLimitSquared = law(1 / (1 + 0.9));

const floor = (length: number): Numbers => ({
  "x after s = 3": [wideningFlow({time: 3, epoch: length})]
});
/** Down the valley's floor with the jitter of epochs of ηm = 10. */
export const widening = (): Numbers => floor(10);
/** With that of batches drawn anew. */
export const wideningAnew = (): Numbers => floor(Infinity);
