import {uniforms} from "../../lib/random/uniforms.js";
import {
  manySteps,
  noiseSum,
  oneStep,
  quadraticInequality,
  quadraticNoise,
  walk
} from "../cases/oracle.js";
import type {Context, Numbers} from "../ledger/claim.js";

/** L after one step of L(x) = L₀ + gx + M(1 − cos x), whose curvature is at most M. */
export function cosineStep(): Numbers {
  const {value, smoothness: M, slope: g, learningRates, noises} = oneStep;
  return Object.fromEntries(
    learningRates.map(eta => [
      `ηM = ${M * eta}`,
      noises.map(xi => {
        const x = -eta * (g + xi);
        return value + g * x + M * (1 - Math.cos(x));
      })
    ])
  );
}

/** The same quantiles, the tail of χ² with an even number of degrees as a Poisson sum. */
export const poissonQuantiles = (): Numbers =>
  Object.fromEntries(
    noiseSum.steps.map(T => {
      const terms = (T * noiseSum.dimension) / 2;
      const logTail = (x: number) => {
        let term = 1;
        let sum = 1;
        for (let j = 1; j < terms; j++) {
          term *= x / 2 / j;
          sum += term;
        }
        return Math.log(sum) - x / 2;
      };
      let [low, high] = [0, 1e4];
      for (let k = 0; k < 100; k++) {
        const middle = (low + high) / 2;
        if (logTail(middle) > -noiseSum.logarithm) low = middle;
        else high = middle;
      }
      return [`T = ${T}`, [low]];
    })
  );

/** Standard deviations of Σ‖ξ‖² from the moments of one normal, by the trapezoidal rule. */
export function standardDeviations(): Numbers {
  const moment = (p: number) => {
    let sum = 0;
    for (let k = -400; k <= 400; k++) {
      const x = k / 40;
      sum += x ** p * Math.exp((-x * x) / 2);
    }
    return sum / 40 / Math.sqrt(2 * Math.PI);
  };
  const variance = moment(4) - moment(2) ** 2;
  const deviation = (T: number, b: number) => Math.sqrt(T * manySteps.dimension * variance) / b;
  const {steps: T} = manySteps;
  const overBias = (t: number) => deviation(t, 1) / t / (1 / t);
  return {
    "b → 16 b": [deviation(T, 16) / deviation(T, 1)],
    "over the bias, T → 4 T": [overBias(4 * T) / overBias(T)]
  };
}

/** The law of the walk after T steps, one step after another. */
export function steppedTails(): Numbers {
  return Object.fromEntries(
    walk.steps.map(T => {
      let law = [1];
      for (let t = 0; t < T; t++)
        law = [...law, 0].map((x, j) => (x + (j > 0 ? law[j - 1] : 0)) / 2);
      const edge = Math.sqrt(2 * T * Math.log(1 / walk.delta));
      return [`T = ${T}`, [law.reduce((sum, p, j) => sum + (2 * j - T > edge ? p : 0), 0)]];
    })
  );
}

/** The share of 20 000 walks that stop before the horizon. */
export function simulatedStops({seed}: Context): Numbers {
  const u = uniforms({seed, experiment: "claims of Fisher, section 7", cell: "walk", replicate: 0});
  const edges = Array.from({length: walk.horizon + 1}, (_, t) =>
    Math.sqrt(2 * t * Math.log(1 / walk.delta))
  );
  let stops = 0;
  for (let r = 0; r < 20_000; r++)
    for (let t = 1, x = 0; t <= walk.horizon; t++) {
      x += u.next() < 0.5 ? -1 : 1;
      if (x > edges[t]) {
        stops++;
        break;
      }
    }
  return {"stopped when ahead": [stops / 20_000]};
}

/** The same largest solutions, by putting the right side in again and again. */
export const iteratedSolutions = (): Numbers => {
  const {batchSize: b, trace, largest, logarithm: l} = quadraticNoise;
  return Object.fromEntries(
    quadraticInequality.map(({name, gap, smoothness: M, learningRate: eta, steps: T}) => {
      let S = 1e6;
      for (let k = 0; k < 500; k++)
        S =
          (gap / eta +
            1.25 * Math.sqrt((2 * largest * S * l) / b) +
            (M * eta * T * trace * l) / (2 * b)) /
          0.75;
      return [name, [S / T]];
    })
  );
};
