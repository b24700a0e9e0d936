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
