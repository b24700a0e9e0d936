import {freshMomentum} from "../brute/freshMomentum.js";
import {type BatchFigure, smallRegression} from "../cases/noise.js";
import type {AtRate} from "../cases/problems.js";

/** Mean of (1 − λa)²v + λ²c² over `batches`, a and c means of x² and xε over the rows of one, at rest over λ/(S(2−λ)). */
const overPrinted = (batches: readonly (readonly number[])[]) => {
  const {rows, batchSize: S} = smallRegression;
  const means = batches.map(batch => ({
    a: batch.reduce((sum, i) => sum + rows[i].x ** 2, 0) / S,
    c: batch.reduce((sum, i) => sum + rows[i].x * rows[i].residual, 0) / S
  }));
  return ({learningRate: rate}: AtRate) => {
    let v = 0;
    for (let t = 0; t < 2000; t++)
      v =
        means.reduce((sum, {a, c}) => sum + (1 - rate * a) ** 2 * v + rate ** 2 * c ** 2, 0) /
        means.length;
    return v / (rate / S / (2 - rate));
  };
};

const ordered = smallRegression.rows.flatMap((_, i) => smallRegression.rows.map((__, j) => [i, j]));

export const drawnWith = overPrinted(ordered);
export const drawnWithout = overPrinted(ordered.filter(([i, j]) => i < j));

/** E w² of heavy ball on fresh batches. */
export const secondMoments = ({learningRate, momentum, batchSize}: BatchFigure) =>
  freshMomentum(learningRate, momentum, batchSize, 1e-15);
