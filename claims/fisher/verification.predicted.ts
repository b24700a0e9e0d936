import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import {misspecifiedLogit} from "../../lib/problems/probitTruth.js";
import {iterateCovariance} from "../../lib/stationary/iterateCovariance.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {benchmark, probits, tenDimensional} from "../cases/fisher.js";
import type {Numbers} from "../ledger/claim.js";
import {toMatrix} from "../printed/algebra.js";

const {curvatures, noise, rates, batchSize} = benchmark;
const hessian = toMatrix([
  [curvatures[0], 0],
  [0, curvatures[1]]
]);

const balances = (temperature: (eta: number) => number): Numbers =>
  Object.fromEntries(
    rates.map(eta => [
      `η = ${eta}`,
      ouCovariance({
        hessian,
        noise: toMatrix(noise).mul(temperature(eta) / eta),
        learningRate: eta
      }).to1DArray()
    ])
  );

/** (48): HΣ + ΣH = (2/b)F, whatever η. */
export const balance = (): Numbers => balances(() => 2 / batchSize);

/** The right side of SGD's balance, (η/b)F. */
export const balanceOfSgd = (): Numbers => balances(eta => eta / batchSize);

export const slopes = (): Numbers => ({stiff: [-1], flat: [-1]});

/** Of the standard deviation. */
export const slopesOfDeviation = (): Numbers => ({stiff: [-0.5], flat: [-0.5]});

/**
 * The labels nearest to the end of Figure 7's axes, every 20° and every 0.004, where the sweep ends at
 * an angle: data fill an axis but for a margin of a twentieth, and Σ₁₁ = F₁₁/b.
 */
function labels(end: number): Numbers {
  const sigma = (degrees: number) => (1 + 0.5 * Math.cos((2 * degrees * Math.PI) / 180)) / 64;
  const low = sigma(end) - 0.05 * (sigma(0) - sigma(end));
  return {
    "last label of the angle": [20 * Math.floor((1.05 * end) / 20)],
    "lowest label of Σ₁₁, in 10⁻³": [4 * Math.ceil((1e3 * low) / 4)]
  };
}

export const axesOfText = (): Numbers => labels(60);
export const axesOfTable = (): Numbers => labels(90);
export const axesOfHalf = (): Numbers => labels(45);

const horizons = [600, 1200, 2400, 4800, 9600];

/** N = bT with the horizons of Table 3. */
export const samples = (): Numbers => ({N: horizons.map(T => 64 * T)});
export const samplesOfHalf = (): Numbers => ({N: horizons.map(T => 32 * T)});

/** The figures 2 to 10 and Tables 4 and 5, by the scripts of Table 6. */
export const scripts = (): Numbers => ({
  figures: [[2], [3], [5, 6, 7], [4, 8], [9], [10]].flat().sort((p, q) => p - q),
  tables: [4, 5]
});

/** Without the script for experiments 4 to 6. */
export const scriptsWithoutBounds = (): Numbers => ({
  figures: [2, 3, 5, 6, 7, 9, 10, 0, 0],
  tables: [0, 0]
});

export const limitSlope = (): Numbers => ({"slope at T = 2¹⁸": [-1]});
export const limitSlopeRoot = (): Numbers => ({"slope at T = 2¹⁸": [-0.5]});

/** One percent. */
export const promise = (): Numbers => ({stiff: [0.01], flat: [0.01]});
export const smallerPromise = (): Numbers => ({stiff: [0.001], flat: [0.001]});
export const promiseElsewhere = (): Numbers => ({
  "against (48)": [0.01],
  "last states": [0.01]
});

const {curvatures: h, anisotropic, isotropic, batchSize: b} = tenDimensional;

/** v_kᵀC_Gv_k over v_kᵀC_Iv_k at T = 9600, largest eigenvalue first. */
function ratios(): number[] {
  const {vectors} = symmetricEigen(anisotropic);
  const [one, other] = [anisotropic, isotropic].map(
    G =>
      iterateCovariance({
        curvatures: h,
        noise: G.map(row => row.map(x => x / b)),
        learningRate: t => 1.2 / (t + 50),
        steps: [9600]
      })[0]
  );
  return h.map((_, k) => {
    const v = vectors.getColumn(h.length - 1 - k);
    const along = (C: typeof one) =>
      v.reduce((sum, x, i) => sum + v.reduce((s, y, j) => s + x * y * C.get(i, j), 0), 0);
    return along(one) / along(other);
  });
}

const rank = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Ranks of the first three ratios among themselves. */
export const leadingRanks = (): Numbers => ({ranks: rank(ratios().slice(0, 3))});
export const swappedRanks = (): Numbers => ({ranks: [1, 3, 2]});

/** Were the eigenvalues to order all ten. */
export const eigenvalueRanks = (): Numbers => ({ranks: h.map((_, k) => k + 1)});

const {square} = probits;

/** n Cov β̂: J/H² along β₀ and across it. */
export function sandwich(): Numbers {
  const {noise: J, curvature: H} = misspecifiedLogit(square);
  return {"n Cov": [J.along / H.along ** 2, J.across / H.across ** 2]};
}

/** 1/H, were the model right. */
export function inverseHessian(): Numbers {
  const {curvature: H} = misspecifiedLogit(square);
  return {"n Cov": [1 / H.along, 1 / H.across]};
}

/** Eigenvalues of G⋆, in equal ratios from 5 to ½. */
export const spectrum = (): Numbers => ({"λ₁ … λ₄": [0, 1, 2, 3].map(k => 5 * 10 ** (-k / 9))});

/** In equal distances. */
export const spectrumEven = (): Numbers => ({"λ₁ … λ₄": [0, 1, 2, 3].map(k => 5 - k / 2)});

/** “≲ 1 %”. */
export const rounding = (): Numbers => ({"relative change of the risk": [0.01]});
