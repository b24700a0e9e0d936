import {add, inverse, multiply, product, scale, trace, transpose} from "../brute/arrays.js";
import {noisyPairs, planePairs, spikes, stiffOfHundred} from "../cases/bound.js";
import type {Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** N·risk of θ ← θ − H⁻¹g/(t + 1) from a start away from θ⋆, in a metric, after 40 calls. */
function newton(hessian: Rows, noise: Rows, metric: Rows): number {
  const back = inverse(hessian);
  const kick = product(back, noise, transpose(back));
  let second = hessian.map((_, i) => hessian.map((_, j) => (i + 1) * (j + 1)));
  for (let t = 0; t < 40; t++)
    second = add(scale(second, (1 - 1 / (t + 1)) ** 2), scale(kick, 1 / (t + 1) ** 2));
  return 40 * trace(multiply(metric, second));
}

export const likelihoods = (): Numbers =>
  Object.fromEntries(planePairs.map(({name, metric}) => [name, [newton(metric, metric, metric)]]));

const information = (hessian: Rows, noise: Rows) => product(hessian, inverse(noise), hessian);

export const newtonSteps = (): Numbers =>
  Object.fromEntries(
    noisyPairs.flatMap(({name, hessian, noise}) => [
      [`${name}, metric G`, [newton(hessian, noise, noise)]],
      [`${name}, metric J`, [newton(hessian, noise, information(hessian, noise))]]
    ])
  );

const dimension = 100;

const horizon = 60_000;

/** T times the risk of steps η₀/t in one direction of curvature, noise and metric h. */
function scaledRisk(h: number, eta0: number): number {
  let square = 0;
  for (let t = 1; t < horizon; t++) {
    const eta = eta0 / t;
    square = (1 - eta * h) ** 2 * square + eta * eta * h;
  }
  return horizon * h * square;
}

/** T/d times the risk with F = H = G = diag(κ, 1, …, 1), the least over η₀. */
export const recursionGaps = (): Numbers =>
  Object.fromEntries(
    spikes.map(kappa => {
      const gap = (eta0: number) =>
        (scaledRisk(kappa, eta0) + (dimension - 1) * scaledRisk(1, eta0)) / dimension;
      let [low, high] = [0.6, 1.2];
      for (let k = 0; k < 12; k++) {
        const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
        if (gap(p) < gap(q)) high = q;
        else low = p;
      }
      return [`κ = ${kappa}`, [gap(low)]];
    })
  );

/** T/d times the risk with κ = 100 in some of a hundred directions, at η₀ = 1. */
export function recursionGapsAtFixedCondition(): Numbers {
  const [stiff, flat] = [scaledRisk(100, 1), scaledRisk(1, 1)];
  return Object.fromEntries(
    stiffOfHundred.map(m => [
      `${m} stiff of 100`,
      [(m * stiff + (dimension - m) * flat) / dimension]
    ])
  );
}
