import {inRange} from "../inRange.js";

/** One direction of a loss whose minimum wanders, seen in windows. */
export interface Tracking {
  /** h. */
  readonly curvature: number;
  /** g: variance of the gradient of one transaction. */
  readonly noise: number;
  /** q: variance of the minimum's step from one transaction to the next. */
  readonly drift: number;
  /** b: transactions of a window. */
  readonly batchSize: number;
  /** τ = η/b. */
  readonly temperature: number;
}

/**
 * ½hE(θ − θ⋆)² at rest, just after an update, where θ⋆ is a random walk
 *
 *     ½ (τg + q/τ)/(2 − τbh)
 *
 * exact for white noise. Source: the balance of NF-D1 in one dimension.
 *
 * @throws RangeError unless τbh is in (0, 2)
 */
export function trackingRisk({curvature, noise, drift, batchSize, temperature}: Tracking): number {
  const step = temperature * batchSize * curvature;
  if (!(step > 0 && step < 2))
    throw new RangeError(`temperature × batchSize × curvature must lie in (0, 2); got ${step}`);
  return inRange("the risk", (temperature * noise + drift / temperature) / (2 * (2 - step)));
}
