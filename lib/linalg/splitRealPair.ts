import type {Dense} from "./dense.js";

/** Triangularises the 2×2 block of `t` at `p` if its eigenvalues are real; the rows of Uᵀ, `turned`, turn with it. */
export function splitRealPair(t: Dense, turned: Dense, n: number, p: number): void {
  const q = p + 1;
  const half = (t[p * n + p] - t[q * n + q]) / 2;
  const corner = t[q * n + p];
  const discriminant = half * half + t[p * n + q] * corner;
  if (discriminant < 0) return;
  const z = half + (half < 0 ? -1 : 1) * Math.sqrt(discriminant);
  const length = Math.hypot(z, corner);
  const [cosine, sine] = [z / length, corner / length];
  const turn = (m: Dense, first: number, second: number, stride: number, count: number) => {
    for (let k = 0, i = first, j = second; k < count; k++, i += stride, j += stride) {
      const [x, y] = [m[i], m[j]];
      m[i] = cosine * x + sine * y;
      m[j] = cosine * y - sine * x;
    }
  };
  turn(t, p * n + p, q * n + p, 1, n - p);
  turn(t, p, q, n, q + 1);
  turn(turned, p * n, q * n, 1, n);
  t[q * n + p] = 0;
}
