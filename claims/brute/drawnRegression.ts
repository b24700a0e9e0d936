import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {accumulated} from "./accumulated.js";
import {identity, type Square} from "./arrays.js";

/** What a regression's rows say of its batches: Ā, E xᵢxⱼxₖxₗ at [ij][kl], and E r²xᵢxⱼ, r the residual. */
export interface RowMoments {
  readonly inputs: Square;
  readonly fourth: Square;
  readonly kicks: Square;
}

/** Moments of `size` rows x ~ N(0, diag(variances)), y ~ N(0, 1), about their own least squares. */
export function drawnRegression(
  variances: readonly number[],
  size: number,
  address: {seed: number; set: number}
): RowMoments {
  const source = {experiment: "claims: drawn regressions", cell: String(variances.length)};
  const z = normals(uniforms({...source, seed: address.seed, replicate: address.set}));
  const x = Array.from({length: size}, () => variances.map(v => Math.sqrt(v) * z.next()));
  const y = x.map(() => z.next());
  const w = variances.map(() => 0);
  const mean = (f: (row: readonly number[], i: number) => number) =>
    x.reduce((sum, row, i) => sum + f(row, i), 0) / size;
  const every = variances.map((_, i) => i);
  const inputs = every.map(i => every.map(j => mean(row => row[i] * row[j])));
  const residual = (row: readonly number[], i: number) =>
    row.reduce((sum, v, k) => sum - w[k] * v, y[i]);
  // Least squares by descent along one axis after another.
  for (let sweep = 0; sweep < 8; sweep++)
    for (const k of every) w[k] += mean((row, i) => row[k] * residual(row, i)) / inputs[k][k];
  const squares = x.map((row, i) => residual(row, i) ** 2);
  return {
    inputs,
    fourth: every.flatMap(i =>
      every.map(j =>
        every.flatMap(k => every.map(l => mean(row => row[i] * row[j] * row[k] * row[l])))
      )
    ),
    kicks: every.map(i => every.map(j => mean((row, r) => squares[r] * row[i] * row[j])))
  };
}

/** The same of endless rows: fourth moments of normal inputs, residuals of variance 1. */
export function endlessRegression(variances: readonly number[]): RowMoments {
  const every = variances.map((_, i) => i);
  const inputs = every.map(i => every.map(j => (i === j ? variances[i] : 0)));
  const fourth = every.flatMap(i =>
    every.map(j =>
      every.flatMap(k =>
        every.map(
          l =>
            inputs[i][j] * inputs[k][l] + inputs[i][k] * inputs[j][l] + inputs[i][l] * inputs[j][k]
        )
      )
    )
  );
  return {inputs, fourth, kicks: inputs};
}

/**
 * Variances along the axes of w ← w − λ(A_B w − c_B), where batch means of A and c vary by `spread` times
 * what rows vary; null where there are none.
 */
export function batchVariances(
  {inputs, fourth, kicks}: RowMoments,
  rate: number,
  spread: number
): number[] | null {
  const d = inputs.length;
  const keep = identity(d).map((row, i) => row.map((x, j) => x - rate * inputs[i][j]));
  const every = Array.from({length: d}, (_, i) => i);
  const pairs = every.flatMap(i => every.map(j => [i, j]));
  const map = pairs.map(([i, j], row) =>
    pairs.map(
      ([k, l], column) =>
        keep[i][k] * keep[j][l] +
        rate ** 2 * spread * (fourth[row][column] - inputs[i][k] * inputs[j][l])
    )
  );
  const kick = pairs.map(([i, j]) => rate ** 2 * spread * kicks[i][j]);
  const sigma = accumulated(map, kick);
  return sigma && every.map(i => sigma[i * d + i]);
}

/** E w² of heavy ball m ← µm + a_B w − c_B, w ← w − λm in one dimension; Infinity where there is none. */
export function batchMomentum(
  {inputs, fourth, kicks}: RowMoments,
  rate: number,
  mu: number,
  spread: number
): number {
  const a = inputs[0][0];
  const aa = a * a + spread * (fourth[0][0] - a * a);
  // Rows: what E m², E wm and E w² become of E m², E wm and E w².
  const next = [mu * mu, 2 * mu * a, aa];
  const cross = [0, mu, a];
  const M = [
    next,
    cross.map((x, i) => x - rate * next[i]),
    [0, 0, 1].map((x, i) => x - 2 * rate * cross[i] + rate ** 2 * next[i])
  ];
  const cc = spread * kicks[0][0];
  return accumulated(M, [cc, -rate * cc, rate ** 2 * cc])?.[2] ?? Number.POSITIVE_INFINITY;
}
