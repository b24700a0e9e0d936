import {integer, numberIn, positive} from "../check.js";
import {integerPower} from "../elementary/integerPower.js";
import {pow} from "../elementary/pow.js";
import {square} from "../elementary/square.js";
import {sumLessProduct} from "../elementary/sumLessProduct.js";
import {fractionalGaussianCovariance} from "../random/fractionalGaussianCovariance.js";
import {colouredNoiseVariance} from "./colouredNoiseVariance.js";
import {type DrivenCell, skippedUpdates} from "./drivenCell.js";
import {finiteSamples, orderedBatch} from "./noiseDrive.js";
import {reshuffledVariance} from "./reshuffledVariance.js";
import {momentumIn} from "./stability.js";

/**
 * What `drivenRecursionExperiment` measures, exactly: E θ² of a cell over ησ²/2, the variance of the
 * diffusion with white noise, at h = σ = 1 and x = η.
 *
 * White noise of any law: 1/(1 − x/2). Momentum: 1/((1 − µ)(1 − x/(2(1+µ)))). Noise of variance
 * 1 + gθ²/(η/2): 1/(1 − x/2 − g). Drawing the share b/n without replacement: (n−b)/(n−1) of white
 * noise's. Drawn from K different values: (K−1)/K of it, on average over the values; in runs of c equal
 * ones: c times it. With a memory: `colouredNoiseVariance`, `reshuffledVariance`. A falling rate: the recursion
 * of the variance itself. Source: notes, section 2.3.
 *
 * @throws RangeError where the recursion has no stationary law, or `knob` is none of the drive
 */
export function drivenVarianceRatio(cell: DrivenCell): number {
  const {drive, knob, step: x} = cell;
  checkStep(cell);
  const coloured = (autocovariance: (lag: number) => number) =>
    colouredNoiseVariance({curvature: 1, learningRate: x, autocovariance}) / (x / 2);
  switch (drive) {
    case "white":
    case "skewed":
      return 1 / (1 - x / 2);
    case "autoregressive":
      return coloured(k => integerPower(knob, k));
    case "fractional":
      return coloured(k => fractionalGaussianCovariance(knob, k));
    case "reshuffled":
      return (
        reshuffledVariance({curvature: 1, learningRate: x, noise: 1, batches: knob}).average /
        (x / 2)
      );
    case "ordered":
      return coloured(k => blockCovariance(knob, k));
    case "finite": {
      numberIn("knob", knob, "(0, 1)", share => share > 0 && share < 1);
      const batch = Math.max(1, Math.floor(knob * finiteSamples + 0.5));
      return (finiteSamples - batch) / (finiteSamples - 1) / (1 - x / 2);
    }
    case "batch128":
      integer("knob", knob, 128);
      return (knob - 128) / (knob - 1) / (1 - x / 2);
    case "clustered":
      return (knob - 1) / knob / (1 - x / 2);
    case "runs":
      return knob / (1 - x / 2);
    case "momentum":
      return (1 + knob) / ((1 - knob) * sumLessProduct(1, knob, x / 2, 1));
    case "growing":
      if (!(knob < 1 - x / 2))
        throw new RangeError(`knob must lie below 1 − x/2 = ${1 - x / 2}; got ${knob}`);
      return 1 / sumLessProduct(1, -knob, x / 2, 1);
    case "decaying":
      positive("knob", knob);
      return decaying(cell);
  }
}

/** A falling rate has no stability region; momentum's is (0, 2(1 + µ)), all others' (0, 2). */
function checkStep({drive, knob, step}: DrivenCell): void {
  if (drive === "decaying") positive("step", step);
  else {
    if (drive === "momentum") momentumIn(knob);
    const limit = drive === "momentum" ? 2 * (1 + knob) : 2;
    numberIn("step", step, `(0, ${limit})`, x => x > 0 && x < limit);
  }
}

/** B E x̄₀ x̄ₖ of means of B successive values with correlation φ^|lag|. */
function blockCovariance(phi: number, lag: number): number {
  let sum = 0;
  for (let d = 1 - orderedBatch; d < orderedBatch; d++)
    sum += (orderedBatch - Math.abs(d)) * pow(phi, Math.abs(orderedBatch * lag + d));
  return sum / orderedBatch;
}

function decaying(cell: DrivenCell): number {
  const {knob, step, updates} = cell;
  const skipped = skippedUpdates(cell);
  let [variance, sum] = [0, 0];
  for (let k = 0; k < skipped + updates; k++) {
    const rate = step / (1 + (k * step) / knob);
    variance = square(1 - rate) * variance + rate * rate;
    if (k >= skipped) sum += variance / rate;
  }
  return (2 * sum) / updates;
}
