import {chiSquareUpper} from "../../lib/statistics/chiSquare.js";
import {inverse, product, scale, trace, turningPoint} from "../brute/arrays.js";
import {
  manySteps,
  noiseSum,
  oneStep,
  quadraticInequality,
  quadraticNoise,
  walk
} from "../cases/oracle.js";
import {pairs, type Rows} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** L after one step of a loss given by its change from 0. */
function stepped(change: (x: number, g: number, M: number) => number): Numbers {
  const {value, smoothness: M, slope: g, learningRates, noises} = oneStep;
  return Object.fromEntries(
    learningRates.map(eta => [
      `ηM = ${M * eta}`,
      noises.map(xi => value + change(-eta * (g + xi), g, M))
    ])
  );
}
export const quadraticStep = () => stepped((x, g, M) => g * x + (M * x * x) / 2);

/** The x with P(χ² > x) = e^(−ℓ). */
export const noiseQuantiles = (): Numbers =>
  Object.fromEntries(
    noiseSum.steps.map(T => [
      `T = ${T}`,
      [
        turningPoint(
          0,
          1e4,
          x => chiSquareUpper(x, T * noiseSum.dimension) > Math.exp(-noiseSum.logarithm)
        )
      ]
    ])
  );

/** How far the (1 − δ)-quantile of Σ‖ξ‖² lies above its mean, F = I. */
function deviation(T: number, b: number): number {
  const nu = T * manySteps.dimension;
  const x = turningPoint(nu, 2 * nu, y => chiSquareUpper(y, nu) > manySteps.delta);
  return (x - nu) / b;
}
export function deviationGrowth(): Numbers {
  const {steps: T} = manySteps;
  const one = deviation(T, 1);
  return {
    "b → 16 b": [deviation(T, 16) / one],
    // Both over ηT; the bias ΔL/(ηT) falls to a quarter.
    "over the bias, T → 4 T": [deviation(4 * T, 1) / (4 * T) / (one / T) / (1 / 4)]
  };
}

/** P(M_T > √(2T log(1/δ))) for T fair steps ±1, by adding binomial probabilities. */
export function walkTails(): Numbers {
  return Object.fromEntries(
    walk.steps.map(T => [`T = ${T}`, [tail(T, Math.sqrt(2 * T * Math.log(1 / walk.delta)))]])
  );
}
/** The same beyond √(T log(1/δ)). */
export function nearerTails(): Numbers {
  return Object.fromEntries(
    walk.steps.map(T => [`T = ${T}`, [tail(T, Math.sqrt(T * Math.log(1 / walk.delta)))]])
  );
}
function tail(T: number, beyond: number): number {
  let logarithm = -T * Math.LN2;
  let sum = 0;
  for (let ups = 0; ups <= T; ups++) {
    if (2 * ups - T > beyond) sum += Math.exp(logarithm);
    logarithm += Math.log((T - ups) / (ups + 1));
  }
  return sum;
}

/** P(M > √(2V log(1/δ))) at the horizon for a walk that stops once this is so; V counts its steps. */
export function stoppedTail(): Numbers {
  let law = new Map([[0, 1]]);
  let ahead = 0;
  for (let t = 1; t <= walk.horizon; t++) {
    const edge = Math.sqrt(2 * t * Math.log(1 / walk.delta));
    const next = new Map<number, number>();
    for (const [x, p] of law)
      for (const y of [x - 1, x + 1])
        if (y > edge) ahead += p / 2;
        else next.set(y, (next.get(y) ?? 0) + p / 2);
    law = next;
  }
  return {"stopped when ahead": [ahead]};
}

/** The largest S with (3η/4)S ≤ ΔL + (5/4)η√(2‖F‖Sℓ/b) + (Mη²T/2b) Tr F ℓ, over T. */
export const largestSolutions = (): Numbers => {
  const {batchSize: b, trace: total, largest, logarithm: l} = quadraticNoise;
  return Object.fromEntries(
    quadraticInequality.map(({name, gap, smoothness: M, learningRate: eta, steps: T}) => {
      const holds = (S: number) =>
        0.75 * eta * S <=
        gap +
          1.25 * eta * Math.sqrt((2 * largest * S * l) / b) +
          (M * eta * eta * T * total * l) / (2 * b);
      return [name, [turningPoint(0, 1e12, holds) / T]];
    })
  );
};

/** λmax(F⁻¹), by its powers. */
export const largestInverse = (): Numbers =>
  Object.fromEntries(
    pairs.map(({name, noise}) => {
      let power: Rows = inverse(noise);
      let logarithm = 0;
      for (let k = 0; k < 60; k++) {
        const size = trace(power);
        logarithm += Math.log(size) / 2 ** k;
        power = scale(power, 1 / size);
        power = product(power, power);
      }
      return [name, [Math.exp(logarithm)]];
    })
  );
