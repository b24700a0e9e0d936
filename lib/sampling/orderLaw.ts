import {integer, positive} from "../check.js";

/** One product's order under SGD, where an order that is too low costs as much as one that is too high. */
export interface SingleOrder {
  /** P(D ≤ x). */
  readonly share: (x: number) => number;
  /** Where the law is centred: a median of demand, so that no day is sure to end on one side of it. */
  readonly median: number;
  /** How far from it, to either side, orders are followed. */
  readonly reach: number;
  /** η (p + h): how far one day can move the order, at b = 1 half of it to either side. */
  readonly step: number;
  readonly batchSize: number;
}

/** A law of finitely many orders. */
export interface OrderLaw {
  readonly orders: Float64Array;
  readonly masses: Float64Array;
}

const mostStates = 20_000;

/**
 * The stationary law of x ← x + s (½ − K/b), K ~ Bin(b, P(D ≤ x)), s the step: orders lie on a lattice, so that it
 * is the law of a finite chain, computed by elimination without subtraction (Grassmann, Taksar & Heyman 1985),
 * each mass to a few ε of itself. A move beyond the reach ends there.
 *
 * @throws RangeError unless step and reach are positive and leave at most 20 000 orders
 * @example
 * // a fair coin whatever the order is: the law is even
 * orderLaw({share: () => 0.5, median: 0, reach: 1, step: 2, batchSize: 1}).masses; // [1/3, 1/3, 1/3]
 */
export function orderLaw({share, median, reach, step, batchSize: b}: SingleOrder): OrderLaw {
  positive("step", step);
  positive("reach", reach);
  integer("batchSize", b, 1, 512);
  const unit = b % 2 === 0 ? step / b : step / (2 * b);
  const half = Math.max(1, Math.round(reach / unit));
  const n = 2 * half + 1;
  if (n > mostStates)
    throw new RangeError(`reach must be at most ${(mostStates / 2) * unit}; got ${reach}`);
  const width = b % 2 === 0 ? b / 2 : b;
  const size = 2 * width + 1;
  /** P(from i to j) at i·size + j − i + width. */
  const chances = new Float64Array(n * size);
  const orders = Float64Array.from({length: n}, (_, i) => median + (i - half) * unit);
  for (let i = 0; i < n; i++) {
    const counts = binomial(b, share(orders[i]));
    for (let k = 0; k <= b; k++) {
      const move = b % 2 === 0 ? b / 2 - k : b - 2 * k;
      const to = Math.min(n - 1, Math.max(0, i + move));
      chances[i * size + to - i + width] += counts[k];
    }
  }
  return {orders, masses: eliminated(chances, n, width)};
}

/** P(K = k), k = 0 … b, of Bin(b, p), by one trial after another. */
function binomial(b: number, p: number): Float64Array {
  const masses = new Float64Array(b + 1);
  masses[0] = 1;
  for (let trial = 1; trial <= b; trial++)
    for (let k = trial; k >= 0; k--)
      masses[k] = masses[k] * (1 - p) + (k > 0 ? masses[k - 1] * p : 0);
  return masses;
}

/**
 * The stationary law of a chain on 0 … n − 1 that moves by at most `width`. States leave from both ends towards the
 * middle one, so that each can go on to one that is left: below a median some day has more demand, above it less.
 */
function eliminated(chances: Float64Array, n: number, width: number): Float64Array {
  const size = 2 * width + 1;
  const at = (i: number, j: number) => i * size + j - i + width;
  const middle = (n - 1) / 2;
  /** Takes state k out of the chain, whose neighbours from `first` to `last` are left. */
  const leave = (k: number, first: number, last: number) => {
    let leaving = 0;
    for (let j = first; j <= last; j++) leaving += chances[at(k, j)];
    for (let i = first; i <= last; i++) {
      chances[at(i, k)] /= leaving;
      const through = chances[at(i, k)];
      if (through > 0)
        for (let j = first; j <= last; j++) chances[at(i, j)] += through * chances[at(k, j)];
    }
  };
  for (let k = n - 1; k > middle; k--) leave(k, Math.max(0, k - width), k - 1);
  for (let k = 0; k < middle; k++) leave(k, k + 1, Math.min(middle, k + width));
  const masses = new Float64Array(n);
  masses[middle] = 1;
  for (let k = middle - 1; k >= 0; k--)
    for (let i = k + 1; i <= Math.min(middle, k + width); i++)
      masses[k] += masses[i] * chances[at(i, k)];
  for (let k = middle + 1; k < n; k++)
    for (let i = Math.max(0, k - width); i < k; i++) masses[k] += masses[i] * chances[at(i, k)];
  const total = masses.reduce((sum, mass) => sum + mass, 0);
  return masses.map(mass => mass / total);
}
