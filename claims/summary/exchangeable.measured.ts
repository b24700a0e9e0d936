import {biasedCoins} from "../cases/summary.js";
import type {Numbers} from "../ledger/claim.js";

/** 1 + E[Y₂ | Y₁ = 1], over both coins and all pairs of tosses. */
export const everyPair = (): Numbers =>
  Object.fromEntries(
    biasedCoins.map(a => {
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
      return [`a = ${a}`, [1 + sum / weight]];
    })
  );
