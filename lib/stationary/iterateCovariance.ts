import {Matrix} from "ml-matrix";
import {describe, integer, positive} from "../check.js";
import {inRange} from "../inRange.js";
import {semidefiniteMatrix} from "../linalg/definite.js";
import {type NoiseArgument, withNoise} from "../noise/noiseArgument.js";
import {type Curvature, curvatureFrame} from "./curvatureFrame.js";

export interface IterateCovarianceOptions extends Curvature {
  /** η, or ηₜ for t = 0, 1, … */
  readonly learningRate: number | ((t: number) => number);
  /** The numbers of steps to look at, ascending, each ≥ 1. */
  readonly steps: readonly number[];
}

/**
 * Covariance of the iterate after T steps of θ ← θ − ηₜ(Hθ + ζ) from a fixed start, at each T of `steps`
 *
 *     Cᵢⱼ(t+1) = (1 − ηₜhᵢ)(1 − ηₜhⱼ) Cᵢⱼ(t) + ηₜ² Cov(ζ)ᵢⱼ,   C(0) = 0
 *
 * in the eigenbasis of H, entry by entry: exact for white noise of any law, stable or not. With `hessian`
 * noise and results are in its coordinates, with `curvatures` in its eigenbasis; d×d each, no normalisation
 * beyond that of `noise`. Source: Fisher, eq. (32), with ηₜ for η; O(T d²).
 *
 * @throws RangeError unless curvatures and rates are positive, steps ascending integers ≥ 1, noise
 * positive semidefinite d×d, and every covariance in the range of float64; UnstableError where H is not positive definite
 * @example
 * iterateCovariance({curvatures: [1], noise: [[1]], learningRate: 1, steps: [1]})[0].get(0, 0); // 1
 */
export function iterateCovariance(options: IterateCovarianceOptions & NoiseArgument): Matrix[] {
  const given = withNoise<IterateCovarianceOptions>("iterateCovariance", options, [
    "hessian",
    "curvatures",
    "learningRate",
    "steps"
  ]);
  const frame = curvatureFrame(given);
  const {learningRate, steps} = given;
  const h = frame.curvatures;
  const d = h.length;
  const noise = frame.into(semidefiniteMatrix("noise", given.noise, d));
  if (!Array.isArray(steps))
    throw new RangeError(`steps must be a list of integers; got ${describe(steps)}`);
  const upper: [number, number][] = h.flatMap((_, i) =>
    h.slice(i).map((_, k): [number, number] => [i, i + k])
  );
  const [rows, columns] = [0, 1].map(side => Int32Array.from(upper, pair => pair[side]));
  const entries = Float64Array.from(upper, ([i, j]) => noise.get(i, j));
  const values = new Float64Array(entries.length);
  const decay = new Float64Array(d);
  let t = 0;
  return steps.map(step => {
    integer("steps", step, t + 1);
    for (; t < step; t++) {
      const eta = positive(
        "learningRate",
        typeof learningRate === "function" ? learningRate(t) : learningRate
      );
      for (let i = 0; i < d; i++) decay[i] = 1 - eta * h[i];
      for (let k = 0; k < values.length; k++)
        values[k] = decay[rows[k]] * decay[columns[k]] * values[k] + eta * entries[k] * eta;
    }
    const C = Matrix.zeros(d, d);
    for (const [k, [i, j]] of upper.entries()) {
      C.set(i, j, values[k]);
      C.set(j, i, values[k]);
    }
    return frame.out(inRange("the covariance", C));
  });
}
