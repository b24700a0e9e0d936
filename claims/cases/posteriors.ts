import {type Pair, smallPairs} from "./pairs.js";

/** SGD on a small pair, and the two rates between which its divergence is compared. */
export interface Compared extends Pair {
  readonly rates: readonly number[];
}

export const compared: readonly Compared[] = smallPairs.map(pair => ({
  ...pair,
  rates: [0.3, 1.1].map(x => x / pair.trace)
}));
