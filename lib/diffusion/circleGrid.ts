import {integer} from "../check.js";
import {cos} from "../elementary/cos.js";
import {sin} from "../elementary/sin.js";

/** 2K + 1 equally spaced points of the circle: they determine every trigonometric sum of degree ≤ K. */
export interface CircleGrid {
  /** K. */
  readonly modes: number;
  /** θⱼ = 2πj/(2K + 1), in radians. */
  readonly points: Float64Array;
  /** cos θⱼ and sin θⱼ; cos mθⱼ is `cosines[m·j mod (2K + 1)]`. */
  readonly cosines: Float64Array;
  readonly sines: Float64Array;
}

/**
 * The grid of 2K + 1 points on a circle of length 2π.
 *
 * @throws RangeError unless K is a positive integer.
 * @example circleGrid(1).points // [0, 2π/3, 4π/3]
 */
export function circleGrid(modes: number): CircleGrid {
  integer("modes", modes, 1);
  const n = 2 * modes + 1;
  const points = Float64Array.from({length: n}, (_, j) => (2 * Math.PI * j) / n);
  return {modes, points, cosines: points.map(cos), sines: points.map(sin)};
}

/**
 * The trigonometric sum of degree K through values on the grid, read at θ:
 *
 *     u(θ) = 1/(2K+1) Σⱼ uⱼ (1 + 2 Σ_{m=1}^K cos m(θ − θⱼ))
 *
 * @throws RangeError if values have another length than the grid.
 * @example interpolateOnCircle(grid, grid.points.map(Math.cos), 0.3) // cos 0.3
 */
export function interpolateOnCircle(
  {modes, cosines, sines}: CircleGrid,
  values: ArrayLike<number>,
  theta: number
): number {
  const n = cosines.length;
  if (values.length !== n)
    throw new RangeError(`values must have length ${n}; got ${values.length}`);
  const [c, s] = [cos(theta), sin(theta)];
  let sum = 0;
  for (let j = 0; j < n; j++) sum += values[j];
  let [cm, sm] = [1, 0];
  for (let m = 1; m <= modes; m++) {
    [cm, sm] = [cm * c - sm * s, sm * c + cm * s];
    let [a, b] = [0, 0];
    for (let j = 0, k = 0; j < n; j++, k = (k + m) % n) {
      a += values[j] * cosines[k];
      b += values[j] * sines[k];
    }
    sum += 2 * (a * cm + b * sm);
  }
  return sum / n;
}
