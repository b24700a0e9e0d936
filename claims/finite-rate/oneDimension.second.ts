import type {Numbers} from "../ledger/claim.js";

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
export function errorRatios(): Numbers {
  const error = (x: number, t: number, steps: number) => Math.abs(power(x, t) - flow(x * t, steps));
  const delta = 1e-8;
  return {
    "1 − λk halved, at λk → 1": [error(1 - delta / 2, 1, 400) / error(1 - delta, 1, 400)],
    "λk halved, one step": [error(5e-5, 1, 4) / error(1e-4, 1, 4)],
    "λk halved, λkt = 1": [error(2 ** -14, 2 ** 14, 2000) / error(2 ** -13, 2 ** 13, 2000)]
  };
}

/** |det(I − λK)| along K = diag(2, ½): zero where an eigenvalue is. */
export const determinants = (): Numbers => ({
  "smallest |eigenvalue|": [
    Math.min(
      ...[0.1, 0.3, 0.5, 0.7, 0.9].map(lambda => Math.abs((1 - 2 * lambda) * (1 - 0.5 * lambda)))
    )
  ]
});
