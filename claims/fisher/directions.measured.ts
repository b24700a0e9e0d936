import {eigenvectorsByPowers} from "../brute/eigenvectorsByPowers.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Numbers, Sampled, Samples} from "../ledger/claim.js";

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;
type Rows = readonly (readonly number[])[];

/** E θθᵀ after T steps, entry by entry. */
function covariance(G: Rows, T: number): number[][] {
  const C = h.map(() => h.map(() => 0));
  for (let t = 0; t < T; t++) {
    const eta = 1.2 / (t + 50);
    for (const [i, x] of h.entries())
      for (const [j, y] of h.entries())
        C[i][j] = (1 - eta * x) * (1 - eta * y) * C[i][j] + (eta * eta * G[i][j]) / b;
  }
  return C;
}

const ranks = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Ranks of the exact ratios, by the recursion and the power method. */
export function recursedOrder(): Numbers {
  const [one, other] = [covariance(anisotropic, 2400), covariance(isotropic, 2400)];
  const ratios = eigenvectorsByPowers(anisotropic, 3000).map(v => {
    const along = (C: Rows) =>
      v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * C[i][j], 0), 0);
    return along(one) / along(other);
  });
  return {"ranks of the ratios": ranks(ratios.slice(0, 3))};
}

/** The paper's three ratios; a ratio of means over 800 squared Gaussians errs by √(4/800) of itself. */
export function printed(): Samples {
  const entry = (value: number): Sampled => ({
    value,
    standardError: value * Math.sqrt(4 / 800),
    effectiveSamples: 800
  });
  return {"T = 9600": [1.65, 1.45, 1.26].map(entry)};
}

/** Ranks of vᵀE[θθᵀ]v over the eigenvectors of G, largest eigenvalue first. */
function shareRanks(): number[] {
  const C = covariance(anisotropic, 2400);
  return ranks(
    eigenvectorsByPowers(anisotropic, 3000).map(v =>
      v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * C[i][j], 0), 0)
    )
  );
}

export const firstRank = (): Numbers => ({"rank of v₁": shareRanks().slice(0, 1)});
export const threeRanks = (): Numbers => ({"ranks of v₁, v₂, v₃": shareRanks().slice(0, 3)});
