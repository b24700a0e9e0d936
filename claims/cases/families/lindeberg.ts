import type {Family} from "../../ledger/search/family.js";
import type {Cubic, LindebergSum} from "../approximation.js";
import {definite, geometric} from "./spectra.js";

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

/** A quadratic with a cubic along one axis, and two points of a ball. */
export const cubicFamily: Family<Cubic> = {
  ranges: "d = 1 … 6, H definite with κ to 10³, a cubic along any axis, two points of a ball",
  dimensions: [1, 6],
  build: (d, next) => {
    const [bend, radius] = [geometric(0.1, 10, next()), geometric(0.1, 10, next())];
    const unit = () => {
      const v = Array.from({length: d}, (_, i) => (i === 0 ? 1.001 : 0) + 2 * next() - 1);
      const length = Math.sqrt(v.reduce((s, x) => s + x * x, 0));
      return v.map(x => x / length);
    };
    const axis = unit();
    const [from, to] = [1, next()].map(share => unit().map(x => radius * share * x));
    return {
      name: `d = ${d}, r = ${radius.toPrecision(3)}, drawn`,
      hessian: definite(d, 1e3, next),
      bend,
      axis,
      radius,
      from,
      to
    };
  }
};
