import {add, outer, type Square, scale, subtract} from "../brute/arrays.js";
import type {Walk} from "../cases/walks.js";

/** Where the walk ends, over every sequence of kicks, with its chance. */
function overSequences(
  {hessian, rate, points, probabilities, steps, memory = 0}: Walk,
  start: readonly number[],
  minimum: readonly number[],
  visit: (end: readonly number[], chance: number) => void
): void {
  const walk = (w: readonly number[], left: number, last: number, chance: number): void => {
    if (left === 0) visit(w, chance);
    else
      for (const [pick, kick] of points.entries()) {
        const fresh = last < 0 ? probabilities[pick] : (1 - memory) * probabilities[pick];
        const p = fresh + (pick === last ? memory : 0);
        const next = w.map(
          (x, i) =>
            x - rate * hessian[i].reduce((sum, k, j) => sum + k * (w[j] - minimum[j]), kick[i])
        );
        walk(next, left - 1, pick, chance * p);
      }
  };
  walk(start, steps, -1, 1);
}

/** The mean of the end, from the first of the points where the minimum is the second. */
export const mean = (walk: Walk) => {
  let sum = walk.hessian.map(() => 0);
  overSequences(walk, walk.points[0], walk.points[1], (w, chance) => {
    sum = sum.map((x, i) => x + chance * w[i]);
  });
  return sum;
};

/** The covariance of the end, from the minimum at 0. */
export const everySequence = (walk: Walk) => {
  const origin = walk.hessian.map(() => 0);
  let [average, second]: [number[], Square] = [origin, outer(origin)];
  overSequences(walk, origin, origin, (w, chance) => {
    average = average.map((x, i) => x + chance * w[i]);
    second = add(second, scale(outer(w), chance));
  });
  return subtract(second, outer(average)).flat();
};
