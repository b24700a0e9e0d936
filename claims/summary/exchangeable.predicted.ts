import {biasedCoins} from "../cases/summary.js";
import type {Numbers} from "../ledger/claim.js";

/** E[Y₂ | Y₁ = 1] for tosses ±1 of one coin, of mean a or −a with equal chance: a². */
export const remembered = (): Numbers =>
  Object.fromEntries(biasedCoins.map(a => [`a = ${a}`, [1 + a * a]]));

/** 0, as for a martingale difference. */
export const forgotten = (): Numbers => Object.fromEntries(biasedCoins.map(a => [`a = ${a}`, [1]]));

/** a: the coin told by one toss. */
export const known = (): Numbers => Object.fromEntries(biasedCoins.map(a => [`a = ${a}`, [1 + a]]));
