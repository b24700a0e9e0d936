import {
  add,
  apply,
  identity,
  inverse,
  product,
  type Square,
  scale,
  trace,
  transpose
} from "../brute/arrays.js";
import {largestByPowers} from "../brute/largestByPowers.js";
import type {Rows} from "../cases/matrices.js";
import {type Compared, specified, spent, type WithMetric} from "../cases/oracle.js";

/** E‖∇L(θ_T)‖² of a turned problem for whole T, by doubling: powers of I − ηH and their sums. */
function doubled(H: Rows, F: Rows, start: readonly number[], eta: number, largest: number) {
  const A = identity(2).map((row, i) => row.map((x, j) => x - eta * H[i][j]));
  const powers: Square[] = [A];
  const sums: Square[] = [scale(F, eta * eta)];
  for (let k = 1; 2 ** k <= largest; k++) {
    const [P, Q] = [powers[k - 1], sums[k - 1]];
    powers.push(product(P, P));
    sums.push(add(product(P, Q, transpose(P)), Q));
  }
  const image = product(H, inverse(F), H);
  return (steps: number): number => {
    let S: Square = start.map(x => start.map(y => x * y));
    for (let k = 0, rest = steps; rest > 0; k++, rest = Math.floor(rest / 2))
      if (rest % 2 === 1) S = add(product(powers[k], S, transpose(powers[k])), sums[k]);
    return trace(product(image, S));
  };
}

/** The least T over rates with E‖∇L(θ_T)‖² ≤ ε². */
function fewest(H: Rows, F: Rows, start: readonly number[]): number {
  const goal = specified.squaredTolerance;
  const most = 2 ** 24 - 1;
  const callsAt = (eta: number): number => {
    const at = doubled(H, F, start, eta, most);
    if (at(most) > goal) return Infinity;
    let [low, high] = [0, most];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (at(middle) > goal) low = middle;
      else high = middle;
    }
    return high;
  };
  let [left, right] = [goal / 4, (2 * goal) / trace(H)];
  for (let k = 0; k < 22; k++) {
    const [p, q] = [right - 0.618 * (right - left), left + 0.618 * (right - left)];
    if (callsAt(p) <= callsAt(q)) right = q;
    else left = p;
  }
  return callsAt((left + right) / 2);
}

/** N of the first problem over N of the second, both turned. */
export function turnedRatio({problems}: Compared) {
  const turn = [
    [0.8, -0.6],
    [0.6, 0.8]
  ];
  const spread = (values: readonly number[]) =>
    product(
      turn,
      [
        [values[0], 0],
        [0, values[1]]
      ],
      transpose(turn)
    );
  const [first, second] = problems.map(({curvatures: h, metric: f}) =>
    fewest(spread(h), spread(f), apply(turn, [0, Math.sqrt(f[1]) / h[1]]))
  );
  return first / second;
}

/** E‖∇L(θ_T)‖²_{F⁻¹} of SGD itself at the best η ≤ 1/(4M), T = N/b, over that at b = 1; F = I. */
function spentAt(b: number): number {
  const {curvatures, initial, calls} = spent;
  const cap = 1 / (4 * Math.max(...curvatures));
  const first = Math.min(cap, 1e-6 * b);
  let best = Infinity;
  for (let k = 0; k <= 4000; k++) {
    const eta = first * 10 ** (-3 * (k / 4000));
    let sum = 0;
    for (const [i, h] of curvatures.entries()) {
      // x ← a²x + η²/b, T times: its fixed point, and what is left of the distance to it.
      const keep = (1 - eta * h) ** 2;
      const settled = (eta * eta) / b / (1 - keep);
      const left = Math.exp((calls / b) * Math.log(keep));
      sum += h * h * (settled + left * (initial[i] ** 2 - settled));
    }
    best = Math.min(best, sum);
  }
  return best;
}

export const spentRatio = ({b}: {b: number}) => spentAt(b) / spentAt(1);

/** λmax(F)λmax(F⁻¹), both by powers. */
export const condition = ({metric: F}: WithMetric) =>
  largestByPowers(F) * largestByPowers(inverse(F));
