import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, positive, symmetricMatrix} from "../check.js";

export interface IterateCovarianceOptions {
  /** h, the eigenvalues of H, d of them, each > 0. */
  readonly curvatures: readonly number[];
  /** d×d covariance C of the noise of one update (G/b for batches of b), in the eigenbasis of H. */
  readonly noise: MatrixLike;
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
 * in the eigenbasis of H, entry by entry: exact for white noise of any law, stable or not. No
 * normalisation beyond that of `noise`. Source: Fisher, eq. (32), with ηₜ for η; O(T d²).
 *
 * @throws RangeError unless curvatures and rates are positive, steps ascending integers ≥ 1, and noise
 * symmetric d×d
 * @example
 * iterateCovariance({curvatures: [1], noise: [[1]], learningRate: 1, steps: [1]})[0].get(0, 0); // 1
 */
export function iterateCovariance(options: IterateCovarianceOptions): Matrix[] {
  const {curvatures: h, learningRate, steps} = options;
  const d = integer("curvatures.length", h.length, 1);
  for (const x of h) positive("curvatures", x);
  const noise = symmetricMatrix("noise", options.noise, d);
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
        typeof learningRate === "number" ? learningRate : learningRate(t)
      );
      for (let i = 0; i < d; i++) decay[i] = 1 - eta * h[i];
      for (let k = 0; k < values.length; k++)
        values[k] = decay[rows[k]] * decay[columns[k]] * values[k] + eta * eta * entries[k];
    }
    const C = Matrix.zeros(d, d);
    for (const [k, [i, j]] of upper.entries()) {
      C.set(i, j, values[k]);
      C.set(j, i, values[k]);
    }
    return C;
  });
}
