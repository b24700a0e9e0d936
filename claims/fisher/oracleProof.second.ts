import {uniforms} from "../../lib/random/uniforms.js";
import {
  type Inequality,
  manySteps,
  noiseSum,
  oneStep,
  quadraticNoise,
  walk
} from "../cases/oracle.js";
import type {Context} from "../ledger/claim.js";

/** L after one step of L(x) = L₀ + gx + M(1 − cos x), whose curvature is at most M. */
export const cosineStep = ({eta}: {eta: number}) =>
  oneStep.noises.map(xi => {
    const {value, smoothness: M, slope: g} = oneStep;
    const x = -eta * (g + xi);
    return value + g * x + M * (1 - Math.cos(x));
  });

/** The same quantiles, the tail of χ² with an even number of degrees as a Poisson sum. */
export function poissonQuantiles({T}: {T: number}) {
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
  return low;
}

/** Standard deviations of Σ‖ξ‖² from the moments of one normal, by the trapezoidal rule. */
export function standardDeviations() {
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
  return [deviation(T, 16) / deviation(T, 1), overBias(4 * T) / overBias(T)];
}

/** The law of the walk after T steps, one step after another. */
export function steppedTails({T}: {T: number}) {
  let law = [1];
  for (let t = 0; t < T; t++) law = [...law, 0].map((x, j) => (x + (j > 0 ? law[j - 1] : 0)) / 2);
  const edge = Math.sqrt(2 * T * Math.log(1 / walk.delta));
  return law.reduce((sum, p, j) => sum + (2 * j - T > edge ? p : 0), 0);
}

/** The share of 20 000 walks that stop within T steps. */
export function simulatedStops({T}: {T: number}, {seed}: Context) {
  const u = uniforms({seed, experiment: "claims of Fisher, section 7", cell: "walk", replicate: 0});
  const edges = Array.from({length: T + 1}, (_, t) => Math.sqrt(2 * t * Math.log(1 / walk.delta)));
  let stops = 0;
  for (let r = 0; r < 20_000; r++)
    for (let t = 1, x = 0; t <= T; t++) {
      x += u.next() < 0.5 ? -1 : 1;
      if (x > edges[t]) {
        stops++;
        break;
      }
    }
  return stops / 20_000;
}

/** The same largest solution, by putting the right side in again and again. */
export function iteratedSolution({gap, smoothness: M, learningRate: eta, steps: T}: Inequality) {
  const {batchSize: b, trace, largest, logarithm: l} = quadraticNoise;
  let S = 1e6;
  for (let k = 0; k < 500; k++)
    S =
      (gap / eta +
        1.25 * Math.sqrt((2 * largest * S * l) / b) +
        (M * eta * T * trace * l) / (2 * b)) /
      0.75;
  return S / T;
}
