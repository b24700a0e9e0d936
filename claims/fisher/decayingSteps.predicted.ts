import {averagedIterate} from "../../lib/budgets/averagedIterate.js";
import {sandwichCovariance} from "../../lib/noise/sandwichCovariance.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;
const printedT = [600, 1200, 2400, 4800, 9600];
const perUpdate = (G: readonly (readonly number[])[]) => G.map(row => row.map(x => x / b));

/** N·Tr(HC(T)) for the steps 1.2/(t + 50). */
function risks(G: readonly (readonly number[])[], horizons: readonly number[]): number[] {
  const options = {curvatures: h, noise: perUpdate(G), steps: horizons};
  return iterateCovariance({...options, learningRate: t => 1.2 / (t + 50)}).map(
    (C, k) => b * horizons[k] * h.reduce((sum, x, i) => sum + x * C.get(i, i), 0)
  );
}

/** b Tr(FV), or with the shift −½I left out. */
const limit = (G: readonly (readonly number[])[], shift = 1) =>
  h.reduce((sum, x, i) => sum + (1.44 * x * G[i][i]) / (2.4 * x - shift), 0);

export const expectations = (): Numbers => ({
  anisotropic: risks(anisotropic, [600, 1200, 2400]),
  isotropic: risks(isotropic, [600, 1200, 2400])
});

/** The limit at every T. */
export const settled = (): Numbers => ({
  anisotropic: [600, 1200, 2400].map(() => limit(anisotropic)),
  isotropic: [600, 1200, 2400].map(() => limit(isotropic))
});

export const table = (): Numbers => ({
  anisotropic: risks(anisotropic, printedT),
  isotropic: risks(isotropic, printedT)
});

/** The limit without its shift, at every T. */
export const tableUnshifted = (): Numbers => ({
  anisotropic: printedT.map(() => limit(anisotropic, 0)),
  isotropic: printedT.map(() => limit(isotropic, 0))
});

/** As printed: slopes −0.98, Tr(GH⁻¹) = 5.41, limits 14.2 and 14.0; in hundredths, tenths for the limits. */
export const figure = (): Numbers => ({
  slopes: [-98, -98],
  "Tr(GH⁻¹)": [541],
  limits: [142, 140]
});

/** With the slope of the limit. */
export const figureAtLimit = (): Numbers => ({...figure(), slopes: [-100, -100]});

/** Tr(FH⁻¹GH⁻¹) with F = H, for each start and N. */
export function sharpBound(): Numbers {
  const sandwich = sandwichCovariance(
    h.map((x, i) => h.map((_, j) => (i === j ? x : 0))),
    anisotropic
  );
  const value = h.reduce((sum, x, i) => sum + x * sandwich.get(i, i), 0);
  return {"at the minimum": [value, value], "away from it": [value, value]};
}

/** c d with c = 1. */
export const dimensionBound = (): Numbers => ({
  "at the minimum": [10, 10],
  "away from it": [10, 10]
});

/** What the average of iterates from the minimum attains. */
export function averagedBound(): Numbers {
  const risk = (T: number) => {
    const {covariance} = averagedIterate({
      curvatures: h,
      noise: perUpdate(anisotropic),
      learningRate: 0.01,
      steps: T,
      burnIn: Math.floor(T / 8)
    });
    return b * T * h.reduce((sum, x, i) => sum + x * covariance.get(i, i), 0);
  };
  const values = [risk(60), risk(600)];
  return {"at the minimum": values, "away from it": values};
}
