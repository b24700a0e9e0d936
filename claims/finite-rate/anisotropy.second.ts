import {coloured, kicks, spectrum} from "../cases/escape.js";
import {skewed} from "../cases/problems.js";
import type {Numbers} from "../ledger/claim.js";

/** The same as 1 + the squared coefficient of variation of the eigenvalues, D − 1 of them equal. */
export const ratiosByVariation = (): Numbers =>
  Object.fromEntries(
    spectrum.decays.map(d => [
      `d = ${d}`,
      spectrum.sizes.map(D => {
        const small = D ** -d;
        const mean = (1 + (D - 1) * small) / D;
        const variance = ((1 - mean) ** 2 + (D - 1) * (small - mean) ** 2) / D;
        return 1 + variance / mean ** 2;
      })
    ])
  );

/** The ratio for t → ∞ as a mean of 1/(2−λk) weighted by C over its plain mean. */
export const lateMeans = (): Numbers =>
  Object.fromEntries(
    spectrum.dimensions.map(D => {
      const small = D ** -spectrum.lateDecay;
      const gain = (k: number) => 1 / (2 - spectrum.step * k);
      const weighted = (gain(1) + (D - 1) * small * gain(small)) / (1 + (D - 1) * small);
      const plain = (gain(1) + (D - 1) * gain(small)) / D;
      return [`D = ${D}`, [weighted / plain]];
    })
  );

/** w after the kicks from the response to each alone, by superposition. */
export const superposed = (): Numbers => {
  const {curvature: k, rate} = coloured;
  let total = 0;
  for (const at of kicks.sequence.keys()) {
    let w = 0;
    for (const [t, eta] of kicks.sequence.entries())
      w = w - rate * k * w - (t === at ? rate * eta : 0);
    total += w;
  }
  return {"w after four kicks": [total]};
};

/** ½k Σᵢⱼ rᵢrⱼ E ηᵢηⱼ with the response r of w to each kick, from the noise's covariances. */
function bySuperposition(covariance: (lag: number) => number): Numbers {
  const {curvature: k, rate, steps} = coloured;
  return Object.fromEntries(
    steps.map(t => {
      const response: number[] = [];
      for (let at = 0; at < t; at++) {
        let w = 0;
        for (let i = 0; i < t; i++) w = w - rate * k * w - (i === at ? rate : 0);
        response.push(w);
      }
      let sum = 0;
      for (const [i, a] of response.entries())
        for (const [j, b] of response.entries()) sum += a * b * covariance(Math.abs(i - j));
      return [`t = ${t}`, [(k * sum) / 2]];
    })
  );
}

/** Skewed kicks, independent: their mean square is their only number that enters. */
export const whiteBySuperposition = (): Numbers => {
  const {points, probabilities} = skewed;
  const variance = points.reduce<number>((sum, x, i) => sum + probabilities[i] * x * x, 0);
  return bySuperposition(lag => (lag === 0 ? variance : 0));
};

export const colouredBySuperposition = (): Numbers =>
  bySuperposition(lag => coloured.correlation ** lag);
