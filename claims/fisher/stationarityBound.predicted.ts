import {stationarityBound} from "../../lib/budgets/stationarityBound.js";
import {rescaled, sphere} from "../cases/oracle.js";
import type {Numbers} from "../ledger/claim.js";

/** Both terms of (45) after a change of units over both before; `power` of M in the noise term. */
function termRatios(power: number): Numbers {
  const terms = (loss: number, stretch: number) => {
    const M = loss / stretch ** 2;
    const bound = stationarityBound(
      {gap: loss, smoothness: M, smallest: M * loss, trace: 3 * M * loss},
      {learningRate: rescaled.rateOver / M, batchSize: 1, steps: rescaled.steps, delta: 0.1}
    );
    return [bound.transient, bound.noise * M ** (power - 1)];
  };
  const [transient, noise] = terms(1, 1);
  return Object.fromEntries(
    rescaled.changes.map(({name, loss, stretch}) => {
      const [t, n] = terms(loss, stretch);
      return [name, [t / transient, n / noise]];
    })
  );
}

export const ratios = () => termRatios(1);

export const printedRatios = () => termRatios(0);

export const squaredRatios = () => termRatios(2);

/** The bound on the median of the least squared norm; `power` of M, `trace` or the largest eigenvalue. */
function medians(power: number, directions: number = sphere.dimension): Numbers {
  const {dimension: d, rateTimesSmoothness: x, steps, delta, changes} = sphere;
  return Object.fromEntries(
    changes.map(({name, loss: M}) => {
      const f = M * M;
      const reach = (x / (2 - x)) * d;
      const {transient, noise} = stationarityBound(
        {gap: (reach * f) / (2 * M), smoothness: M, smallest: f, trace: directions * f},
        {learningRate: x / M, batchSize: 1, steps, delta}
      );
      return [name, [8 * (transient + noise * M ** (power - 1)) * Math.log(2 / delta)]];
    })
  );
}

export const bounds = () => medians(1);

export const printedBounds = () => medians(0);

export const undimensionedBounds = () => medians(1, 1);
