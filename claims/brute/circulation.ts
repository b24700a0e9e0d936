import {limit} from "./limit.js";

/** Nodes in (−1, 1) and weights of the Gauss–Legendre rule of three nodes. */
const nodes = [-Math.sqrt(0.6), 0, Math.sqrt(0.6)].map((x, i) => [x, [5, 8, 5][i] / 9] as const);

/** ∇ × j at a point of space by Stokes: the circulation round squares over their area, as they shrink. */
export function circulation(
  j: (x: readonly number[]) => readonly number[],
  point: readonly number[]
): number[] {
  const moved = (l: number, a: number, m: number, b: number) =>
    point.map((x, i) => x + (i === l ? a : i === m ? b : 0));
  const loop = (h: number) =>
    [0, 1, 2].map(k => {
      const [l, m] = [(k + 1) % 3, (k + 2) % 3];
      let sum = 0;
      for (const [x, w] of nodes)
        for (const side of [-1, 1]) {
          sum -= side * w * j(moved(l, h * x, m, side * h))[l];
          sum += side * w * j(moved(l, side * h, m, h * x))[m];
        }
      return (sum * h) / (4 * h * h);
    });
  return limit(loop, 0.2, 2, 5);
}
