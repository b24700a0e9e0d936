import {normals} from "../../lib/random/normals.js";
import {uniforms} from "../../lib/random/uniforms.js";
import {sampled} from "../brute/sampled.js";
import {type FlatNoise, hessianBounds} from "../cases/setup.js";
import type {Context, Named} from "../ledger/claim.js";

const draws = 400_000;

/** How often the largest eigenvalue of ¼xxᵀ exceeds M for x normal in the plane. */
export function gaussianInputs(_: Named, {seed}: Context) {
  const z = normals(uniforms({seed, experiment: "claim FG-Ass3.8", cell: "", replicate: 0}));
  const exceed = hessianBounds.map(() => new Float64Array(draws));
  for (let k = 0; k < draws; k++) {
    const [x, y] = [z.next(), z.next()];
    const [a, b, c] = [(x * x) / 4, (x * y) / 4, (y * y) / 4];
    const largest = (a + c) / 2 + Math.sqrt(((a - c) / 2) ** 2 + b * b);
    for (const [i, m] of hessianBounds.entries()) exceed[i][k] = largest > m ? 1 : 0;
  }
  return exceed.map(sampled);
}

/** The covariance of a mean of b new samples, over every tuple of them: E gᵢgⱼ − E gᵢ E gⱼ. */
export function everyTuple({law: {points, probabilities}, b}: FlatNoise): number[][] {
  const axes = points[0].map((_, j) => j);
  const first = axes.map(() => 0);
  const second = axes.map(() => axes.map(() => 0));
  const visit = (sum: readonly number[], chance: number, left: number): void => {
    if (left > 0) {
      for (const [k, point] of points.entries())
        visit(
          sum.map((x, j) => x + point[j] / b),
          chance * probabilities[k],
          left - 1
        );
      return;
    }
    for (const i of axes) {
      first[i] += chance * sum[i];
      for (const j of axes) second[i][j] += chance * sum[i] * sum[j];
    }
  };
  visit(first.slice(), 1, b);
  return second.map((row, i) => row.map((x, j) => x - first[i] * first[j]));
}
