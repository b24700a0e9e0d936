import {type DrawnPanel, figureRows, planes} from "../cases/noise.js";

const {size: N, batchSize: S} = figureRows;

/**
 * The same with the moments of normal inputs and residuals of variance 1: along an axis of curvature h
 * v = λf(1 + τ)/(2 − λh(1 + f)), τ = Σ hv from τ/(1 + τ) = Σ λfh/(2 − λh(1 + f)), f = (1/S)(N − S)/(N − 1)
 * without replacement.
 */
export const overPrinted = ({learningRate: rate, drawing}: DrawnPanel) => {
  const f = drawing === "without replacement" ? (N - S) / (N - 1) / S : 1 / S;
  const {curvatures} = planes;
  const room = (h: number) => 2 - rate * h * (1 + f);
  const share = curvatures.reduce((sum, h) => sum + (rate * f * h) / room(h), 0);
  return curvatures.map(h => ((f * S) / (1 - share) / room(h)) * (2 - rate * h));
};
