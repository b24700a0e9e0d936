import type {Named} from "../ledger/claim.js";
import type {Family} from "../ledger/search/family.js";

/** An effective dimension in d directions. */
export interface Effective extends Named {
  readonly d: number;
  readonly effective: number;
}

export const effectives: readonly Effective[] = [10, 100].flatMap(d =>
  [1.1, 2, 9].map(effective => ({name: `d = ${d}, d_eff = ${effective}`, d, effective}))
);

export const effectiveFamily: Family<Effective> = {
  ranges: "d = 2 … 6, d_eff from 1.01 to d",
  dimensions: [2, 6],
  build: (d, next) => {
    const effective = d - (d - 1.01) * next();
    return {name: `d = ${d}, d_eff = ${effective.toPrecision(3)}, drawn`, d, effective};
  }
};

/** Steps η₀/(t + t₀) and batches. */
export interface Schedule extends Named {
  readonly eta0: number;
  readonly offset: number;
  readonly batchSize: number;
}

const schedule = (eta0: number, offset: number, batchSize: number): Schedule => ({
  name: `η₀ = ${eta0}, t₀ = ${offset}, b = ${batchSize}`,
  eta0,
  offset,
  batchSize
});

/** With the paper's η₀, and with others. */
export const printedSchedules = [schedule(1.2, 50, 64), schedule(1.2, 5, 1)];
export const otherSchedules = [schedule(0.8, 50, 64), schedule(3, 50, 64)];

/** Half of a hundred directions stiff, at κ and at 10κ. */
export const halfStiff = [1, 10].map(kappa => ({
  name: `κ from ${kappa} to ${10 * kappa}`,
  stiff: 50,
  kappa
}));

/** Data sets from which all batches of the ten-dimensional experiment are drawn, and horizons. */
export interface Reused extends Named {
  readonly samples: number;
  readonly steps: number;
}

export const reusedData: readonly Reused[] = [
  {samples: 640, steps: 300},
  {samples: 19_200, steps: 300},
  {samples: 38_400, steps: 600}
].map(each => ({...each, name: `n = ${each.samples}, T = ${each.steps}`}));
