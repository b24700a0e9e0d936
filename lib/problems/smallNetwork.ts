import {Matrix} from "ml-matrix";
import {integer, type MatrixLike, matrix} from "../check.js";
import {finiteTargets} from "./linearRegression.js";
import type {Problem} from "./problem.js";

/**
 * Regression by one hidden layer of tanh units, half the squared error
 *
 *     f(x) = c + Σⱼ vⱼ tanh(uⱼᵀx + βⱼ),   ℓᵢ(w) = ½(f(xᵢ) − yᵢ)²
 *
 * `features` is n×p, `targets` holds n numbers; the weights are (u₁, β₁, v₁, u₂, β₂, v₂, …, c), in all
 * h(p + 2) + 1 of them. Gradient and Hessian are exact, by the chain rule:
 * ∇²ℓᵢ = ∇f∇fᵀ + (f − y)∇²f, where ∇²f couples no two units. The loss is not convex; swapping two
 * units, or the signs of uⱼ, βⱼ and vⱼ, leaves it as it is.
 *
 * @throws RangeError on mismatched lengths or a number of hidden units that is not a positive integer.
 * @example
 * smallNetwork([[1]], [0], {hidden: 1}).loss([1, 0, 1, 0]); // ½ tanh²(1)
 */
export function smallNetwork(
  features: MatrixLike,
  targets: readonly number[],
  {hidden}: {hidden: number}
): Problem {
  const x = matrix("features", features).to2DArray();
  const n = x.length;
  const p = x[0].length;
  finiteTargets(targets, n);
  const units = integer("hidden", hidden, 1);
  const block = p + 2;
  const d = units * block + 1;
  const check = (w: readonly number[]) => {
    if (w.length !== d) throw new RangeError(`weights must have ${d} entries; got ${w.length}`);
  };
  const inner = (row: number[], k: number) => (k < p ? row[k] : 1);

  const forward = (w: readonly number[], i: number) => {
    const activations: number[] = [];
    let output = w[d - 1];
    for (let j = 0; j < units; j++) {
      let sum = 0;
      for (let k = 0; k <= p; k++) sum += w[j * block + k] * inner(x[i], k);
      activations.push(Math.tanh(sum));
      output += w[j * block + p + 1] * activations[j];
    }
    return {activations, error: output - targets[i]};
  };
  const outputGradient = (w: readonly number[], i: number, activations: number[]) => {
    const g = new Array<number>(d).fill(0);
    for (let j = 0; j < units; j++) {
      const t = activations[j];
      const v = w[j * block + p + 1];
      for (let k = 0; k <= p; k++) g[j * block + k] = v * (1 - t * t) * inner(x[i], k);
      g[j * block + p + 1] = t;
    }
    g[d - 1] = 1;
    return g;
  };
  const sampleGradients = (w: readonly number[]) => {
    check(w);
    const rows = x.map((_, i) => {
      const {activations, error} = forward(w, i);
      return outputGradient(w, i, activations).map(g => error * g);
    });
    return new Matrix(rows);
  };
  return {
    dimension: d,
    samples: n,
    loss: w => {
      check(w);
      return x.reduce((s, _, i) => s + forward(w, i).error ** 2, 0) / (2 * n);
    },
    gradient: w => sampleGradients(w).mean("column"),
    sampleGradients,
    hessian: w => {
      check(w);
      const h = Matrix.zeros(d, d);
      for (let i = 0; i < n; i++) {
        const {activations, error} = forward(w, i);
        const g = outputGradient(w, i, activations);
        for (let a = 0; a < d; a++)
          for (let b = 0; b < d; b++) h.set(a, b, h.get(a, b) + g[a] * g[b]);
        for (let j = 0; j < units; j++) {
          const t = activations[j];
          const slope = error * (1 - t * t);
          const bend = -2 * w[j * block + p + 1] * t * slope;
          const v = j * block + p + 1;
          for (let k = 0; k <= p; k++) {
            const a = j * block + k;
            for (let l = 0; l <= p; l++) {
              const b = j * block + l;
              h.set(a, b, h.get(a, b) + bend * (inner(x[i], k) * inner(x[i], l)));
            }
            h.set(a, v, h.get(a, v) + slope * inner(x[i], k));
            h.set(v, a, h.get(v, a) + slope * inner(x[i], k));
          }
        }
      }
      return h.div(n);
    }
  };
}
