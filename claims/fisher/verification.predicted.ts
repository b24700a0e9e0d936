import {misspecifiedLogit} from "../../lib/problems/probitTruth.js";
import {ouCovariance} from "../../lib/stationary/ouCovariance.js";
import {benchmark, probits, tenDimensional} from "../cases/fisher.js";
import {toMatrix} from "../printed/algebra.js";
import {ratiosAt} from "./directions.predicted.js";

const {curvatures, noise, batchSize} = benchmark;
const hessian = toMatrix([
  [curvatures[0], 0],
  [0, curvatures[1]]
]);

const balanceAt = (eta: number, temperature: number) =>
  ouCovariance({hessian, noise: toMatrix(noise).mul(temperature / eta), learningRate: eta});

/** (48): HΣ + ΣH = (2/b)F, whatever η. */
export const balance = ({eta}: {eta: number}) => balanceAt(eta, 2 / batchSize);

/** The right side of SGD's balance, (η/b)F. */
export const balanceOfSgd = ({eta}: {eta: number}) => balanceAt(eta, eta / batchSize);

/** Of the stiff variance and the flat one. */
export const slopes = () => [-1, -1];

/** Of the standard deviations. */
export const slopesOfDeviation = () => [-0.5, -0.5];

/**
 * The labels nearest to the end of Figure 7's axes, every 20° and every 0.004, where the sweep ends at
 * an angle: data fill an axis but for a margin of a twentieth, and Σ₁₁ = F₁₁/b.
 */
function labels(end: number) {
  const sigma = (degrees: number) => (1 + 0.5 * Math.cos((2 * degrees * Math.PI) / 180)) / 64;
  const low = sigma(end) - 0.05 * (sigma(0) - sigma(end));
  return [20 * Math.floor((1.05 * end) / 20), 4 * Math.ceil((1e3 * low) / 4)];
}

export const axesOfText = () => labels(60);
export const axesOfTable = () => labels(90);
export const axesOfHalf = () => labels(45);

const horizons = [600, 1200, 2400, 4800, 9600];

/** N = bT with the horizons of Table 3. */
export const samples = () => horizons.map(T => 64 * T);
export const samplesOfHalf = () => horizons.map(T => 32 * T);

/** The figures 2 to 10 and Tables 4 and 5, by the scripts of Table 6. */
export const scripts = () => [
  ...[[2], [3], [5, 6, 7], [4, 8], [9], [10]].flat().sort((p, q) => p - q),
  ...[4, 5]
];

/** Without the script for experiments 4 to 6. */
export const scriptsWithoutBounds = () => [2, 3, 5, 6, 7, 9, 10, 0, 0, 0, 0];

export const limitSlope = () => -1;
export const limitSlopeRoot = () => -0.5;

/** One percent, of either. */
export const promise = () => [0.01, 0.01];
export const smallerPromise = () => [0.001, 0.001];

const {curvatures: h} = tenDimensional;

const rank = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Ranks of the first three ratios among themselves. */
export const leadingRanks = () => rank(ratiosAt(9600).slice(0, 3));
export const swappedRanks = () => [1, 3, 2];

/** Were the eigenvalues to order all ten. */
export const eigenvalueRanks = () => h.map((_, k) => k + 1);

const {noise: J, curvature: H} = misspecifiedLogit(probits.square);

/** n Cov β̂: J/H² along β₀ and across it. */
export const sandwich = () => [J.along / H.along ** 2, J.across / H.across ** 2];

/** 1/H, were the model right. */
export const inverseHessian = () => [1 / H.along, 1 / H.across];

/** Eigenvalues of G⋆, in equal ratios from 5 to ½. */
export const spectrum = () => [0, 1, 2, 3].map(k => 5 * 10 ** (-k / 9));

/** In equal distances. */
export const spectrumEven = () => [0, 1, 2, 3].map(k => 5 - k / 2);

/** “≲ 1 %”. */
export const rounding = () => 0.01;
