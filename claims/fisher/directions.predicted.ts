import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;
type Rows = readonly (readonly number[])[];
const perUpdate = (G: Rows) => G.map(row => row.map(x => x / b));
const {values, vectors} = symmetricEigen(anisotropic);

/** v_kᵀC_G v_k over v_kᵀC_I v_k after T steps, largest eigenvalue first. */
function ratiosAt(T: number): number[] {
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

export const order = (): Numbers => ({"ranks of the ratios": ranks(ratiosAt(2400).slice(0, 3))});

/** Where two neighbours, the nearest, change places. */
export const otherOrder = (): Numbers => {
  const [x] = Object.values(order());
  const swap = (rank: number) => (rank === 2 ? 3 : rank === 3 ? 2 : rank);
  return {"ranks of the ratios": x.map(swap)};
};

export const printedRatios = (): Numbers => ({"T = 9600": ratiosAt(9600).slice(0, 3)});

/** λ_k over their mean. */
export const eigenvalueRatios = (): Numbers => {
  const mean = values.reduce((sum, x) => sum + x, 0) / values.length;
  return {"T = 9600": [9, 8, 7].map(k => values[k] / mean)};
};

/** The first eigenvector of G holds the largest share; the second and third the next. */
export const firstRank = (): Numbers => ({"rank of v₁": [1]});
export const threeRanks = (): Numbers => ({"ranks of v₁, v₂, v₃": [1, 2, 3]});
export const lastRank = (): Numbers => ({"rank of v₁": [10]});
