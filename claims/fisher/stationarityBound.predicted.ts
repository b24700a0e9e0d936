import {stationarityBound} from "../../lib/budgets/stationarityBound.js";
import {rescaled, sphere, type Units} from "../cases/oracle.js";

/** Both terms of (45) after a change of units over both before; `power` of M in the noise term. */
const termRatios =
  (power: number) =>
  ({loss, stretch}: Units) => {
    const terms = (s: number, r: number) => {
      const M = s / r ** 2;
      const bound = stationarityBound(
        {gap: s, smoothness: M, smallest: M * s, trace: 3 * M * s},
        {learningRate: rescaled.rateOver / M, batchSize: 1, steps: rescaled.steps, delta: 0.1}
      );
      return [bound.transient, bound.noise * M ** (power - 1)];
    };
    const before = terms(1, 1);
    return terms(loss, stretch).map((x, k) => x / before[k]);
  };

export const ratios = termRatios(1);

export const printedRatios = termRatios(0);

export const squaredRatios = termRatios(2);

/** The bound on the median of the least squared norm; `power` of M, `trace` or the largest eigenvalue. */
const median =
  (power: number, directions: number = sphere.dimension) =>
  ({loss: M}: {loss: number}) => {
    const {dimension: d, rateTimesSmoothness: x, steps, delta} = sphere;
    const f = M * M;
    const reach = (x / (2 - x)) * d;
    const {transient, noise} = stationarityBound(
      {gap: (reach * f) / (2 * M), smoothness: M, smallest: f, trace: directions * f},
      {learningRate: x / M, batchSize: 1, steps, delta}
    );
    return 8 * (transient + noise * M ** (power - 1)) * Math.log(2 / delta);
  };

export const bound = median(1);

export const printedBound = median(0);

export const undimensionedBound = median(1, 1);
