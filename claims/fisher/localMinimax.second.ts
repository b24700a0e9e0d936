import {inverse, lowerFactor, product, transpose} from "../brute/arrays.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import {noisyPairs, spikes, stiffOfHundred} from "../cases/bound.js";
import type {Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

const dimension = 100;

/** The limit of T times the risk as ∫e^{−(2η₀h − 1)s}ds. */
const limit = (h: number, eta0: number) =>
  h * lyapunovIntegral([[eta0 * h - 0.5]], [[eta0 * eta0 * h]])[0][0];

export const integralGapsAtFixedCondition = (): Numbers =>
  Object.fromEntries(
    stiffOfHundred.map(m => [
      `${m} stiff of 100`,
      [(m * limit(100, 1) + (dimension - m) * limit(1, 1)) / dimension]
    ])
  );

/** The least over η₀ of those of diag(κ, 1, …, 1). */
export const integralGaps = (): Numbers =>
  Object.fromEntries(
    spikes.map(kappa => {
      const gap = (eta0: number) =>
        (limit(kappa, eta0) + (dimension - 1) * limit(1, eta0)) / dimension;
      let [low, high] = [0.6, 1.2];
      for (let k = 0; k < 50; k++) {
        const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
        if (gap(p) < gap(q)) high = q;
        else low = p;
      }
      return [`κ = ${kappa}`, [gap(low)]];
    })
  );

/** Twice the risk of the root of the mean gradient of two draws, over all pairs of 2d gradients. */
export const roots = (): Numbers =>
  Object.fromEntries(
    noisyPairs.flatMap(({name, hessian, noise}) => {
      const d = hessian.length;
      const back = inverse(hessian);
      const draws = transpose(lowerFactor(noise)).flatMap(column =>
        [1, -1].map(sign =>
          back.map(row => row.reduce((sum, x, k) => sum + x * column[k], 0) * sign * Math.sqrt(d))
        )
      );
      const risk = (metric: Rows) => {
        let sum = 0;
        for (const one of draws)
          for (const two of draws) {
            const mean = one.map((x, i) => (x + two[i]) / 2);
            sum += mean.reduce(
              (s, x, i) => s + x * metric[i].reduce((r, m, j) => r + m * mean[j], 0),
              0
            );
          }
        return (2 * sum) / draws.length ** 2;
      };
      return [
        [`${name}, metric G`, [risk(noise)]],
        [`${name}, metric J`, [risk(product(hessian, inverse(noise), hessian))]]
      ];
    })
  );
