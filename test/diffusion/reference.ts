import {cellCentres} from "../../lib/diffusion/axis.js";
import type {FokkerPlanck} from "../../lib/diffusion/fokkerPlanck.js";

/** Σ |m/V − p| V over the cells, p read at their centres. */
export function distance(
  {axes, cellVolume}: FokkerPlanck,
  masses: Float64Array,
  density: (...x: number[]) => number
): number {
  const [xs, ys = [0]] = axes.map(axis => cellCentres(axis));
  let sum = 0;
  for (let j = 0; j < ys.length; j++)
    for (let i = 0; i < xs.length; i++)
      sum += Math.abs(masses[i + j * xs.length] - cellVolume * density(xs[i], ys[j]));
  return sum;
}

export const gauss = (x: number, variance: number) =>
  Math.exp((-x * x) / (2 * variance)) / Math.sqrt(2 * Math.PI * variance);

export const total = (masses: Float64Array) => masses.reduce((a, b) => a + b);
