import {covarianceEllipse} from "../lib/linalg/covarianceEllipse.js";

/** The line that holds 95 % of a Gaussian in the plane, or the one of another radius, around a centre. */
export function ring(
  covariance: Parameters<typeof covarianceEllipse>[0],
  {
    centre: [cx, cy] = [0, 0],
    points = 96,
    radius
  }: {
    readonly centre?: readonly number[];
    readonly points?: number;
    readonly radius?: number;
  } = {}
): {readonly x: number; readonly y: number}[] {
  return covarianceEllipse(covariance, {points, radius})
    .slice(1)
    .map(([x, y]) => ({x: x + cx, y: y + cy}));
}
