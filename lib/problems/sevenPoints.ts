import {square} from "../elementary/square.js";
import {linearRegression} from "./linearRegression.js";
import type {Problem} from "./problem.js";

/** Seven points of the plane, one of them far from any line through the others. */
export const sevenPoints: readonly (readonly [number, number])[] = [
  [-1.4, -0.9],
  [-0.9, -1.1],
  [-0.4, 0.3],
  [0.1, -0.2],
  [0.6, 0.9],
  [1.1, 0.4],
  [1.6, 2.6]
];

/** The straight line y = θ₁ + θ₂x through the first n of them, by half the squared error. */
export function lineThroughPoints(n: number): Problem {
  const points = sevenPoints.slice(0, n);
  return linearRegression(
    points.map(([x]) => [1, x]),
    points.map(([, y]) => y)
  );
}

/** The minimum (θ₁, θ₂) of that loss: θ₂ = Sxy/Sxx, θ₁ = ȳ − θ₂x̄. */
export function leastSquaresLine(n: number): [number, number] {
  const points = sevenPoints.slice(0, n);
  const [meanX, meanY] = [0, 1].map(j => points.reduce((s, p) => s + p[j], 0) / points.length);
  const xx = points.reduce((s, [x]) => s + square(x - meanX), 0);
  const xy = points.reduce((s, [x, y]) => s + (x - meanX) * (y - meanY), 0);
  return [meanY - (xy / xx) * meanX, xy / xx];
}
