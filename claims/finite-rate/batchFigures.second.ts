import {smallRegression} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";

/** λ Var c/(2 − λ(1 + Var a)) over λ/(S(2−λ)), Var = share·(population variance)/S. */
const overPrinted = (share: number): Numbers => {
  const {rows, batchSize: S, rates} = smallRegression;
  const mean = (f: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + f(row), 0) / rows.length;
  const varC = (share * mean(({x, residual}) => (x * residual) ** 2)) / S;
  const varA = (share * (mean(({x}) => x ** 4) - mean(({x}) => x ** 2) ** 2)) / S;
  return Object.fromEntries(
    rates.map(rate => [`λ = ${rate}`, [(S * varC * (2 - rate)) / (2 - rate * (1 + varA))]])
  );
};

export const drawnWith = (): Numbers => overPrinted(1);

/** (1 − S/N) N/(N − 1) of it. */
export const drawnWithout = (): Numbers => {
  const {rows, batchSize: S} = smallRegression;
  return overPrinted((rows.length - S) / (rows.length - 1));
};
