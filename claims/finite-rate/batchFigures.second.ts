import {smallRegression} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";

const {rows, batchSize: S} = smallRegression;

/** λ Var c/(2 − λ(1 + Var a)) over λ/(S(2−λ)), Var = share·(population variance)/S. */
const overPrinted = (share: number) => {
  const mean = (f: (row: (typeof rows)[number]) => number) =>
    rows.reduce((sum, row) => sum + f(row), 0) / rows.length;
  const varC = (share * mean(({x, residual}) => (x * residual) ** 2)) / S;
  const varA = (share * (mean(({x}) => x ** 4) - mean(({x}) => x ** 2) ** 2)) / S;
  return ({learningRate: rate}: AtRate) => (S * varC * (2 - rate)) / (2 - rate * (1 + varA));
};

export const drawnWith = overPrinted(1);

/** (1 − S/N) N/(N − 1) of it. */
export const drawnWithout = overPrinted((rows.length - S) / (rows.length - 1));
