import {rotatedCovariance} from "../linalg/rotatedCovariance.js";
import type {Axis} from "./axis.js";

/** A quadratic valley of curvatures 1 and `flat`, and noise of mean variance 1 turned against it. */
export interface Valley {
  /** Of the noise's long axis against the stiff direction, in degrees. */
  readonly angle: number;
  /** Variance of the noise along its long axis over that across it. */
  readonly ratio: number;
  readonly flat: number;
  /** Since the start from a narrow cloud at `valleyStart`; Infinity: the stationary law. */
  readonly time: number;
}

/** The grid on which the valley's equation is solved, the same for both axes. */
export const valleyAxis: Axis = {low: -5, high: 5, cells: 64};

/** Where the cloud starts, with a variance of 0.1 in each direction. */
export const valleyStart = [2.2, -2.2] as const;

/** Q of the valley's noise. */
export const valleyNoise = ({angle, ratio}: Pick<Valley, "angle" | "ratio">) =>
  rotatedCovariance([(2 * ratio) / (1 + ratio), 2 / (1 + ratio)], angle);
