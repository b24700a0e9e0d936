import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {benchmark, tenDimensional, turned} from "../cases/fisher.js";
import type {Context, Named} from "../ledger/claim.js";

const {curvatures, learningRate, replicates, steps, burnIn, batchSize} = benchmark;

/** The labels that lie inside a sweep to the text's π/3, found by walking through its angles. */
export const walkedAxes = () => {
  const [strong, weak] = turned.variances;
  let [last, low, high] = [0, Infinity, 0];
  for (let k = 0; k <= 600; k++) {
    const angle = ((Math.PI / 3) * k) / 600;
    const sigma = (strong * Math.cos(angle) ** 2 + weak * Math.sin(angle) ** 2) / turned.batchSize;
    low = Math.min(low, sigma);
    high = Math.max(high, sigma);
    last = (angle * 180) / Math.PI;
  }
  const inside = (step: number, from: number, to: number) =>
    Array.from({length: 40}, (_, k) => step * k).filter(
      label => label >= from - 0.05 * (to - from) && label <= to + 0.05 * (to - from)
    );
  return [Math.max(...inside(20, 0, last)), Math.min(...inside(4, 1e3 * low, 1e3 * high))];
};

/** Three standard errors from the sum over all lags of 2a²ᵏ, one by one. */
export const threeErrorsByLags = () => {
  const n = steps - burnIn;
  return curvatures.map(h => {
    const a = 1 - learningRate * h;
    let sum = 0;
    for (let k = n - 1; k >= 1; k--) sum += (1 - k / n) * a ** (2 * k);
    return 3 * Math.sqrt((2 / n) * (1 + 2 * sum)) * Math.sqrt(1 / replicates);
  });
};

/** The stiff direction simulated: its variance over 1/(bh), and the spread of variances of 500 states. */
export function simulatedElsewhere(_: Named, {seed}: Context) {
  const z = normals(
    uniforms({seed, experiment: "claim verification", cell: "elsewhere", replicate: 0})
  );
  const next = () => z.next();
  const kick = Math.sqrt((2 * learningRate) / batchSize);
  const decay = 1 - learningRate * curvatures[0];
  let theta = 0;
  let squares = 0;
  const length = 3_000_000;
  for (let t = 0; t < length; t++) {
    theta = decay * theta + kick * next();
    squares += theta * theta;
  }
  const variances = Array.from({length: 600}, () => {
    let sum = 0;
    for (let r = 0; r < replicates; r++) sum += next() ** 2;
    return sum / replicates;
  });
  const mean = variances.reduce((s, v) => s + v, 0) / variances.length;
  const spread = variances.reduce((s, v) => s + (v - mean) ** 2, 0) / variances.length;
  return [(squares / length) * batchSize * curvatures[0] - 1, Math.sqrt(spread)];
}

const {curvatures: h, anisotropic, isotropic} = tenDimensional;
const rank = (x: readonly number[]) => x.map(v => 1 + x.filter(w => w > v).length);

/** Eigenvectors by Jacobi's rotations; covariances as sums over kicks, each with what is left of it. */
function ratios(): number[] {
  const n = h.length;
  const A = anisotropic.map(row => [...row]);
  const V: number[][] = h.map((_, i) => h.map((__, j) => (i === j ? 1 : 0)));
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < n; p++)
      for (let q = p + 1; q < n; q++) {
        const t = 0.5 * Math.atan2(2 * A[p][q], A[q][q] - A[p][p]);
        const c = Math.cos(t);
        const s = Math.sin(t);
        for (let k = 0; k < n; k++)
          [A[k][p], A[k][q]] = [c * A[k][p] - s * A[k][q], s * A[k][p] + c * A[k][q]];
        for (let k = 0; k < n; k++)
          [A[p][k], A[q][k]] = [c * A[p][k] - s * A[q][k], s * A[p][k] + c * A[q][k]];
        for (let k = 0; k < n; k++)
          [V[k][p], V[k][q]] = [c * V[k][p] - s * V[k][q], s * V[k][p] + c * V[k][q]];
      }
  const T = 2400;
  const weights = h.map(x => {
    const left = new Float64Array(T);
    let product = 1;
    for (let t = T - 1; t >= 0; t--) {
      const eta = 1.2 / (t + 50);
      left[t] = eta * product;
      product *= 1 - eta * x;
    }
    return left;
  });
  const shared = h.map((_, i) =>
    h.map((__, j) => weights[i].reduce((s, w, t) => s + w * weights[j][t], 0))
  );
  const along = (k: number, G: readonly (readonly number[])[]) =>
    h.reduce(
      (sum, _, i) =>
        sum + h.reduce((s, __, j) => s + V[i][k] * V[j][k] * G[i][j] * shared[i][j], 0),
      0
    );
  return h
    .map((_, k) => k)
    .sort((p, q) => A[q][q] - A[p][p])
    .map(k => along(k, anisotropic) / along(k, isotropic));
}

export const summedLeading = () => rank(ratios().slice(0, 3));
export const summedRanks = () => rank(ratios());
