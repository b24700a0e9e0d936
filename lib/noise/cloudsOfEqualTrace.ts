import type {Matrix} from "ml-matrix";
import {integer} from "../check.js";
import {rotatedCovariance, rotatedFactor} from "../linalg/rotatedCovariance.js";
import {normals} from "../random/normals.js";
import type {UniformSource} from "./batchGradients.js";

/** A cloud of batch noise and the covariance that it has. */
export interface NoiseCloud {
  readonly points: readonly (readonly [number, number])[];
  readonly covariance: Matrix;
}

/**
 * Two clouds of normal batch noise in the plane with the same Tr G/b: `aligned` with variances v₁/b
 * and v₂/b along and across a direction at `degrees`, and `isotropic` with (v₁ + v₂)/(2b) everywhere.
 * Both are made of the same draws. Source: Fisher, Figure 1.
 *
 * @throws RangeError on a batch size or a number of points that is not a positive integer.
 * @example
 * cloudsOfEqualTrace({variances: [1.8, 0.2], degrees: 30, batchSize: 4, size: 1, source});
 * // both covariances have the trace ½
 */
export function cloudsOfEqualTrace({
  variances,
  degrees,
  batchSize,
  size,
  source
}: {
  readonly variances: readonly [number, number];
  readonly degrees: number;
  readonly batchSize: number;
  readonly size: number;
  readonly source: UniformSource;
}): {readonly aligned: NoiseCloud; readonly isotropic: NoiseCloud} {
  const b = integer("batchSize", batchSize, 1);
  integer("size", size, 1);
  const z = normals(source);
  const pairs = Array.from({length: size}, () => [z.next(), z.next()] as const);
  const mean = (variances[0] + variances[1]) / 2;
  const cloud = (v: readonly [number, number]): NoiseCloud => {
    const scaled = [v[0] / b, v[1] / b] as const;
    const [[p, q], [r, s]] = rotatedFactor(scaled, degrees);
    return {
      points: pairs.map(([x, y]) => [p * x + q * y, r * x + s * y] as const),
      covariance: rotatedCovariance(scaled, degrees)
    };
  };
  return {aligned: cloud(variances), isotropic: cloud([mean, mean])};
}
