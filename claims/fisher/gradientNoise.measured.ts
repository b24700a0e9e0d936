import {add, scale} from "../brute/arrays.js";
import {everySubset, overDataSets} from "../brute/finiteLaw.js";
import {population} from "../cases/problems.js";
import {halves} from "../cases/setup.js";
import type {Numbers} from "../ledger/claim.js";

const perHalf = (f: (n: number, b: number) => readonly number[]): Numbers =>
  Object.fromEntries(
    halves.map(({samples, batchSize}) => [
      `n = ${samples}, b = ${batchSize}`,
      f(samples, batchSize)
    ])
  );

/** Cov(g_B) over every data set and every subset: given the population. */
export const givenPopulation = (): Numbers =>
  perHalf((n, b) => {
    const {within, between} = overDataSets(population, n, b, everySubset);
    return add(within, between).flat();
  });

/** E Cov(g_B | z): given the data set, as F_t of section 3.2 is. */
export const givenData = (): Numbers =>
  perHalf((n, b) => overDataSets(population, n, b, everySubset).within.flat());

/** Cov(ξ₁ + ξ₂) over two batches of b new points: their sum is a batch of 2b, times two. */
export const twoFresh = (): Numbers =>
  perHalf((_, b) => scale(overDataSets(population, 2 * b, 2 * b, everySubset).between, 4).flat());

/** Cov(ξ₁ + ξ₂) over every data set and two subsets of it, drawn apart; ξ = g_B − ∇L. */
export const twoOfOne = (): Numbers =>
  perHalf((n, b) => {
    const {within, between} = overDataSets(population, n, b, everySubset);
    return add(scale(within, 2), scale(between, 4)).flat();
  });

/** Mean and variance over data sets of Cov(g_B | z) − G/b, first coordinate. */
export const remainders = (): Numbers => {
  const {points, probabilities} = population;
  const first = points.map(([x]) => x);
  const mean = first.reduce((s, x, k) => s + probabilities[k] * x, 0);
  const variance = first.reduce((s, x, k) => s + probabilities[k] * (x - mean) ** 2, 0);
  return Object.fromEntries(
    [
      [2, 1],
      [4, 2],
      [6, 2],
      [6, 5]
    ].map(([n, b]) => {
      let [sum, squares] = [0, 0];
      for (let code = 0; code < 3 ** n; code++) {
        let weight = 1;
        const data = Array.from({length: n}, (_, i) => {
          const pick = Math.floor(code / 3 ** i) % 3;
          weight *= probabilities[pick];
          return [first[pick]];
        });
        const r = everySubset(data, b).covariance[0][0] - variance / b;
        sum += weight * r;
        squares += weight * r * r;
      }
      return [`n = ${n}, b = ${b}`, [sum, squares - sum ** 2]];
    })
  );
};
