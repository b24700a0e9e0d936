import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import type {Change, TurnedMetric} from "../cases/metric.js";
import type {Pair} from "../cases/pairs.js";
import {times, toMatrix} from "../printed/algebra.js";

/** µ_F of H = diag(1, h) for F and for F⁻¹, from the symmetric part in the axes of F. */
const bothWays =
  (mixing: (kappa: number) => number, dampedDrops = true) =>
  ({stiff, ratio, degrees}: TurnedMetric) => {
    const phi = (degrees * Math.PI) / 90;
    const half = (stiff - 1) / 2;
    const mu = (1 + stiff) / 2 - half * Math.hypot(Math.cos(phi), Math.sin(phi) * mixing(ratio));
    const drops = [degrees < 45, degrees > 45];
    return drops.map(amplified => (dampedDrops || amplified ? mu : 1));
  };

const mean = (x: number) => (x + 1 / x) / 2;

export const dropsEitherWay = bothWays(kappa => mean(Math.sqrt(kappa)));

/** λmin(H) = 1, no drop, where the metric damps the flat direction and amplifies the stiff one. */
export const dropsWhereAmplified = bothWays(kappa => mean(Math.sqrt(kappa)), false);

export const dropsWithoutRoot = bothWays(mean);

const ranks =
  (ofF: (f: number[][]) => number) =>
  ({noise}: Pair) => [ofF(noise), effectiveDimension(noise)];

const ofSquare = (f: number[][]) => effectiveDimension(times(toMatrix(f), toMatrix(f)).to2DArray());

/** Stable ranks of F and of a root of F: d_eff(F²) and d_eff(F). */
export const stableRanks = ranks(ofSquare);

/** d_eff(F) as that of F. */
export const stableRanksPrinted = ranks(effectiveDimension);

/** ‖F‖_Fro/‖F‖. */
export const stableRanksUnsquared = ranks(f => Math.sqrt(ofSquare(f)));

/** κ_F and d_eff after a change of parameters: what they were before. */
export const unchanged = ({metric}: Change) => [
  fisherConditionNumber(metric),
  effectiveDimension(metric)
];
