import {narrowed} from "../brute/least.js";
import * as spectra from "../brute/leastSpectrum.js";
import type {StiffOfHundred} from "../cases/bound.js";
import type {Reused, Schedule} from "../cases/effective.js";
import {tenDimensional} from "../cases/fisher.js";

const {curvatures: h, anisotropic: G, batchSize: b} = tenDimensional;
const far = 2 ** 17;

/** N·Risk at T = 2¹⁷, mode by mode. */
export function scaledRisk({eta0, offset, batchSize}: Schedule): number {
  let sum = 0;
  for (const [i, x] of h.entries()) {
    let square = 0;
    for (let t = 0; t < far; t++) {
      const eta = eta0 / (t + offset);
      square = (1 - eta * x) ** 2 * square + (eta * eta * G[i][i]) / batchSize;
    }
    sum += x * square;
  }
  return batchSize * far * sum;
}

/** T times the risk of one mode at T = 20 000 and twice that, extrapolated in T^−(2η₀x − 1). */
function limitOf(x: number, eta0: number): number {
  const T = 20_000;
  let square = 0;
  const at: number[] = [];
  for (let t = 1; t <= 2 * T; t++) {
    if (t === T || t === 2 * T) at.push(t * x * square);
    const eta = eta0 / t;
    square = (1 - eta * x) ** 2 * square + eta * eta * x;
  }
  const gain = 2 ** Math.min(2 * eta0 * x - 1, 1);
  return (gain * at[1] - at[0]) / (gain - 1);
}

/** T/d times SGD's risk under η₀/t with F = H = G, the least over η₀. */
function leastGap(stiff: number, kappa: number): number {
  const gap = (eta0: number) =>
    (stiff * limitOf(kappa, eta0) + (100 - stiff) * limitOf(1, eta0)) / 100;
  return gap(narrowed(gap, [0.55, 1.2], 14)[0]);
}

export const gapGrowth = ({stiff, kappa}: StiffOfHundred) =>
  leastGap(stiff, 10 * kappa) / leastGap(stiff, kappa);

/** N·Risk from E θ², E θζ̄ and E ζ̄² of each mode, step by step; ζ̄ the mean noise of the data set. */
export function jointMoments({samples: n, steps: T}: Reused): number {
  let sum = 0;
  for (const [i, x] of h.entries()) {
    const data = G[i][i] / n;
    const batch = (G[i][i] / b) * (1 - b / n);
    let [square, mixed] = [0, 0];
    for (let t = 0; t < T; t++) {
      const eta = 1.2 / (t + 50);
      const keep = 1 - eta * x;
      square = keep ** 2 * square - 2 * keep * eta * mixed + eta ** 2 * (data + batch);
      mixed = keep * mixed - eta * data;
    }
    sum += x * square;
  }
  return b * T * sum;
}

/** The least Tr F/λmin, at the even spectrum. */
export const evenSpectrum = spectra.evenSpectrum;

/** And among drawn ones. */
export const drawnSpectra = spectra.drawnSpectra;
