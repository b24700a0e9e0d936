import type {Rows} from "../cases/matrices.js";
import type {Square} from "./arrays.js";

/** E θθᵀ after T steps of rate η(t, i) along the axis i, H diagonal, entry by entry. */
export function decayingCovariance(
  {
    curvatures: h,
    noise,
    batchSize
  }: {
    readonly curvatures: readonly number[];
    readonly noise: Rows;
    readonly batchSize: number;
  },
  T: number,
  rate: (t: number, i: number) => number,
  start = 0
): Square {
  const C = h.map(() => h.map(() => start * start));
  for (let t = 0; t < T; t++)
    for (const [i, x] of h.entries())
      for (const [j, y] of h.entries()) {
        const [p, q] = [rate(t, i), rate(t, j)];
        C[i][j] = (1 - p * x) * (1 - q * y) * C[i][j] + (p * q * noise[i][j]) / batchSize;
      }
  return C;
}
