import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {type DecayingRun, type FigureNumber, tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";

const {curvatures: h, anisotropic, batchSize: b} = tenDimensional;
const perUpdate = (G: Rows) => G.map(row => row.map(x => x / b));

/** N·Tr(HC(T)) for the steps 1.2/(t + 50). */
export function expectations({noise, horizons}: DecayingRun) {
  const options = {curvatures: h, noise: perUpdate(noise), steps: horizons};
  return iterateCovariance({...options, learningRate: t => 1.2 / (t + 50)}).map(
    (C, k) => b * horizons[k] * h.reduce((sum, x, i) => sum + x * C.get(i, i), 0)
  );
}

/** b Tr(FV) at every T, or with the shift −½I left out. */
const limit =
  (shift: number) =>
  ({noise: G, horizons}: DecayingRun) =>
    horizons.map(() => h.reduce((sum, x, i) => sum + (1.44 * x * G[i][i]) / (2.4 * x - shift), 0));

export const settled = limit(1);
export const unshifted = limit(0);

const inFigure =
  (slope: number) =>
  ({of}: FigureNumber) =>
    ({slope: [slope, slope], constant: 541, limit: [142, 140]})[of];

/** As printed: slopes −0.98, Tr(GH⁻¹) = 5.41, limits 14.2 and 14.0; in hundredths, tenths for the limits. */
export const figure = inFigure(-98);

/** With the slope of the limit. */
export const figureAtLimit = inFigure(-100);

/** Tr(FH⁻¹GH⁻¹) with F = H, for each N. */
export function sharpBound() {
  const sandwich = sandwichCovariance(
    h.map((x, i) => h.map((_, j) => (i === j ? x : 0))),
    anisotropic
  );
  const value = h.reduce((sum, x, i) => sum + x * sandwich.get(i, i), 0);
  return [value, value];
}

/** c d with c = 1. */
export const dimensionBound = () => [10, 10];

/** What the average of iterates from the minimum attains. */
export const averagedBound = () =>
  [60, 600].map(T => {
    const {covariance} = averagedIterate({
      curvatures: h,
      noise: perUpdate(anisotropic),
      learningRate: 0.01,
      steps: T,
      burnIn: Math.floor(T / 8)
    });
    return b * T * h.reduce((sum, x, i) => sum + x * covariance.get(i, i), 0);
  });
