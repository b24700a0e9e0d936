import type {Coin} from "../cases/summary.js";

/** 1 + E[Y₂ | Y₁ = 1], over both coins and all pairs of tosses. */
export function everyPair({a}: Coin) {
  let [weight, sum] = [0, 0];
  for (const mean of [a, -a])
    for (const first of [1, -1])
      for (const second of [1, -1]) {
        const p = (0.5 * (1 + first * mean) * (1 + second * mean)) / 4;
        if (first === 1) {
          weight += p;
          sum += p * second;
        }
      }
  return 1 + sum / weight;
}
