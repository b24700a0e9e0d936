import {add, identity, type Square, scale} from "../brute/arrays.js";
import {everySubset, overDataSets} from "../brute/finiteLaw.js";
import {gradients, mixture, population} from "../cases.js";
import type {Numbers} from "../claim.js";

const n = gradients.length;
const batchSizes = Array.from({length: n}, (_, i) => i + 1);

const covariances = () => batchSizes.flatMap(b => everySubset(gradients, b).covariance.flat());

/** Covariance over all C(7, b) subsets; and of the indicators, whose batch mean is I/b. */
export function subsets(): Numbers {
  return {
    "n = 7, d = 3, b = 1 … 7": covariances(),
    "indicators, b = 1 … 7": batchSizes.flatMap(b => {
      const {covariance} = everySubset(identity(n), b);
      return [b * b * covariance[0][0], b * b * covariance[0][1]];
    })
  };
}

/** The first of these alone. */
export const subsetsOfGradients = (): Numbers => ({"n = 7, d = 3, b = 1 … 7": covariances()});

const sizes = [
  [4, 1],
  [4, 2],
  [4, 3],
  [4, 4],
  [6, 4]
] as const;

const perSize = (f: (within: Square, between: Square, b: number) => number[]): Numbers =>
  Object.fromEntries(
    sizes.map(([n, b]) => {
      const {within, between} = overDataSets(population, n, b, everySubset);
      return [`n = ${n}, b = ${b}`, f(within, between, b)];
    })
  );

/** Cov(g_B) over every data set and every subset of it. */
export const dataSets = (): Numbers => perSize((within, between) => add(within, between).flat());

/** The average covariance within a data set, and the covariance of its mean. */
export const withinAndBetweenDataSets = (): Numbers =>
  perSize((within, between) => [...within.flat(), ...between.flat()]);

/** b Cov(g_B). */
export const shapes = (): Numbers =>
  perSize((within, between, b) => scale(add(within, between), b).flat());

/** Cov(g_B) over both populations, every data set and every subset, all at once. */
export function mixtures(): Numbers {
  return Object.fromEntries(
    [1, 2, 3].map(b => {
      const laws = mixture.map(part => ({
        weight: part.weight,
        ...overDataSets(part, 4, b, everySubset)
      }));
      const d = laws[0].mean.length;
      const second = (law: (typeof laws)[number]) =>
        add(
          add(law.within, law.between),
          law.mean.map(x => law.mean.map(y => x * y))
        );
      const mean = Array.from({length: d}, (_, j) =>
        laws.reduce((sum, law) => sum + law.weight * law.mean[j], 0)
      );
      const total = laws.reduce(
        (sum, law) => add(sum, scale(second(law), law.weight)),
        mean.map(x => mean.map(y => -x * y))
      );
      return [`n = 4, b = ${b}`, total.flat()];
    })
  );
}
