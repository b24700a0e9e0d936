import {numberIn} from "../check.js";
import type {CircleGrid} from "./circleGrid.js";

/**
 * Quantiles on [−π, π) of a law given by weights at the points of a grid, cut open at ±π: its distribution
 * function is taken linear between points. Weights need not add to 1; rounding below 0 counts as 0.
 *
 * @throws RangeError on a level outside (0, 1), or weights of another length.
 */
export function circleQuantiles(
  {points}: CircleGrid,
  weights: ArrayLike<number>,
  levels: readonly number[]
): number[] {
  const n = points.length;
  if (weights.length !== n)
    throw new RangeError(`weights must have length ${n}; got ${weights.length}`);
  for (const q of levels) numberIn("level", q, "(0, 1)", x => x > 0 && x < 1);
  const width = (2 * Math.PI) / n;
  const first = (n + 1) / 2;
  const cumulative = new Float64Array(n + 1);
  for (let k = 0; k < n; k++)
    cumulative[k + 1] = cumulative[k] + Math.max(0, weights[(first + k) % n]);
  return levels.map(q => {
    const target = q * cumulative[n];
    let k = 0;
    while (k < n - 1 && cumulative[k + 1] < target) k++;
    const share = (target - cumulative[k]) / (cumulative[k + 1] - cumulative[k]);
    // The weight of a point lies half a cell to either side of it.
    return points[first] - 2 * Math.PI + (k + share - 0.5) * width;
  });
}
