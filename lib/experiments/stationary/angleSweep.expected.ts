import {rotatedCovariance} from "../../linalg/rotatedCovariance.js";
import {settledShare} from "../../stationary/settledShare.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";
import type {TurnedNoiseSettings} from "./turnedNoise.js";

/** E θᵢθⱼ of one entry, from θ = 0: after `steps`, and on average over those after the burn-in. */
export function expectedEntries(
  {
    curvatures,
    noiseVariances,
    learningRate,
    timeStep,
    burnIn
  }: TurnedNoiseSettings & {readonly learningRate: number; readonly timeStep: number},
  {angle, b, row, column}: {angle: number; b: number; row: number; column: number},
  steps: number
): {last: number; overTime: number} {
  const rate = learningRate * timeStep;
  const noise = rotatedCovariance([noiseVariances[0], noiseVariances[1]], angle).mul(
    2 / (rate * b)
  );
  const hessian = curvatures.map((h, i) => curvatures.map((_, j) => (i === j ? h : 0)));
  const limit = sgdCovariance({hessian, noise, learningRate: rate}).get(row - 1, column - 1);
  const decay = (1 - rate * curvatures[row - 1]) * (1 - rate * curvatures[column - 1]);
  return {
    last: limit * settledShare({decay, steps}),
    overTime: limit * settledShare({decay, steps, burnIn})
  };
}
