import {settledShare} from "../../stationary/settledShare.js";
import {sgdCovariance} from "../../stationary/sgdCovariance.js";

/** E θ² of one coordinate, from θ = 0: after `steps`, and on average over those after the burn-in. */
export function expectedVariances(
  {
    noiseVariances,
    learningRate,
    timeStep,
    burnIn
  }: {
    readonly noiseVariances: readonly number[];
    readonly learningRate: number;
    readonly timeStep: number;
    readonly burnIn: number;
  },
  {b, coordinate, curvature}: {b: number; coordinate: number; curvature: number},
  steps: number
): {last: number; overTime: number} {
  const rate = learningRate * timeStep;
  const noise = [[(2 * noiseVariances[coordinate - 1]) / (rate * b)]];
  const limit = sgdCovariance({hessian: [[curvature]], noise, learningRate: rate}).get(0, 0);
  const decay = (1 - rate * curvature) * (1 - rate * curvature);
  return {
    last: limit * settledShare({decay, steps}),
    overTime: limit * settledShare({decay, steps, burnIn})
  };
}
