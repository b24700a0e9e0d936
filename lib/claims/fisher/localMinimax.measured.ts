import {noisyPairs, planePairs, spikes} from "../boundCases.js";
import {add, inverse, multiply, product, scale, trace, transpose} from "../brute/arrays.js";
import type {Rows} from "../cases.js";
import type {Numbers} from "../claim.js";

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

/** T/d times the risk of steps η₀/t with F = H = G = diag(κ, 1, …, 1), the least over η₀. */
export const recursionGaps = (): Numbers =>
  Object.fromEntries(
    spikes.map(kappa => {
      const T = 60_000;
      const gap = (eta0: number) => {
        let [stiff, flat] = [0, 0];
        for (let t = 1; t < T; t++) {
          const eta = eta0 / t;
          stiff = (1 - eta * kappa) ** 2 * stiff + eta * eta * kappa;
          flat = (1 - eta) ** 2 * flat + eta * eta;
        }
        return (T * (kappa * stiff + (dimension - 1) * flat)) / dimension;
      };
      let [low, high] = [0.6, 1.2];
      for (let k = 0; k < 12; k++) {
        const [p, q] = [low + (high - low) / 3, high - (high - low) / 3];
        if (gap(p) < gap(q)) high = q;
        else low = p;
      }
      return [`κ = ${kappa}`, [gap(low)]];
    })
  );
