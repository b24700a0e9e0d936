import type {Lean} from "../cases/anisotropy.js";
import type {Coloured, GivenKicks} from "../cases/escape.js";
import {skewed} from "../cases/problems.js";

/** The same ratio as 1 + the covariance of gain and noise over their means, three groups of axes. */
function byCovariance(lean: Lean, of: (k: number) => number): number {
  const {dimension: D, tail, stiff, share} = lean;
  const rest = (1 - share) / (D - 1);
  const groups = [
    [1, of(1), share],
    [stiff - 1, of(1), rest],
    [D - stiff, of(D ** -tail), rest]
  ];
  const mean = (f: (gain: number, noise: number) => number) =>
    groups.reduce((sum, [n, gain, noise]) => sum + n * f(gain, noise), 0) / D;
  const [gains, noises] = [mean(gain => gain), mean((_, noise) => noise)];
  return 1 + mean((gain, noise) => (gain - gains) * (noise - noises)) / (gains * noises);
}

export const ratiosByCovariance = (lean: Lean) => {
  const ratio = byCovariance(lean, k => k);
  return [ratio, lean.dimension / ratio];
};

export const lateByCovariance = (lean: Lean) => byCovariance(lean, k => 1 / (2 - lean.step * k));

/** w after the kicks from the response to each alone, by superposition. */
export const superposed = ({curvature: k, rate, kicks}: GivenKicks) => {
  let total = 0;
  for (const at of kicks.keys()) {
    let w = 0;
    for (const [t, eta] of kicks.entries()) w = w - rate * k * w - (t === at ? rate * eta : 0);
    total += w;
  }
  return total;
};

/** ½k Σᵢⱼ rᵢrⱼ E ηᵢηⱼ with the response r of w to each kick, from the noise's covariances. */
function bySuperposition(each: Coloured, covariance: (lag: number) => number): number {
  const {curvature: k, rate, steps} = each;
  const response = Array.from({length: steps}, (_, at) => {
    let w = 0;
    for (let i = 0; i < steps; i++) w = w - rate * k * w - (i === at ? rate : 0);
    return w;
  });
  let sum = 0;
  for (const [i, a] of response.entries())
    for (const [j, b] of response.entries()) sum += a * b * covariance(Math.abs(i - j));
  return (k * sum) / 2;
}

/** Skewed kicks, independent: their mean square is their only number that enters. */
const whiteBySuperposition = (each: Coloured) => {
  const {points, probabilities} = skewed;
  const variance = points.reduce<number>((sum, x, i) => sum + probabilities[i] * x * x, 0);
  return bySuperposition(each, lag => (lag === 0 ? variance : 0));
};

const colouredBySuperposition = (each: Coloured) =>
  bySuperposition(each, lag => each.correlation ** lag);

/** Both mean losses. */
export const bothBySuperposition = (each: Coloured) => [
  whiteBySuperposition(each),
  colouredBySuperposition(each)
];
