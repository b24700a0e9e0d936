import type {Coin} from "../cases/summary.js";

/** E[Y₂ | Y₁ = 1] for tosses ±1 of one coin, of mean a or −a with equal chance: a². */
export const remembered = ({a}: Coin) => 1 + a * a;

/** 0, as for a martingale difference. */
export const forgotten = (_: Coin) => 1;

/** a: the coin told by one toss. */
export const known = ({a}: Coin) => 1 + a;
