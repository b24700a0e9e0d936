import type {Dense} from "./dense.js";
import {applyLeft, applyRight, reflector} from "./householder.js";

/** A = Q H Qᵀ with Q orthogonal and H zero below its first subdiagonal (Householder reflections). */
export function hessenberg(a: Dense, n: number): {h: Dense; q: Dense} {
  const h = a.slice();
  const q = new Float64Array(n * n);
  for (let i = 0; i < n; i++) q[i * n + i] = 1;
  for (let k = 0; k < n - 2; k++) {
    const below = Array.from({length: n - k - 1}, (_, i) => h[(k + 1 + i) * n + k]);
    if (below.every((x, i) => i === 0 || x === 0)) continue;
    const r = reflector(below);
    applyLeft(h, n, k + 1, r, k, n);
    applyRight(h, n, k + 1, r, 0, n);
    applyRight(q, n, k + 1, r, 0, n);
    for (let i = k + 2; i < n; i++) h[i * n + k] = 0;
  }
  return {h, q};
}
