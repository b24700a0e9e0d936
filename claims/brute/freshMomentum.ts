import {product, type Square, scale, turningPoint} from "./arrays.js";

/**
 * E w² of heavy ball on fresh batches of S, inputs N(0, 1) and labels of variance 1: m ← µm + aw + c,
 * w ← w − λm, E a = 1, E a² = 1 + 2/S, E c² = 1/S, until a step changes less than `enough` of it.
 *
 * @throws if it grows without end
 */
export function freshMomentum(rate: number, mu: number, batchSize: number, enough: number): number {
  let [ww, wm, mm] = [0, 0, 0];
  for (let t = 0; t < 200_000; t++) {
    const next = mu * mu * mm + 2 * mu * wm + (1 + 2 / batchSize) * ww + 1 / batchSize;
    const cross = mu * wm + ww;
    const before = ww;
    [ww, wm, mm] = [ww - 2 * rate * cross + rate * rate * next, cross - rate * next, next];
    if (!(ww < 1e12)) throw new RangeError(`no stationary variance at µ = ${mu}`);
    if (Math.abs(ww - before) < enough * ww) break;
  }
  return ww;
}

/**
 * The S, whole or not, below which the second moments of the same grow without end: the largest eigenvalue of
 * their step, by powers, against one.
 */
export function leastFreshBatch(rate: number, mu: number): number {
  const grows = (batchSize: number): boolean => {
    const a = 1 + 2 / batchSize;
    const mm = [a, 2 * mu, mu * mu];
    const wm = [1, mu, 0];
    let power: Square = [
      [1, 0, 0].map((x, i) => x - 2 * rate * wm[i] + rate * rate * mm[i]),
      wm.map((x, i) => x - rate * mm[i]),
      mm
    ];
    let logarithm = 0;
    for (let k = 0; k < 60; k++) {
      const size = Math.max(...power.flat().map(Math.abs));
      logarithm += Math.log(size) / 2 ** k;
      power = scale(power, 1 / size);
      power = product(power, power);
    }
    return logarithm > 0;
  };
  return Math.exp(turningPoint(-20, 20, x => grows(Math.exp(x))));
}
