import type {Named} from "../ledger/claim.js";
import type {Family} from "../ledger/search/family.js";
import {spectrum} from "./families/spectra.js";

/** Eigenvalues of a metric, and a step as a multiple of 1/M. */
export interface Metric extends Named {
  readonly informations: readonly number[];
  readonly rate: number;
}

export const metrics: readonly Metric[] = [
  {name: "F = diag(100, 1)", informations: [100, 1], rate: 0.25},
  {name: "F = diag(100, 100, 100, 1)", informations: [100, 100, 100, 1], rate: 0.25},
  {name: "F = diag(50, 1, 9)", informations: [50, 1, 9], rate: 1.5},
  {name: "F = diag(2, 1, 40, 7, 3)", informations: [2, 1, 40, 7, 3], rate: 0.01},
  {name: "F = I, d = 4", informations: [1, 1, 1, 1], rate: 0.25}
];

export const metricFamily: Family<Metric> = {
  ranges: "d = 1 … 6, F with κ to 10³, ηM from 0.002 to 1.998",
  dimensions: [1, 6],
  build: (d, next) => {
    const rate = 2 * (0.001 + 0.998 * next());
    const informations = spectrum(d, 1e3, next);
    const kappa = 1 / Math.min(...informations);
    return {
      name: `d = ${d}, κ_F = ${Number(kappa.toPrecision(3))}, ηM = ${Number(rate.toPrecision(3))}, drawn`,
      informations,
      rate
    };
  }
};
