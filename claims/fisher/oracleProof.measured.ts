import {chiSquareUpper} from "../../lib/statistics/chiSquare.js";
import {inverse, product, scale, trace, turningPoint} from "../brute/arrays.js";
import type {Rows} from "../cases/matrices.js";
import {
  type Inequality,
  manySteps,
  noiseSum,
  oneStep,
  quadraticNoise,
  walk
} from "../cases/oracle.js";
import type {Pair} from "../cases/pairs.js";

/** L after one step of L₀ + gx + Mx²/2 from 0. */
export const quadraticStep = ({eta}: {eta: number}) =>
  oneStep.noises.map(xi => {
    const {value, smoothness: M, slope: g} = oneStep;
    const x = -eta * (g + xi);
    return value + (g * x + (M * x * x) / 2);
  });

/** The x with P(χ² > x) = e^(−ℓ). */
export const noiseQuantiles = ({T}: {T: number}) =>
  turningPoint(
    0,
    1e4,
    x => chiSquareUpper(x, T * noiseSum.dimension) > Math.exp(-noiseSum.logarithm)
  );

/** How far the (1 − δ)-quantile of Σ‖ξ‖² lies above its mean, F = I. */
function deviation(T: number, b: number): number {
  const nu = T * manySteps.dimension;
  const x = turningPoint(nu, 2 * nu, y => chiSquareUpper(y, nu) > manySteps.delta);
  return (x - nu) / b;
}
export function deviationGrowth() {
  const {steps: T} = manySteps;
  const one = deviation(T, 1);
  // The second over ηT as the bias ΔL/(ηT), which falls to a quarter.
  return [deviation(T, 16) / one, deviation(4 * T, 1) / (4 * T) / (one / T) / (1 / 4)];
}

/** P(M_T > √(2T log(1/δ))) for T fair steps ±1, by adding binomial probabilities. */
export const walkTails = ({T}: {T: number}) => tail(T, Math.sqrt(2 * T * Math.log(1 / walk.delta)));

/** The same beyond √(T log(1/δ)). */
export const nearerTails = ({T}: {T: number}) => tail(T, Math.sqrt(T * Math.log(1 / walk.delta)));

function tail(T: number, beyond: number): number {
  let logarithm = -T * Math.LN2;
  let sum = 0;
  for (let ups = 0; ups <= T; ups++) {
    if (2 * ups - T > beyond) sum += Math.exp(logarithm);
    logarithm += Math.log((T - ups) / (ups + 1));
  }
  return sum;
}

/** P(M > √(2V log(1/δ))) after T steps for a walk that stops once this is so; V counts its steps. */
export function stoppedTail({T}: {T: number}) {
  let law = new Map([[0, 1]]);
  let ahead = 0;
  for (let t = 1; t <= T; t++) {
    const edge = Math.sqrt(2 * t * Math.log(1 / walk.delta));
    const next = new Map<number, number>();
    for (const [x, p] of law)
      for (const y of [x - 1, x + 1])
        if (y > edge) ahead += p / 2;
        else next.set(y, (next.get(y) ?? 0) + p / 2);
    law = next;
  }
  return ahead;
}

/** The largest S with (3η/4)S ≤ ΔL + (5/4)η√(2‖F‖Sℓ/b) + (Mη²T/2b) Tr F ℓ, over T. */
export function largestSolution({gap, smoothness: M, learningRate: eta, steps: T}: Inequality) {
  const {batchSize: b, trace: total, largest, logarithm: l} = quadraticNoise;
  const holds = (S: number) =>
    0.75 * eta * S <=
    gap +
      1.25 * eta * Math.sqrt((2 * largest * S * l) / b) +
      (M * eta * eta * T * total * l) / (2 * b);
  return turningPoint(0, 1e12, holds) / T;
}

/** λmax(F⁻¹), by its powers. */
export function largestInverse({noise}: Pair) {
  let power: Rows = inverse(noise);
  let logarithm = 0;
  for (let k = 0; k < 60; k++) {
    const size = trace(power);
    logarithm += Math.log(size) / 2 ** k;
    power = scale(power, 1 / size);
    power = product(power, power);
  }
  return Math.exp(logarithm);
}
