import type {Family} from "../../ledger/search/family.js";
import {shown} from "../digits.js";
import type {QuasiRun} from "../optimisers.js";
import {definite} from "./spectra.js";

const quasiFamily = (
  words: string,
  rateOf: (share: number, momentum: number, nu: number) => number
): Family<QuasiRun> => ({
  ranges: `d = 1 … 4, K and C definite with κ to 30, turned against each other, ${words}, µ = 0 … 0.9, ν = 0 … 1`,
  dimensions: [1, 4],
  build: (d, next) => {
    const share = 0.03 + 0.96 * next();
    const momentum = 0.9 * next();
    const nu = next();
    const hessian = definite(d, 30, next);
    return {
      name: `d = ${d}, λ/λ* = ${shown(share)}, µ = ${shown(momentum)}, ν = ${shown(nu)}, drawn`,
      hessian,
      noise: definite(d, 30, next),
      trace: hessian.reduce((sum, row, i) => sum + row[i], 0),
      rate: rateOf(share, momentum, nu),
      momentum,
      nu,
      damped: true
    };
  }
});

/** QHM up to its edge, where a root of its recursion reaches −1. */
export const mixtureFamily = quasiFamily(
  "λ from 0.03 to 0.99 of 2(1 + µ)/(1 + µ − 2µν)",
  (share, mu, nu) => (share * 2 * (1 + mu)) / (1 + mu - 2 * mu * nu)
);

/** The same at rates that are stable for plain SGD and for heavy ball. */
export const endFamily = quasiFamily("λ from 0.03 to 0.99 of 2", share => 2 * share);
