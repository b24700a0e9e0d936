import {tanh} from "../elementary/tanh.js";
import {type Dense, toDense} from "../linalg/dense.js";
import {gram} from "../linalg/gram.js";

/** Samples of a regression: n rows of p inputs, one after the other, and n targets. */
export interface NetworkData {
  readonly inputs: Float64Array;
  readonly targets: Float64Array;
}

/** A network on its data, with loops that allocate nothing. */
export interface RegressionNetwork {
  readonly dimension: number;
  readonly samples: number;
  /** L(w), decay included. */
  loss(w: Float64Array): number;
  /** The mean gradient over samples of these numbers, written into `into`. */
  gradient(w: Float64Array, batch: Int32Array, into: Float64Array): void;
  /** ∇ℓᵢ(w), n×d, row by row. */
  sampleGradients(w: Float64Array): Float64Array;
  /** The mean of ∇f∇fᵀ plus the decay, and the whole ∇²L; d×d. */
  curvatures(w: Float64Array): {readonly gaussNewton: Dense; readonly hessian: Dense};
}

/**
 * Regression by one hidden layer of h tanh units on p inputs, with weight decay
 *
 *     f(x) = Σⱼ vⱼ tanh(uⱼᵀx + βⱼ),   ℓᵢ(w) = ½(f(xᵢ) − yᵢ)² + ½δ‖w‖²,   L = 1/n Σᵢ ℓᵢ
 *
 * w = (u₁ … u_h, β, v), d = h(p + 2) numbers. The decay δ > 0 lifts the directions that the data leave flat.
 */
export function regressionNetwork(
  {inputs, targets}: NetworkData,
  {hidden: h, decay}: {hidden: number; decay: number}
): RegressionNetwork {
  const n = targets.length;
  const p = inputs.length / n;
  const [beta, out] = [h * p, h * p + h];
  const d = out + h;
  const active = new Float64Array(h);
  /** The inputs of a sample, and the 1 that a bias is multiplied by. */
  const input = new Float64Array(p + 1).fill(1);
  const all = Int32Array.from({length: n}, (_, i) => i);

  /** f(xᵢ) − yᵢ, and the activations in `active`. */
  const error = (w: Float64Array, i: number): number => {
    let f = -targets[i];
    for (let j = 0; j < h; j++) {
      let sum = w[beta + j];
      for (let k = 0; k < p; k++) sum += w[j * p + k] * inputs[i * p + k];
      active[j] = tanh(sum);
      f += w[out + j] * active[j];
    }
    return f;
  };
  /** into += factor·∇f(xᵢ), of the activations in `active`. */
  const accumulate = (w: Float64Array, i: number, factor: number, into: Float64Array, at = 0) => {
    for (let j = 0; j < h; j++) {
      const slope = factor * w[out + j] * (1 - active[j] * active[j]);
      for (let k = 0; k < p; k++) into[at + j * p + k] += slope * inputs[i * p + k];
      into[at + beta + j] += slope;
      into[at + out + j] += factor * active[j];
    }
  };
  const squares = (w: Float64Array) => w.reduce((sum, x) => sum + x * x, 0);

  return {
    dimension: d,
    samples: n,
    loss(w) {
      let sum = 0;
      for (const i of all) {
        const e = error(w, i);
        sum += e * e;
      }
      return sum / (2 * n) + (decay / 2) * squares(w);
    },
    gradient(w, batch, into) {
      for (let k = 0; k < d; k++) into[k] = decay * w[k];
      for (const i of batch) accumulate(w, i, error(w, i) / batch.length, into);
    },
    sampleGradients(w) {
      const rows = new Float64Array(n * d);
      for (const i of all) {
        for (let k = 0; k < d; k++) rows[i * d + k] = decay * w[k];
        accumulate(w, i, error(w, i), rows, i * d);
      }
      return rows;
    },
    curvatures(w) {
      const slopes = new Float64Array(n * d);
      const bends = new Float64Array(d * d);
      for (const i of all) {
        const e = error(w, i);
        accumulate(w, i, 1, slopes, i * d);
        for (let k = 0; k < p; k++) input[k] = inputs[i * p + k];
        for (let j = 0; j < h; j++) bend(w, j, e / n, bends);
      }
      const gaussNewton = toDense(gram(slopes, n, d)).map(x => x / n);
      for (let k = 0; k < d; k++) gaussNewton[k * d + k] += decay;
      const hessian = gaussNewton.slice();
      for (let a = 0; a < d; a++)
        for (let b = 0; b <= a; b++) {
          hessian[a * d + b] += bends[a * d + b];
          hessian[b * d + a] = hessian[a * d + b];
        }
      return {gaussNewton, hessian};
    }
  };

  /**
   * Adds factor·∇²f of unit j at the sample whose inputs are in `input`, with its activations in `active`: the second
   * derivatives in u, β and v of that unit alone, those on and below the diagonal.
   */
  function bend(w: Float64Array, j: number, factor: number, into: Dense): void {
    const t = active[j];
    const slope = factor * (1 - t * t);
    const twice = -2 * w[out + j] * t * slope;
    const [u, b, v] = [j * p, beta + j, out + j];
    for (let k = 0; k <= p; k++) {
      const row = (k < p ? u + k : b) * d;
      for (let l = 0; l <= Math.min(k, p - 1); l++)
        into[row + u + l] += twice * (input[k] * input[l]);
      into[v * d + (k < p ? u + k : b)] += slope * input[k];
    }
    into[b * d + b] += twice;
  }
}
