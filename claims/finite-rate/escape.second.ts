import type {Numbers} from "../ledger/claim.js";

/** x ← 1 + e^(−x), and (1 − x)² = x/2 turned about so that it contracts. */
export function iteratedTurns(): Numbers {
  let [x, low] = [1, 0.4];
  for (let i = 0; i < 200; i++) {
    x = 1 + Math.exp(-x);
    low = 1 - Math.sqrt(low / 2);
  }
  return {
    "largest x of (61), t = 1 and 4": [x, x],
    "smallest x of (60) ≤ 0, t = 1": [low]
  };
}
