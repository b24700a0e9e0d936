import {
  inverse,
  lowerFactor,
  multiply,
  product,
  scale,
  smallestEigenvalue,
  trace,
  transpose
} from "../brute/arrays.js";
import {largestByPowers} from "../brute/largestByPowers.js";
import {aroundLeastAngle} from "../brute/least.js";
import {type BoundPair, cubic} from "../cases/bound.js";
import {tenDimensional} from "../cases/fisher.js";
import type {Rows} from "../cases/matrices.js";
import {binaryModel} from "../cases/problems.js";

/** b·E g gᵀ over every batch of two labelled inputs, at the parameters that drew the labels. */
export function batches() {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const draws = inputs.flatMap(x => {
    const logit = x.reduce((sum, v, i) => sum + v * parameters[i], 0);
    const p = 1 / (1 + Math.exp(-logit));
    return [0, 1].map(y => ({
      weight: (y === 1 ? p : 1 - p) / inputs.length,
      gradient: x.map(v => (p - y) * v)
    }));
  });
  const sums = new Array<number>(d * d).fill(0);
  for (const one of draws)
    for (const two of draws)
      for (let k = 0; k < d * d; k++) {
        const [i, j] = [Math.floor(k / d), k % d];
        const g = (n: number) => (one.gradient[n] + two.gradient[n]) / 2;
        sums[k] += 2 * one.weight * two.weight * g(i) * g(j);
      }
  return sums;
}

/** Second differences of the expected loss at its minimum. */
export function differences() {
  const {inputs, parameters} = binaryModel;
  const d = parameters.length;
  const logitOf = (x: readonly number[], at: readonly number[]) =>
    x.reduce((sum, v, i) => sum + v * at[i], 0);
  const loss = (at: readonly number[]) =>
    inputs.reduce((sum, x) => {
      const p = 1 / (1 + Math.exp(-logitOf(x, parameters)));
      const z = logitOf(x, at);
      return sum + (Math.log(1 + Math.exp(z)) - p * z) / inputs.length;
    }, 0);
  const step = 1e-3;
  const moved = (i: number, s: number, j: number, t: number) => {
    const at = [...parameters];
    at[i] += s * step;
    at[j] += t * step;
    return loss(at);
  };
  return Array.from({length: d * d}, (_, k) => {
    const [i, j] = [Math.floor(k / d), k % d];
    const cross = moved(i, 1, j, 1) - moved(i, 1, j, -1) - moved(i, -1, j, 1) + moved(i, -1, j, -1);
    return cross / (4 * step * step);
  });
}

const {factor} = tenDimensional;

/** The diagonal of LLᵀ, L the factor of the noise that the experiments draw with. */
export const noiseOfExperiments = () => factor.map(row => row.reduce((sum, x) => sum + x * x, 0));

const columns = (f: Rows): number[][] => {
  const [[a, b], [, c]] = f;
  const root = Math.sqrt(a);
  const rest = Math.sqrt(c - (b * b) / a);
  return [
    [root, b / root],
    [0, rest]
  ];
};

/** The largest (E V′ − (1 − 2µη)V − η² Tr F²)/(η²V) over directions, at an enormous η. */
export function drift({hessian: h, metric: f}: BoundPair) {
  const eta = 1e8;
  const form = (m: Rows, v: readonly number[]) =>
    v.reduce((sum, x, i) => sum + x * (m[i][0] * v[0] + m[i][1] * v[1]), 0);
  // Four equally likely kicks ±√2·column have the covariance F.
  const kicks = columns(f).flatMap(column => [1, -1].map(s => column.map(x => s * Math.SQRT2 * x)));
  const traceSquare = trace(multiply(f, f));
  const least = (angle: number) => {
    const v = [Math.cos(angle) * 1e4, Math.sin(angle) * 1e4];
    const pull = h.map(row => row[0] * v[0] + row[1] * v[1]);
    const after = kicks.reduce(
      (sum, kick) =>
        sum +
        form(
          f,
          v.map((x, i) => x - eta * (pull[i] + kick[i]))
        ) /
          4,
      0
    );
    return (after - eta * eta * traceSquare) / (eta * eta * form(f, v));
  };
  return least(aroundLeastAngle(angle => -least(angle), 4000, 50)[0]);
}

/** The largest generalised eigenvalue of (HFH, F). */
export const largestQuotient = ({hessian, metric}: BoundPair) =>
  -smallestEigenvalue(scale(product(hessian, metric, hessian), -1), metric);

/** ‖LᵀHL⁻ᵀ‖² = ‖F^½HF^−½‖² for F = LLᵀ, by powers of the symmetric square. */
export function iterated({hessian, metric}: BoundPair) {
  const factor = lowerFactor(metric);
  const across = product(transpose(factor), hessian, transpose(inverse(factor)));
  return largestByPowers(product(transpose(across), across));
}

/** The largest (E V′ − η²)/V for h = θ − θ²/2 on |θ| ≤ r, under a law of the noise of variance 1. */
const cubicDrift =
  (law: readonly (readonly [number, number])[]) =>
  ({eta}: {eta: number}) => {
    let most = -Infinity;
    for (let k = 1; k <= 200; k++)
      for (const sign of [-1, 1]) {
        const theta = (sign * k * cubic.radius) / 200;
        const h = theta - (theta * theta) / 2;
        const after = law.reduce((sum, [z, p]) => sum + p * (theta - eta * (h + z)) ** 2, 0);
        most = Math.max(most, (after - eta * eta) / (theta * theta));
      }
    return most;
  };

export const cubicCoin = cubicDrift([
  [-1, 0.5],
  [1, 0.5]
]);

export const cubicHermite = cubicDrift([
  [-Math.sqrt(3), 1 / 6],
  [0, 2 / 3],
  [Math.sqrt(3), 1 / 6]
]);
