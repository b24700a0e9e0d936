import {turningPoint} from "../brute/arrays.js";
import type {Martingale, Tails} from "../cases/lemma.js";

/** P(M_T ≥ λ and V_T ≤ v): binomial sums, and the law of a walk with the variance it has used. */
export const exactTails = (each: Tails) =>
  each.probability === undefined ? walkTails(each) : binomialTails(each, each.probability);

const binomialTails = ({steps: T, levels}: Tails, p: number) =>
  levels.map(([x]) => {
    let logarithm = T * Math.log(1 - p);
    let sum = 0;
    for (let k = 0; k <= T; k++) {
      if (k - T * p >= x) sum += Math.exp(logarithm);
      logarithm += Math.log(((T - k) * p) / ((k + 1) * (1 - p)));
    }
    return sum;
  });

function walkTails({steps, levels}: Tails) {
  let law = new Map<string, number>([["0 0 1", 1]]);
  for (let t = 0; t < steps; t++) {
    const next = new Map<string, number>();
    for (const [state, chance] of law) {
      const [M, V, size] = state.split(" ").map(Number);
      for (const sign of [1, -1]) {
        const after = `${M + sign * size} ${V + size * size} ${sign > 0 ? 1 : 0.5}`;
        next.set(after, (next.get(after) ?? 0) + chance / 2);
      }
    }
    law = next;
  }
  return levels.map(([x, v]) => {
    let sum = 0;
    for (const [state, chance] of law) {
      const [M, V] = state.split(" ").map(Number);
      if (M >= x && V <= v) sum += chance;
    }
    return sum;
  });
}

/** The λ at which λ²/(2v + 2Rλ/3) passes log(1/δ), by bisection. */
export const invertedTail = ({variance: v, range: R, delta}: Martingale) =>
  turningPoint(0, 1e4, x => (x * x) / (2 * v + (2 * R * x) / 3) < Math.log(1 / delta));

/** The same, λ ← √(ℓ(2v + 2Rλ/3)) until it stays. */
export function iteratedTail({variance: v, range: R, delta}: Martingale) {
  let x = 1;
  for (let k = 0; k < 200; k++) x = Math.sqrt(Math.log(1 / delta) * (2 * v + (2 * R * x) / 3));
  return x;
}
