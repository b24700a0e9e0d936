import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {identity, scale, smallestEigenvalue, subtract, trace} from "../brute/arrays.js";
import {type plainAxes, type streamed, threePoints} from "../cases/diagnostic.js";
import type {Context} from "../ledger/claim.js";

export function condition({covariance: f}: typeof plainAxes) {
  const bound = trace(f);
  const largest = bound - smallestEigenvalue(subtract(scale(identity(f.length), bound), f));
  return largest / smallestEigenvalue(f);
}

/** d_eff of the sample covariance of counts of the three points. */
function dimension(counts: readonly number[]): number {
  const {points} = threePoints;
  const m = counts.reduce((a, b) => a + b, 0);
  const mean = [0, 1].map(j => points.reduce((s, p, k) => s + (counts[k] * p[j]) / m, 0));
  const entry = (i: number, j: number) =>
    points.reduce((s, p, k) => s + counts[k] * (p[i] - mean[i]) * (p[j] - mean[j]), 0);
  const [a, b, c] = [entry(0, 0), entry(0, 1), entry(1, 1)];
  const largest = (a + c) / 2 + Math.hypot((a - c) / 2, b);
  return largest > 0 ? (a + c) / largest : 1;
}

/** E d_eff(Ĝ) over all counts of m draws with their multinomial probabilities. */
function expected(m: number): number {
  const logarithms = [0];
  for (let k = 1; k <= m; k++) logarithms.push(logarithms[k - 1] + Math.log(k));
  let sum = 0;
  for (let i = 0; i <= m; i++)
    for (let j = 0; i + j <= m; j++) {
      const k = m - i - j;
      const chance =
        logarithms[m] - logarithms[i] - logarithms[j] - logarithms[k] - m * Math.log(3);
      sum += Math.exp(chance) * dimension([i, j, k]);
    }
  return sum;
}

/** Extrapolated from m and 2m, the error being of order 1/m. */
export const manyDraws = () =>
  2 * expected(2 * threePoints.samples) - expected(threePoints.samples);

/** Pairs of different draws: equal ones have no covariance at all. */
export const twoDraws = () =>
  [
    [1, 1, 0],
    [1, 0, 1],
    [0, 1, 1]
  ].reduce((sum, counts) => sum + dimension(counts) / 3, 0);

/** Oja's rule with two directions, Gram and Schmidt after each step; d·k numbers are stored. */
export function streamedShare({eigenvalues, rank, gradients}: typeof streamed, {seed}: Context) {
  const d = eigenvalues.length;
  // A rotation by Householder: I − 2vvᵀ with v ∝ (1, 2, 3, 4).
  const size = Math.sqrt(30);
  const turn = (x: readonly number[]) => {
    const along = x.reduce((s, value, i) => s + (value * (i + 1)) / size, 0);
    return x.map((value, i) => value - (2 * along * (i + 1)) / size);
  };
  const z = normals(uniforms({seed, experiment: "claim streaming", cell: "oja", replicate: 0}));
  const basis: number[][] = Array.from({length: rank}, (_, k) =>
    Array.from({length: d}, (__, i) => (i === k ? 1 : 0))
  );
  for (let t = 1; t <= gradients; t++) {
    const psi = turn(eigenvalues.map(value => Math.sqrt(value) * z.next()));
    for (let k = 0; k < rank; k++) {
      const u = basis[k];
      const along = psi.reduce((s, x, i) => s + x * u[i], 0);
      for (let i = 0; i < d; i++) u[i] += (along * psi[i]) / (t + 100);
      for (let l = 0; l < k; l++) {
        const overlap = u.reduce((s, x, i) => s + x * basis[l][i], 0);
        for (let i = 0; i < d; i++) u[i] -= overlap * basis[l][i];
      }
      const length = Math.sqrt(u.reduce((s, x) => s + x * x, 0));
      for (let i = 0; i < d; i++) u[i] /= length;
    }
  }
  const captured = basis.reduce(
    (s, u) => s + turn(u).reduce((r, x, i) => r + eigenvalues[i] * x * x, 0),
    0
  );
  return captured / eigenvalues.reduce((a, b) => a + b, 0);
}
