import {inverse} from "../brute/arrays.js";
import {limit} from "../brute/limit.js";
import type {Curved} from "../cases/beyondLinear.js";

/** The gradient, monomial by monomial. */
function gradient({curvatures: h, cubic: c, quartic: q}: Curved, [x, y = 0]: readonly number[]) {
  const along = (k: number) =>
    (c[k] * x * x + 2 * (c[k + 1] ?? 0) * x * y + (c[k + 2] ?? 0) * y * y) / 2 +
    (q[k] * x ** 3 +
      3 * (q[k + 1] ?? 0) * x * x * y +
      3 * (q[k + 2] ?? 0) * x * y * y +
      (q[k + 3] ?? 0) * y ** 3) /
      6;
  return h.map((curvature, i) => curvature * (i === 0 ? x : y) + along(i));
}

/**
 * Mean and covariance at rest of one step after another with Gaussian kicks of covariance ε·noise: the law's
 * weights on a lattice, carried on until nothing changes.
 */
function atRest(run: Curved, epsilon: number): {mean: number[]; covariance: number[][]} {
  const {curvatures: h, noise, learningRate: eta} = run;
  const widths = h.map((x, i) => Math.sqrt((eta * epsilon * noise[i][i]) / (x * (2 - eta * x))));
  const steps = Array.from({length: 23}, (_, k) => 0.72 * (k - 11));
  const nodes =
    h.length === 1
      ? steps.map(s => [s * widths[0]])
      : steps.flatMap(s => steps.map(t => [s * widths[0], t * widths[1]]));
  const back = inverse(noise);
  const kernel = nodes.map(node => {
    const slope = gradient(run, node);
    const next = node.map((x, i) => x - eta * slope[i]);
    const weights = nodes.map(to => {
      const kick = to.map((x, i) => (x - next[i]) / eta);
      const square = kick.reduce(
        (s, x, i) => s + x * kick.reduce((t, y, j) => t + back[i][j] * y, 0),
        0
      );
      return Math.exp(-square / (2 * epsilon));
    });
    const total = weights.reduce((s, w) => s + w, 0);
    return Float64Array.from(weights, w => w / total);
  });
  let law = new Float64Array(nodes.length).fill(1 / nodes.length);
  for (let t = 0; t < 60; t++) {
    const after = new Float64Array(nodes.length);
    for (const [k, row] of kernel.entries()) {
      if (law[k] < 1e-30) continue;
      for (let m = 0; m < after.length; m++) after[m] += law[k] * row[m];
    }
    law = after;
  }
  const average = (f: (node: readonly number[]) => number) =>
    nodes.reduce((sum, node, k) => sum + law[k] * f(node), 0);
  const mean = h.map((_, i) => average(node => node[i]));
  const covariance = h.map((_, i) =>
    h.map((__, j) => average(node => (node[i] - mean[i]) * (node[j] - mean[j])))
  );
  return {mean, covariance};
}

/** E Δ/ε, and (Cov − εΣ)/ε², as ε → 0; Σ from a loss without third and fourth derivatives. */
export function nextOrder(run: Curved): number[] {
  const none = {...run, cubic: run.cubic.map(() => 0), quartic: run.quartic.map(() => 0)};
  const linear = atRest(none, 1).covariance;
  return limit(
    epsilon => {
      const {mean, covariance} = atRest(run, epsilon);
      return [
        ...mean.map(x => x / epsilon),
        ...covariance.flatMap((row, i) =>
          row.map((x, j) => (x - epsilon * linear[i][j]) / epsilon ** 2)
        )
      ];
    },
    1e-3,
    1,
    3
  );
}
