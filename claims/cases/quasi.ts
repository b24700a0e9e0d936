import type {Named} from "../ledger/named.js";
import {type QuasiRun, quasiRuns} from "./optimisers.js";
import {quasiHyperbolic} from "./problems.js";

export type {QuasiRun};

const {hessian, noise, learningRate: rate, momentum, nu} = quasiHyperbolic;

/** QHM on every pair, and on two curvatures where it is fast. */
export const mixtureRuns: readonly QuasiRun[] = [
  {
    name: "two curvatures",
    hessian: hessian.map((k, i) => hessian.map((_, j) => (i === j ? k : 0))),
    noise: noise.map(row => [...row]),
    trace: hessian[0] + hessian[1],
    rate,
    momentum,
    nu,
    damped: true
  },
  ...quasiRuns
];

/** The first of them as heavy ball, where the proof of Theorem 11 drops nothing. */
export const unmixedRun: QuasiRun = {...quasiRuns[0], name: `${quasiRuns[0].name}, ν = 1`, nu: 1};

/** The same with a rate that is stable without a mixture, too. */
export const endRuns: readonly QuasiRun[] = quasiRuns.map(run => ({
  ...run,
  rate: (1 - run.momentum) * run.rate
}));

/** Different rates for directions that K and C cannot tell apart. */
export interface Unlike extends Named {
  readonly rates: readonly number[];
}
export const unlike: readonly Unlike[] = [
  {name: "Λ = diag(0.6, 1)", rates: [0.6, 1]},
  {name: "Λ = diag(0.6, 1, 1.8)", rates: [0.6, 1, 1.8]}
];
