import {chiSquareCdf} from "../../lib/statistics/chiSquare.js";
import {sphere} from "../cases/oracle.js";

/**
 * A number below the median of the least ‖∇L(θₜ)‖²: the x at which Σₜ P(‖∇L(θₜ)‖² < x) = ½. After
 * 80 steps the law has settled.
 */
export function unionMedian() {
  const {dimension: d, rateTimesSmoothness: x, steps} = sphere;
  const reach = (x / (2 - x)) * d;
  const below = (threshold: number): number => {
    let sum = 0;
    for (let t = 1; t < 80; t++) {
      const carried = (1 - x) ** (2 * t);
      const variance = (x / (2 - x)) * (1 - carried);
      const share = noncentral(threshold / variance, d, (reach * carried) / variance);
      sum += t < 79 ? share : share * (steps - 79);
    }
    return sum;
  };
  let [low, high] = [0, reach];
  for (let k = 0; k < 20; k++) {
    const middle = (low + high) / 2;
    if (below(middle) < 0.5) low = middle;
    else high = middle;
  }
  return low;
}

/** Distribution function of χ² with non-centrality λ: a Poisson mixture of central ones. */
function noncentral(x: number, degrees: number, lambda: number): number {
  if (lambda < 1e-6) return chiSquareCdf(x, degrees);
  const mean = lambda / 2;
  let weight = Math.exp(-mean);
  let sum = 0;
  for (let j = 0; j < mean + 10 * Math.sqrt(mean) + 10; j++) {
    if (weight > 1e-12) sum += weight * chiSquareCdf(x, degrees + 2 * j);
    weight *= mean / (j + 1);
  }
  return sum;
}
