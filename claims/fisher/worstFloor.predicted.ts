import {worstFloor} from "../../lib/budgets/worstFloor.js";
import type {Metric} from "../cases/worstFloor.js";

/** ηM/(2 − ηM) times the sum over pairs. */
export const worst = ({informations, rate}: Metric) =>
  worstFloor(informations, {rateTimesSmoothness: rate});

/** The same as if a pair of nearly equal eigenvalues counted once, not twice. */
export const worstOfPairs = ({informations, rate}: Metric) => {
  const f = [...informations].sort((a, b) => b - a);
  const all = f.map((x, i) => (x + f[f.length - 1 - i]) ** 2 / (4 * x * f[f.length - 1 - i]));
  return (rate / (2 - rate)) * (all.reduce((sum, x) => sum + x, 0) / 2);
};
