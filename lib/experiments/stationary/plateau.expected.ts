import {
  fisherTenDimensional,
  type TenDimensionalNoise
} from "../../problems/fisherTenDimensional.js";
import {settledShare} from "../../stationary/settledShare.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";

/**
 * E θᵀHθ from θ = 0 after `steps` or, with a burn-in, on average over the steps after it: coordinate by
 * coordinate, as H is diagonal.
 */
export function expectedRisk(
  noise: TenDimensionalNoise,
  learningRate: number,
  run: {readonly steps: number; readonly burnIn?: number}
): number {
  const {curvatures, batchSize, noise: noises} = fisherTenDimensional();
  return curvatures.reduce((sum, h, i) => {
    const hessian = [[h]];
    const limit = sgdCovariance({
      hessian,
      noise: [[noises[noise][i][i] / batchSize]],
      learningRate
    }).get(0, 0);
    const decay = (1 - learningRate * h) * (1 - learningRate * h);
    return sum + h * limit * settledShare({decay, ...run});
  }, 0);
}
