import type {Family} from "../../ledger/search/family.js";
import type {Memory, StableNoise} from "../assumption.js";
import {shown} from "../digits.js";

/** Noise that remembers its last kicks. */
export const memoryFamily: Family<Memory> = {
  ranges:
    "filters of one, two and three independent kicks, the last two weighted from −1 to 1, their sum at least 0.1 off zero",
  dimensions: [1, 3],
  build: (d, next) => {
    const taps = [1];
    while (taps.length < d) taps.push(2 * next() - 1);
    const sum = taps.reduce((a, b) => a + b);
    if (Math.abs(sum) < 0.1) taps[0] += 0.2;
    return {name: `taps ${taps.map(shown).join(", ")}, drawn`, taps};
  }
};

/** Stable noise on a parabola. */
export const stableFamily: Family<StableNoise> = {
  ranges: "one dimension, α from 0.3 to 2, ηh from 0.01 to 1.99",
  dimensions: [1, 1],
  build: (_, next) => {
    const [alpha, step] = [2 - 1.7 * next(), 0.01 + 1.98 * next()];
    return {name: `α = ${shown(alpha)}, ηh = ${shown(step)}, drawn`, alpha, step};
  }
};
