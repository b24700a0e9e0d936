import {effectiveDimension} from "../../lib/budgets/effectiveDimension.js";
import {fisherConditionNumber} from "../../lib/budgets/fisherConditionNumber.js";
import {type Change, changes, turnedMetrics} from "../cases/metric.js";
import {pairs} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";
import {perCase} from "../ledger/perCase.js";
import {times, toMatrix} from "../printed/algebra.js";

/** µ_F of H = diag(1, h) for F and for F⁻¹, from the symmetric part in the axes of F. */
function bothWays(mixing: (kappa: number) => number, dampedDrops = true): Numbers {
  const {stiff, ratio, degrees} = turnedMetrics;
  return Object.fromEntries(
    degrees.map(angle => {
      const phi = (angle * Math.PI) / 90;
      const half = (stiff - 1) / 2;
      const mu = (1 + stiff) / 2 - half * Math.hypot(Math.cos(phi), Math.sin(phi) * mixing(ratio));
      const drops = [angle < 45, angle > 45];
      return [`${angle}°`, drops.map(amplified => (dampedDrops || amplified ? mu : 1))];
    })
  );
}

const mean = (x: number) => (x + 1 / x) / 2;

export const dropsEitherWay = () => bothWays(kappa => mean(Math.sqrt(kappa)));

/** λmin(H) = 1, no drop, where the metric damps the flat direction and amplifies the stiff one. */
export const dropsWhereAmplified = () => bothWays(kappa => mean(Math.sqrt(kappa)), false);

export const dropsWithoutRoot = () => bothWays(mean);

const ranks = (ofF: (f: number[][]) => number): Numbers =>
  perCase(pairs.slice(1), ({noise}) => [ofF(noise), effectiveDimension(noise)]);

const ofSquare = (f: number[][]) => effectiveDimension(times(toMatrix(f), toMatrix(f)).to2DArray());

/** Stable ranks of F and of a root of F: d_eff(F²) and d_eff(F). */
export const stableRanks = () => ranks(ofSquare);

/** d_eff(F) as that of F. */
export const stableRanksPrinted = () => ranks(effectiveDimension);

/** ‖F‖_Fro/‖F‖. */
export const stableRanksUnsquared = () => ranks(f => Math.sqrt(ofSquare(f)));

/** κ_F and d_eff after a change of parameters: what they were before. */
const unchanged = (change: Change): Numbers =>
  perCase([change], ({metric}) => [fisherConditionNumber(metric), effectiveDimension(metric)]);

export const turnedParameters = () => unchanged(changes[0]);
export const stretchedParameters = () => unchanged(changes[1]);
