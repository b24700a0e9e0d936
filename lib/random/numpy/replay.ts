import {integer, type MatrixLike, numberIn, positive, squareMatrix} from "../../check.js";
import type {Generator} from "./generator.js";
import type {NumpyKernel} from "./kernel.js";

export interface Replay {
  /** eigenvalues h of the diagonal Hessian, d of them, each > 0 */
  curvatures: readonly number[];
  /** d×d lower triangular L: the gradient noise of one sample has covariance L Lᵀ */
  factor: MatrixLike;
  /** b ≥ 1 */
  batchSize: number;
  /** R ≥ 1 */
  replicates: number;
  /** η of each step, each > 0: their number is the horizon T */
  learningRates: ArrayLike<number>;
}

/**
 * The risk mean(Σᵢ hᵢ θᵢ²) over R replicates after T steps of
 *
 * θ ← (1 − ηₜ h) θ + (ηₜ/√b) L z,  θ = 0 at first,
 *
 * with z the rows of `generator.standard_normal((R, d))`, drawn anew each step: a published NumPy
 * run with its own numbers (to rounding, as matrix products sum in no fixed order there). The generator
 * ends where NumPy's would. Source: Fisher, Experiments 4 and 5.
 *
 * @throws RangeError where an argument is outside the ranges given, or L is not lower triangular
 */
export function replay(
  kernel: NumpyKernel,
  generator: Generator,
  {curvatures, factor, batchSize, replicates, learningRates}: Replay
): number {
  const d = integer("curvatures.length", curvatures.length, 1);
  for (const h of curvatures) positive("curvatures", h);
  integer("batchSize", batchSize, 1);
  integer("replicates", replicates, 1);
  const steps = learningRates.length;
  const padded = d + (d % 2);
  const pairs = packed(factor, d);
  const [theta, z, L, scaled, h, decay, rates, gains] = kernel.allocate([
    replicates * padded,
    replicates * d,
    pairs.length,
    pairs.length,
    padded,
    padded,
    steps,
    steps
  ]) as [View, View, View, View, View, View, View, View];
  h.set(curvatures);
  L.set(pairs);
  for (let t = 0; t < steps; t++) {
    rates[t] = positive("learningRates", learningRates[t]!);
    gains[t] = rates[t] / Math.sqrt(batchSize);
  }
  kernel.advance(generator, exports => {
    for (let t = 0; t < steps; t += STEPS)
      exports.replay(
        theta.byteOffset,
        z.byteOffset,
        L.byteOffset,
        scaled.byteOffset,
        pairs.length / 2,
        h.byteOffset,
        decay.byteOffset,
        rates.byteOffset + 8 * t,
        gains.byteOffset + 8 * t,
        Math.min(STEPS, steps - t),
        replicates,
        d
      );
  });
  let risk = 0;
  for (let i = 0; i < theta.length; i++) risk += h[i % padded]! * theta[i]! * theta[i]!;
  return risk / replicates;
}

type View = Float64Array;

/** Steps per call: short calls let the engine swap in its optimised code early. */
const STEPS = 20;

/** L by pairs of rows, their columns up to the diagonal, two entries each. */
function packed(factor: MatrixLike, d: number): number[] {
  const L = squareMatrix("factor", factor, d);
  const pairs: number[] = [];
  for (let i = 0; i < d; i++)
    for (let j = i + 1; j < d; j++)
      numberIn(
        `factor[${i}][${j}]`,
        L.get(i, j),
        "{0}, as factor is lower triangular",
        x => x === 0
      );
  for (let i = 0; i < d; i += 2)
    for (let j = 0; j < Math.min(i + 2, d); j++)
      pairs.push(L.get(i, j), i + 1 < d ? L.get(i + 1, j) : 0);
  return pairs;
}
