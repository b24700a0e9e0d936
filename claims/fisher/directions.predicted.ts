import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;
const perUpdate = (G: Rows) => G.map(row => row.map(x => x / b));
const {values, vectors} = symmetricEigen(anisotropic);

/** v_kᵀC_G v_k over v_kᵀC_I v_k after T steps, largest eigenvalue first. */
export function ratiosAt(T: number): number[] {
  const covariance = (G: Rows) =>
    iterateCovariance({
      curvatures: h,
      noise: perUpdate(G),
      learningRate: t => 1.2 / (t + 50),
      steps: [T]
    })[0];
  const [one, other] = [covariance(anisotropic), covariance(isotropic)];
  return h.map((_, k) => {
    const v = vectors.getColumn(h.length - 1 - k);
    const along = (C: typeof one) =>
      v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * C.get(i, j), 0), 0);
    return along(one) / along(other);
  });
}

/** The ratios' rank order over k: 1 for the largest. */
const ranks = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

export const order = () => ranks(ratiosAt(2400).slice(0, 3));

/** Where two neighbours, the nearest, change places. */
export const otherOrder = () => order().map(rank => (rank === 2 ? 3 : rank === 3 ? 2 : rank));

export const printedRatios = () => ratiosAt(9600).slice(0, 3);

/** λ_k over their mean. */
export function eigenvalueRatios() {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return [9, 8, 7].map(k => values[k] / mean);
}

/** No share is smaller than under white noise of the same trace. */
export const noLoss = () => [1, 1, 1];
