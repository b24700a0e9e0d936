import {scale, smallestEigenvalue, trace} from "../brute/arrays.js";
import {batchCovariance, type FiniteLaw} from "../brute/finiteLaw.js";
import * as spectra from "../brute/leastSpectrum.js";
import {lyapunovIntegral} from "../brute/quadrature.js";
import type {Batch} from "../cases/batches.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";
import type {Pair} from "../cases/pairs.js";
import * as cases from "../cases/summary.js";

const covariance =
  (law: FiniteLaw) =>
  ({samples: n, batchSize: b}: Batch) =>
    batchCovariance({law, n, b});

/** Cov(g_B) of a regression with unequal errors, over every data set and every subset. */
export const misspecified = covariance({
  points: cases.unequal.inputs.flatMap((x, k) =>
    [1, -1].map(sign => x.map(v => sign * cases.unequal.deviations[k] * v))
  ),
  probabilities: cases.unequal.probabilities.flatMap(p => [p / 2, p / 2])
});

const scores = (): FiniteLaw => {
  const rows = cases.likelihood.inputs.flatMap(x => {
    const p =
      1 /
      (1 +
        Math.exp(-x[0] * cases.likelihood.parameters[0] - x[1] * cases.likelihood.parameters[1]));
    return [0, 1].map(y => ({
      point: x.map(v => (p - y) * v),
      probability: (y ? p : 1 - p) / cases.likelihood.inputs.length
    }));
  });
  return {points: rows.map(row => row.point), probabilities: rows.map(row => row.probability)};
};

/** The same of a logistic regression that is true. */
export const wellSpecified = covariance(scores());

/** ∫ e^{−Hs} τG e^{−Hs} ds. */
export const integral = ({hessian, noise}: Pair) =>
  lyapunovIntegral(hessian, scale(noise, cases.temperature));

/** N·risk from the variances and mean square biases of the coordinates, step by step. */
export function riskByCalls({batchSize: b, steps}: cases.Decreasing) {
  const {curvatures, variances, start, eta0, offset} = cases.decreasing;
  const risk = curvatures.reduce((sum, h, i) => {
    let square = start[i] ** 2;
    for (let t = 0; t < steps; t++) {
      const step = eta0 / (t + offset);
      const pull = 1 - step * h;
      square = pull * pull * square + (step * step * variances[i]) / b;
    }
    return sum + h * square;
  }, 0);
  return b * steps * risk;
}

/** N E(θ − θ⋆)² of steps 1/t against coin tosses of size s, over all 2ᴺ sequences. */
export function everyToss({calls: n, noise: size}: cases.Oracle) {
  let sum = 0;
  for (let code = 0; code < 2 ** n; code++) {
    let theta = 3;
    for (let t = 1; t <= n; t++) {
      const noise = (code >> (t - 1)) & 1 ? size : -size;
      theta -= (theta + noise) / t;
    }
    sum += theta ** 2;
  }
  return (n * sum) / 2 ** n;
}

/** Tr F/λmin(F), λmin by Cholesky factors. */
export const traceOverSmallest = ({matrix}: cases.Spectrum) =>
  trace(matrix) / smallestEigenvalue(matrix);

/** The least Tr F/λmin, at the even spectrum. */
export const evenSpectrum = spectra.evenSpectrum;

/** And among drawn ones. */
export const drawnSpectra = spectra.drawnSpectra;

/** The three strongest directions of a matrix by powers, each orthogonal to those before. */
function strongest(matrix: Rows): number[][] {
  const found: number[][] = [];
  for (let k = 0; k < 3; k++) {
    let v = matrix.map((_, i) => Math.cos(i + k));
    for (let step = 0; step < 400; step++) {
      v = matrix.map(row => row.reduce((s, x, j) => s + x * v[j], 0));
      for (const u of found) {
        const along = u.reduce((s, x, j) => s + x * v[j], 0);
        v = v.map((x, j) => x - along * u[j]);
      }
      const length = Math.hypot(...v);
      v = v.map(x => x / length);
    }
    found.push(v);
  }
  return found;
}

/** vᵀΣv where the recursion Σ ← AΣA + η²G/b has settled. */
export function settled({noise}: cases.Noisy) {
  const {curvatures, anisotropic, batchSize, learningRate} = tenDimensional;
  const sigma = noise.map(row => row.map(() => 0));
  for (let t = 0; t < 5000; t++)
    for (const [i, hi] of curvatures.entries())
      for (const [j, hj] of curvatures.entries())
        sigma[i][j] =
          (1 - learningRate * hi) * (1 - learningRate * hj) * sigma[i][j] +
          (learningRate ** 2 * noise[i][j]) / batchSize;
  return strongest(anisotropic).map(v =>
    v.reduce((s, x, i) => s + x * v.reduce((r, y, j) => r + sigma[i][j] * y, 0), 0)
  );
}

/** Var θ under exp(−2L/(τG)), L = h|θ|ᵖ/p, by trapezoids. */
export function gibbs({power, temperature: tau}: cases.PowerLoss) {
  const {curvature, noise} = cases.powerLoss;
  let [mass, second] = [0, 0];
  for (let k = -4000; k <= 4000; k++) {
    const theta = k / 1000;
    const density = Math.exp((-2 * curvature * Math.abs(theta) ** power) / power / tau / noise);
    mass += density;
    second += density * theta * theta;
  }
  return second / mass;
}
