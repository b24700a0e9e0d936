import {integer} from "../check.js";
import {square} from "../elementary/square.js";
import {tanh} from "../elementary/tanh.js";

/** (u₁ … u_h, β₁ … β_h, v₁ … v_h). */
export type Weights = Float64Array;

export interface WideNetwork {
  readonly dimension: number;
  output(w: Weights, x: number): number;
  /** ∂f/∂w at x, written into `into`. */
  outputGradient(w: Weights, x: number, into: Float64Array): void;
  /** ½ mean squared error over the data: its gradient, written into `into`. */
  gradient(w: Weights, xs: readonly number[], ys: readonly number[], into: Float64Array): void;
  meanSquare(w: Weights, xs: readonly number[], ys: readonly number[]): number;
}

/**
 * One hidden layer of h tanh units on a scalar, in the scaling of the neural tangent kernel
 *
 *     f(x) = h^{−½} Σⱼ vⱼ tanh(uⱼx + βⱼ),   L = 1/(2n) Σᵢ (f(xᵢ) − yᵢ)²
 *
 * The weights are (u, β, v), 3h numbers; drawn with variances of order 1, the kernel ∇f·∇f tends to a
 * fixed one as h grows. tanh is made of our own exponential, so that runs have the same bits
 * everywhere.
 *
 * @throws RangeError unless `hidden` is a positive integer.
 */
export function wideNetwork(hidden: number): WideNetwork {
  const h = integer("hidden", hidden, 1);
  const scale = 1 / Math.sqrt(h);
  const active = new Float64Array(h);
  const forward = (w: Weights, x: number) => {
    let sum = 0;
    for (let j = 0; j < h; j++) {
      active[j] = tanh(w[j] * x + w[h + j]);
      sum += w[2 * h + j] * active[j];
    }
    return scale * sum;
  };
  const accumulate = (w: Weights, x: number, factor: number, into: Float64Array) => {
    const c = factor * scale;
    for (let j = 0; j < h; j++) {
      const slope = c * w[2 * h + j] * (1 - active[j] * active[j]);
      into[j] += slope * x;
      into[h + j] += slope;
      into[2 * h + j] += c * active[j];
    }
  };
  return {
    dimension: 3 * h,
    output: forward,
    outputGradient(w, x, into) {
      into.fill(0);
      forward(w, x);
      accumulate(w, x, 1, into);
    },
    gradient(w, xs, ys, into) {
      into.fill(0);
      for (let i = 0; i < xs.length; i++)
        accumulate(w, xs[i], (forward(w, xs[i]) - ys[i]) / xs.length, into);
    },
    meanSquare: (w, xs, ys) =>
      xs.reduce((sum, x, i) => sum + square(forward(w, x) - ys[i]), 0) / xs.length
  };
}
