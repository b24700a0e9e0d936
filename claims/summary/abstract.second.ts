import {uniforms} from "../../lib/random/uniforms.js";
import {logGamma} from "../../lib/statistics/logGamma.js";
import {sampled} from "../brute/sampled.js";
import {decreasing, locationOracle, powerLoss, unequal} from "../cases/summary.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

/** Products of the coordinates of drawn batch gradients of the regression with unequal errors. */
export const drawnBatches = ({seed}: Context): Samples => {
  const {inputs, deviations, probabilities, batchSizes} = unequal;
  const draws = 200_000;
  return Object.fromEntries(
    batchSizes.map(b => {
      const source = uniforms({seed, experiment: "claim SM-1", cell: `b=${b}`, replicate: 0});
      const products = Array.from({length: 4}, () => new Float64Array(draws));
      for (let k = 0; k < draws; k++) {
        const g = [0, 0];
        for (let i = 0; i < b; i++) {
          const u = source.next();
          const pick = u < probabilities[0] ? 0 : u < probabilities[0] + probabilities[1] ? 1 : 2;
          const error = (source.next() < 0.5 ? 1 : -1) * deviations[pick];
          for (const j of [0, 1]) g[j] += (error * inputs[pick][j]) / b;
        }
        for (let e = 0; e < 4; e++) products[e][k] = g[e >> 1] * g[e & 1];
      }
      return [`b = ${b}`, products.map(sampled)];
    })
  );
};

/** Risk as a sum over steps of what is left of each kick, added backwards in time. */
function backwards(steps: number, b: number): number {
  const {curvatures, variances, start, eta0, offset} = decreasing;
  return curvatures.reduce((sum, h, i) => {
    let [left, square] = [1, 0];
    for (let t = steps - 1; t >= 0; t--) {
      const step = eta0 / (t + offset);
      square += (left * step * step * variances[i]) / b;
      left *= (1 - step * h) ** 2;
    }
    return sum + h * (square + left * start[i] ** 2);
  }, 0);
}

export const manySteps = (): Numbers => {
  const {batchSize, longRun} = decreasing;
  return {"N = 64 T": [batchSize * longRun * backwards(longRun, batchSize)]};
};

export const fewSteps = (): Numbers => {
  const {fewSteps: steps, batchSizes} = decreasing;
  return {"T = 60, b = 64 · 64ᵏ": batchSizes.map(b => b * steps * backwards(steps, b))};
};

/** N times the variance of steps 1/t, from P ← (1 − 1/t)²P + s²/t². */
const variance = (n: number, size: number) => {
  let p = 9;
  for (let t = 1; t <= n; t++) p = (1 - 1 / t) ** 2 * p + (size / t) ** 2;
  return n * p;
};

export const variances = (): Numbers => ({
  "noise 1": locationOracle.calls.map(n => variance(n, locationOracle.noise))
});

export const quietVariances = (): Numbers => ({
  "noise ½ and ¹⁄₁₀": locationOracle.quieter.flatMap(s =>
    locationOracle.calls.map(n => variance(n, s))
  )
});

/** Var θ under exp(−a|θ|ᵖ): a^{−2/p} Γ(3/p)/Γ(1/p), a = 2h/(pτG). */
const gammas = (power: number): Numbers => {
  const {curvature, noise, temperatures} = powerLoss;
  return {
    "τ = 0.1, 0.2, 0.4": temperatures.map(tau => {
      const a = (2 * curvature) / (power * tau * noise);
      return a ** (-2 / power) * Math.exp(logGamma(3 / power) - logGamma(1 / power));
    })
  };
};

export const squares = (): Numbers => gammas(2);

export const fourthPowers = (): Numbers => gammas(4);
