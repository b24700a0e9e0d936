import type {Dense} from "./dense.js";

/** Triangularises the 2×2 block of `t` at `p` if its eigenvalues are real; U turns with it. */
export function splitRealPair(t: Dense, u: Dense, n: number, p: number): void {
  const q = p + 1;
  const half = (t[p * n + p] - t[q * n + q]) / 2;
  const corner = t[q * n + p];
  const discriminant = half * half + t[p * n + q] * corner;
  if (discriminant < 0) return;
  const z = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const length = Math.hypot(z, corner);
  const [cosine, sine] = [z / length, corner / length];
  for (let j = p; j < n; j++) {
    const [x, y] = [t[p * n + j], t[q * n + j]];
    t[p * n + j] = cosine * x + sine * y;
    t[q * n + j] = cosine * y - sine * x;
  }
  for (const [m, rows] of [
    [t, q + 1],
    [u, n]
  ] as const)
    for (let i = 0; i < rows; i++) {
      const [x, y] = [m[i * n + p], m[i * n + q]];
      m[i * n + p] = cosine * x + sine * y;
      m[i * n + q] = cosine * y - sine * x;
    }
  t[q * n + p] = 0;
}
