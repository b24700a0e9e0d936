import {type Coloured, type Decay, type GivenKicks, type Late, sizes} from "../cases/escape.js";
import {skewed} from "../cases/problems.js";

/** The same as 1 + the squared coefficient of variation of the eigenvalues, D − 1 of them equal. */
export const ratiosByVariation = ({decay}: Decay) =>
  sizes.map(D => {
    const small = D ** -decay;
    const mean = (1 + (D - 1) * small) / D;
    const variance = ((1 - mean) ** 2 + (D - 1) * (small - mean) ** 2) / D;
    return 1 + variance / mean ** 2;
  });

/** The ratio for t → ∞ as a mean of 1/(2−λk) weighted by C over its plain mean. */
export const lateMeans = ({step, decay, dimension: D}: Late) => {
  const small = D ** -decay;
  const gain = (k: number) => 1 / (2 - step * k);
  const weighted = (gain(1) + (D - 1) * small * gain(small)) / (1 + (D - 1) * small);
  return weighted / ((gain(1) + (D - 1) * gain(small)) / D);
};

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
export const whiteBySuperposition = (each: Coloured) => {
  const {points, probabilities} = skewed;
  const variance = points.reduce<number>((sum, x, i) => sum + probabilities[i] * x * x, 0);
  return bySuperposition(each, lag => (lag === 0 ? variance : 0));
};

export const colouredBySuperposition = (each: Coloured) =>
  bySuperposition(each, lag => each.correlation ** lag);
