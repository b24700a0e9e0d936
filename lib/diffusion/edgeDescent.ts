import {numberIn, positive} from "../check.js";

/** Positions of a run after each update, the start included. */
export interface EdgePath {
  /** ε times the time ηk. */
  readonly time: Float64Array;
  readonly y: Float64Array;
  readonly v: Float64Array;
  /** s, the curvature across the valley's floor, times η: 2 is the edge of stability. */
  readonly sharpness: Float64Array;
}

/**
 * Gradient descent, without noise, along a valley that gets steeper:
 *
 *     L = s(x, y)·u(v) − εx,   s = 2/η + x + ½y²,   u = ½v²/(1 + v²),
 *
 * from x = −½, y = 1, where s = 2/η. The slope ε drives x to where the sharpness s exceeds 2/η; v then
 * oscillates, and E u pushes back along −∇s. `time` is εηk, of order one. Source: notes, section 2.3, and
 * Cohen, Damian, Talwalkar, Kolter and Lee (2025), whose setting it is. @see edgeFlow
 *
 * @throws RangeError unless learningRate > 0, slope in (0, 0.1], time > 0 and start is finite
 * @example edgeDescent({learningRate: 0.5, slope: 0.001, time: 1, start: 0.03}).y.at(-1) // 0.53
 */
export function edgeDescent({
  learningRate,
  slope,
  time,
  start
}: {
  learningRate: number;
  /** ε. */
  slope: number;
  time: number;
  /** v at first. */
  start: number;
}): EdgePath {
  positive("learningRate", learningRate);
  numberIn("slope", slope, "(0, 0.1]", e => e > 0 && e <= 0.1);
  positive("time", time);
  numberIn("start", start, "(−∞, ∞)", () => true);
  const steps = Math.floor(time / (learningRate * slope) + 0.5);
  const path = [0, 1, 2, 3].map(() => new Float64Array(steps + 1));
  let [x, y, v] = [-0.5, 1, start];
  for (let k = 0; k <= steps; k++) {
    const s = 2 / learningRate + x + (y * y) / 2;
    path[0][k] = slope * learningRate * k;
    path[1][k] = y;
    path[2][k] = v;
    path[3][k] = learningRate * s;
    const q = 1 + v * v;
    const u = (v * v) / (2 * q);
    v -= (learningRate * s * v) / (q * q);
    x -= learningRate * (u - slope);
    y -= learningRate * y * u;
  }
  const [times, ys, vs, sharpness] = path;
  return {time: times, y: ys, v: vs, sharpness};
}
