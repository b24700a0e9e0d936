import type {Contraction, Halving} from "../cases/problems.js";

/** e^(−s) by Runge and Kutta's method of order 4 on ẇ = −w. */
function flow(s: number, steps: number): number {
  const h = s / steps;
  let w = 1;
  for (let i = 0; i < steps; i++) {
    const a = -w;
    const b = -(w + (h / 2) * a);
    const c = -(w + (h / 2) * b);
    const d = -(w + h * c);
    w += (h / 6) * (a + 2 * b + 2 * c + d);
  }
  return w;
}

/** (1 − x)ᵗ by squaring. */
function power(x: number, t: number): number {
  let [result, base, left] = [1, 1 - x, t];
  for (; left > 0; left = Math.floor(left / 2)) {
    if (left % 2 === 1) result *= base;
    base *= base;
  }
  return result;
}

/** The same ratios of errors, the flow integrated and the iteration by squaring. */
export const errorRatios = ({steps, times, pieces}: Halving) => {
  const [whole, half] = steps.map((x, i) =>
    Math.abs(power(x, times[i]) - flow(x * times[i], pieces))
  );
  return half / whole;
};

/** The smallest |det(I − λK)|: zero where an eigenvalue is. */
export const determinants = ({curvatures, rates}: Contraction) =>
  Math.min(
    ...rates.map(lambda => Math.abs(curvatures.reduce((det, k) => det * (1 - lambda * k), 1)))
  );
