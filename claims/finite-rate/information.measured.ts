import {
  add,
  apply,
  dot,
  identity,
  inverse,
  lowerFactor,
  outer,
  product,
  type Square,
  scale,
  subtract,
  trace,
  transpose
} from "../brute/arrays.js";
import {steadyCovariance} from "../brute/augmented.js";
import {batchShare} from "../brute/selfMade.js";
import {type Model, type Scattered, sampleCounts} from "../cases/information.js";
import type {SecondRun} from "../cases/secondOrder.js";

const mean = (squares: readonly Square[]): Square => scale(squares.reduce(add), 1 / squares.length);

/** E ssᵀ over inputs and both labels, each as likely as the model has it. */
export const scoreProducts = ({inputs, parameters}: Model): Square =>
  mean(
    inputs.map(x => {
      const p = 1 / (1 + Math.exp(-dot(x, parameters)));
      const score = (label: number) => outer(x.map(v => (label - p) * v));
      return add(scale(score(1), p), scale(score(0), 1 - p));
    })
  );

/** K as the mean of per-sample gradients' products at the minimum: rows x and residuals ±1. */
function fisher({hessian}: SecondRun): Square {
  const d = hessian.length;
  const rows = transpose(lowerFactor(hessian)).map(x => x.map(v => Math.sqrt(d) * v));
  return mean(rows.flatMap(x => [1, -1].map(residual => outer(x.map(v => residual * v)))));
}

/** The steady state with Λ = λF⁻¹ and noise (N−S)/(NS) F. */
export const steadyState = (run: SecondRun) => {
  const f = fisher(run);
  const {hessian, rate, momentum} = run;
  const noise = scale(f, batchShare(run));
  return steadyCovariance({hessian, noise, rate: scale(inverse(f), rate), momentum});
};

/** Every combination of these values. */
const combinations = (values: readonly number[], d: number): number[][] =>
  d === 0 ? [[]] : combinations(values, d - 1).flatMap(rest => values.map(v => [...rest, v]));

/**
 * c times the covariance of a sample's gradient x(r + xᵀw), averaged over w: inputs on the nodes ±√3, 0 of each
 * axis, exact for moments up to the fifth, residuals ±1, w on ±√d times the columns of a factor of Σ.
 */
export function sampledNoise({hessian, sigma, share}: Scattered): Square {
  const d = hessian.length;
  const factor = lowerFactor(hessian);
  const iterates = transpose(lowerFactor(sigma)).map(w => w.map(v => Math.sqrt(d) * v));
  const nodes = combinations([-1, 0, 1], d).map(z => ({
    x: apply(
      factor,
      z.map(v => Math.sqrt(3) * v)
    ),
    weight: z.reduce((w, v) => w * (v === 0 ? 2 / 3 : 1 / 6), 1)
  }));
  const covariances = iterates.map(w => {
    let [second, first] = [scale(hessian, 0), w.map(() => 0)];
    for (const {x, weight} of nodes)
      for (const r of [1, -1]) {
        const g = x.map(v => v * (r + dot(x, w)));
        second = add(second, scale(outer(g), weight / 2));
        first = first.map((v, i) => v + (weight / 2) * g[i]);
      }
    return subtract(second, outer(first));
  });
  return scale(mean(covariances), share);
}

/** t·Tr FΣₜ/d of w ← w − λF⁻¹g with one fresh sample at a time, for a constant rate and for 1/t, stepped. */
export function stepped({hessian, rate}: SecondRun): number[] {
  const d = hessian.length;
  const back = inverse(hessian);
  const one = identity(d);
  const last = Math.max(...sampleCounts);
  const covariance = (at: (t: number) => number) => {
    let sigma = scale(hessian, 0);
    const seen = new Map<number, number>();
    for (let t = 1; t <= last; t++) {
      const lambda = scale(back, at(t));
      const keep = subtract(one, product(lambda, hessian));
      sigma = add(product(keep, sigma, transpose(keep)), product(lambda, hessian, lambda));
      seen.set(t, (t * trace(product(hessian, sigma))) / d);
    }
    return seen;
  };
  const [constant, falling] = [covariance(() => rate), covariance(t => 1 / t)];
  return sampleCounts.flatMap(t => [constant.get(t) as number, falling.get(t) as number]);
}
