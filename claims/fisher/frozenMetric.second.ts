import {aroundLeastAngle} from "../brute/least.js";
import type {Rows} from "../cases/matrices.js";
import type {Change, TurnedMetric} from "../cases/metric.js";
import type {Pair} from "../cases/pairs.js";

/** The least of uᵀFHu/uᵀFu over directions u, by golden section around the best of a grid. */
export function leastQuotients({stiff, ratio, degrees}: TurnedMetric) {
  const phi = (degrees * Math.PI) / 180;
  const quotient = (strong: number, weak: number) => (t: number) => {
    const [along, across] = [Math.cos(t - phi), Math.sin(t - phi)];
    const [x, y] = [Math.cos(t), stiff * Math.sin(t)];
    const image = [Math.cos(phi) * x + Math.sin(phi) * y, Math.cos(phi) * y - Math.sin(phi) * x];
    return (
      (strong * along * image[0] + weak * across * image[1]) /
      (strong * along ** 2 + weak * across ** 2)
    );
  };
  return [least(quotient(ratio, 1)), least(quotient(1, ratio))];
}

function least(f: (t: number) => number): number {
  const [low, high] = aroundLeastAngle(f, 4000, 60);
  return f((low + high) / 2);
}

/** λmax of a symmetric positive matrix as the quotient of the traces of two high powers. */
function top(f: Rows): number {
  const times = (a: Rows, b: Rows) =>
    a.map(row => b[0].map((_, j) => row.reduce((s, x, k) => s + x * b[k][j], 0)));
  const total = (a: Rows) => a.reduce((s, row, i) => s + row[i], 0);
  let power = f;
  for (let k = 0; k < 40; k++) {
    const size = total(power);
    power = times(power, power).map(row => row.map(x => x / (size * size)));
  }
  return total(times(f, power)) / total(power);
}

/** Sums over entries, and λmax by powers: ‖F‖² is λmax², ‖F^½‖²_Fro is Tr F. */
export function entrySums({noise}: Pair) {
  const squares = noise.flat().reduce((s, x) => s + x * x, 0);
  return [squares / top(noise) ** 2, noise.reduce((s, row, i) => s + row[i], 0) / top(noise)];
}

/** From trace and determinant of BᵀFB: λ = t/2 ± √(t²/4 − det). */
export function changed({metric: f, map: b}: Change) {
  const entry = (i: number, j: number) =>
    b.reduce((s, row, k) => s + b.reduce((r, other, l) => r + row[i] * f[k][l] * other[j], 0), 0);
  const sum = entry(0, 0) + entry(1, 1);
  const determinant =
    (f[0][0] * f[1][1] - f[0][1] * f[1][0]) * (b[0][0] * b[1][1] - b[0][1] * b[1][0]) ** 2;
  const high = sum / 2 + Math.sqrt(sum ** 2 / 4 - determinant);
  return [high ** 2 / determinant, sum / high];
}
