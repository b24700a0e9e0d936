import {batchFigures, smallRegression} from "../cases/noise.js";
import type {Numbers} from "../ledger/claim.js";

/** Mean of (1 − λa)²v + λ²c² over `batches`, a and c means of x² and xε over the rows of one, at rest over λ/(S(2−λ)). */
const overPrinted = (batches: readonly (readonly number[])[]): Numbers => {
  const {rows, batchSize: S, rates} = smallRegression;
  const means = batches.map(batch => ({
    a: batch.reduce((sum, i) => sum + rows[i].x ** 2, 0) / S,
    c: batch.reduce((sum, i) => sum + rows[i].x * rows[i].residual, 0) / S
  }));
  return Object.fromEntries(
    rates.map(rate => {
      let v = 0;
      for (let t = 0; t < 2000; t++)
        v =
          means.reduce((sum, {a, c}) => sum + (1 - rate * a) ** 2 * v + rate ** 2 * c ** 2, 0) /
          means.length;
      return [`λ = ${rate}`, [v / (rate / S / (2 - rate))]];
    })
  );
};

const ordered = () =>
  smallRegression.rows.flatMap((_, i) => smallRegression.rows.map((__, j) => [i, j]));

export const drawnWith = (): Numbers => overPrinted(ordered());
export const drawnWithout = (): Numbers => overPrinted(ordered().filter(([i, j]) => i < j));

/** E w² of heavy ball on fresh batches: m ← µm + aw + c, w ← w − λm, E a = 1, E a² = 1 + 2/S, E c² = 1/S. */
export const secondMoments = (): Numbers =>
  Object.fromEntries(
    batchFigures.map(({name, rate, momentum: mu, batchSize: S}) => {
      let [ww, wm, mm] = [0, 0, 0];
      for (let t = 0; t < 50_000; t++) {
        const next = mu * mu * mm + 2 * mu * wm + (1 + 2 / S) * ww + 1 / S;
        const cross = mu * wm + ww;
        const before = ww;
        [ww, wm, mm] = [ww - 2 * rate * cross + rate * rate * next, cross - rate * next, next];
        if (Math.abs(ww - before) < 1e-15 * ww) break;
      }
      return [name, [ww]];
    })
  );
