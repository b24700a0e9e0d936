import type {Rows} from "../cases/matrices.js";
import {add, identity, multiply, norm, product, type Square, scale, transpose} from "./arrays.js";

/** Nodes in (0, 1) and weights of the Gauss–Legendre rule of order 8 on [0, 1], from its symmetric half. */
const rule: readonly (readonly [number, number])[] = [
  [0.1834346424956498, 0.362683783378362],
  [0.525532409916329, 0.3137066458778873],
  [0.7966664774136267, 0.2223810344533745],
  [0.9602898564975363, 0.1012285362903763]
].flatMap(([x, w]) => [[(1 - x) / 2, w / 2] as const, [(1 + x) / 2, w / 2] as const]);

/** exp(A) by its Taylor series; for ‖A‖ ≤ 1. */
function taylor(a: Rows): Square {
  let sum = identity(a.length);
  let term = identity(a.length);
  for (let k = 1; k < 25; k++) {
    term = scale(multiply(term, a), 1 / k);
    sum = add(sum, term);
  }
  return sum;
}

/**
 * ∫₀ᵗ e^{−As} Q e^{−Aᵀs} ds for t = time, or all of it for t = ∞: Gauss–Legendre on a first interval
 * short enough that the rule is exact to rounding, then I(2s) = I(s) + e^{−As} I(s) e^{−Aᵀs}.
 */
export function lyapunovIntegral(a: Rows, q: Rows, time = Infinity): Square {
  const size = norm(a);
  const doublings = Number.isFinite(time) ? Math.max(0, Math.ceil(Math.log2(4 * size * time))) : 60;
  const first = Number.isFinite(time) ? time / 2 ** doublings : 1 / (4 * size);
  let integral = scale(q, 0);
  for (const [x, w] of rule) {
    const e = taylor(scale(a, -first * x));
    integral = add(integral, scale(product(e, q, transpose(e)), first * w));
  }
  let e = taylor(scale(a, -first));
  for (let i = 0; i < doublings; i++) {
    const more = product(e, integral, transpose(e));
    integral = add(integral, more);
    if (norm(more) <= 1e-18 * norm(integral)) break;
    if (!Number.isFinite(norm(integral))) throw new Error("the integral does not converge");
    e = multiply(e, e);
  }
  return integral;
}

/** ∫ f from `from` to `to` by the composite Simpson rule with an even number of intervals. */
export function simpson(
  f: (x: number) => number,
  from: number,
  to: number,
  intervals = 4000
): number {
  const h = (to - from) / intervals;
  let sum = f(from) + f(to);
  for (let i = 1; i < intervals; i++) sum += (i % 2 ? 4 : 2) * f(from + i * h);
  return (sum * h) / 3;
}
