import {axisPairs, movingRates, pairs, population, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const sizes = [2, 3, 5, 7];

/** Fourth moment E‖y‖⁴, Tr G and ‖G‖² of the three-point law. */
function moments() {
  const {points, probabilities} = population;
  const d = points[0].length;
  const mean = points[0].map((_, j) =>
    points.reduce((sum, point, k) => sum + probabilities[k] * point[j], 0)
  );
  const centred = points.map(point => point.map((x, j) => x - mean[j]));
  const covariance = Array.from({length: d * d}, (_, e) =>
    centred.reduce((sum, y, k) => sum + probabilities[k] * y[Math.floor(e / d)] * y[e % d], 0)
  );
  const squares = centred.map(y => y.reduce((sum, x) => sum + x * x, 0));
  return {
    fourth: squares.reduce((sum, s, k) => sum + probabilities[k] * s * s, 0),
    trace: squares.reduce((sum, s, k) => sum + probabilities[k] * s, 0),
    norm2: covariance.reduce((sum, x) => sum + x * x, 0)
  };
}

/** E‖Ĝ − G‖² = E‖y‖⁴/m − (m−2)‖G‖²/(m(m−1)) + (Tr G)²/(m(m−1)): O(1/m). */
export function squaredErrors(): Numbers {
  const {fourth, trace, norm2} = moments();
  return Object.fromEntries(
    sizes.map(m => [`m = ${m}`, [fourth / m + (trace * trace - (m - 2) * norm2) / (m * (m - 1))]])
  );
}

/** Its leading term alone. */
export function squaredErrorsLeading(): Numbers {
  const {fourth, norm2} = moments();
  return Object.fromEntries(sizes.map(m => [`m = ${m}`, [(fourth - norm2) / m]]));
}

/** The printed average is unbiased: E Ĝ = G, in units of G. */
export const unbiased = (): Numbers => factors(() => 1);

/** 2/(2−α), as with the running mean. */
export const biasBefore = (): Numbers => factors(a => 2 / (2 - a));

const factors = (f: (alpha: number) => number): Numbers =>
  Object.fromEntries(movingRates.map(alpha => [`α = ${alpha}`, [f(alpha)]]));

/** 2/(2−α) with the mean before its update, 2(1−α)²/(2−α) after it. */
export const biases = (): Numbers =>
  Object.fromEntries(
    movingRates.map(a => [`α = ${a}`, [2 / (2 - a), (2 * (1 - a) ** 2) / (2 - a)]])
  );

/** As if the running mean were independent of what it is compared with, after the update too. */
export const biasesAlike = (): Numbers =>
  Object.fromEntries(movingRates.map(a => [`α = ${a}`, [2 / (2 - a), 2 / (2 - a)]]));

const byDiagonal = (cases: readonly {readonly name: string; readonly noise: Rows}[]): Numbers =>
  Object.fromEntries(
    cases.map(({name, noise}) => {
      const diagonal = noise.map((row, i) => row[i]);
      return [name, [diagonal.reduce((sum, x) => sum + x, 0) / Math.max(...diagonal)]];
    })
  );

/** Tr G/max Gᵢᵢ where the axes of G are the coordinates'. */
export const diagonalDimensions = (): Numbers => byDiagonal(axisPairs);

/** The same where they are not. */
export const diagonalDimensionsTurned = (): Numbers => byDiagonal(pairs.slice(1));

/** Tr G over the mean of the diagonal: d. */
export const fullDimensions = (): Numbers =>
  Object.fromEntries(axisPairs.map(({name, noise}) => [name, [noise.length]]));
