import type {Rows} from "../cases/matrices.js";

/** Eigenvectors by the power method, each freed of those found before: the largest first; S positive definite. */
export function eigenvectorsByPowers(S: Rows, steps: number): number[][] {
  const found: number[][] = [];
  for (let k = 0; k < S.length; k++) {
    let v = S.map((_, i) => (i === k ? 1 : 0.1 + 0.05 * i));
    for (let step = 0; step < steps; step++) {
      let w = S.map(row => row.reduce((sum, x, j) => sum + x * v[j], 0));
      for (const u of found) {
        const along = u.reduce((sum, x, i) => sum + x * w[i], 0);
        w = w.map((x, i) => x - along * u[i]);
      }
      const length = Math.hypot(...w);
      v = w.map(x => x / length);
    }
    found.push(v);
  }
  return found;
}
