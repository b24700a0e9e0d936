import type {MatrixLike} from "../check.js";
import type {NoiseArgument} from "../noise/noiseArgument.js";

/** SGD with a constant rate on a quadratic loss, but for its noise. */
export interface ConstantRate {
  /** K, n×n symmetric. */
  readonly hessian: MatrixLike;
  /** λ > 0. */
  readonly learningRate: number;
}

/** Heavy ball with a constant rate on a quadratic loss, but for its noise. */
export interface ConstantMomentum extends ConstantRate {
  /** µ in [0, 1), undamped; default 0. */
  readonly momentum?: number;
}

/** SGD with a constant rate on a quadratic loss, as the public functions take it. */
export type LinearRun = ConstantRate & NoiseArgument;

/** Heavy ball on a quadratic loss. */
export type MomentumRun = ConstantMomentum & NoiseArgument;
