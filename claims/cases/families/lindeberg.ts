import type {Family} from "../../ledger/search/family.js";
import type {LindebergSum} from "../approximation.js";
import {geometric} from "./spectra.js";

/**
 * Laws on two points of a line through the origin, their mean there: a rare one far away and a frequent one
 * near by; ε anywhere up to the largest step.
 */
export const lindebergFamily: Family<LindebergSum> = {
  ranges:
    "d = 1 … 6, laws on two points with chances from ½ to 1 %, b = 1 … 8, η from 0.001 to 1, ε from 1 % to 99.9 % of the largest step, δ from 0.1 to 2",
  dimensions: [1, 6],
  build: (d, next) => {
    const rare = geometric(0.5, 0.01, next());
    const batchSize = 1 + Math.floor(7.999 * next());
    const rate = geometric(1, 0.001, next());
    const share = 0.01 + 0.989 * next();
    const delta = 0.1 + 1.9 * next();
    const axis = Array.from({length: d}, () => 1 + next());
    const length = Math.sqrt(axis.reduce((s, x) => s + x * x, 0));
    const points = [axis.map(x => (x * (1 - rare)) / rare), axis.map(x => -x)];
    return {
      name: `d = ${d}, b = ${batchSize}, chance ${rare.toPrecision(3)}, drawn`,
      points,
      probabilities: [rare, 1 - rare],
      horizon: 1.5,
      batchSize,
      rate,
      epsilon: (rate * length * share * (1 - rare)) / rare,
      delta
    };
  }
};
