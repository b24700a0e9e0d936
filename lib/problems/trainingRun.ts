import {square} from "../elementary/square.js";
import type {Weights, WideNetwork} from "./wideNetwork.js";

/** What a network is fitted to and tried on. */
export interface Task {
  readonly inputs: readonly number[];
  readonly targets: readonly number[];
  readonly testInputs: readonly number[];
  readonly testTargets: readonly number[];
}

/** Mean squared errors. */
export interface Errors {
  readonly train: number;
  readonly test: number;
}

const errorsOf = (network: WideNetwork, w: Weights, task: Task): Errors => ({
  train: network.meanSquare(w, task.inputs, task.targets),
  test: network.meanSquare(w, task.testInputs, task.testTargets)
});

/** Full-batch gradient descent w ← w − η∇L for round(time/η) updates. */
export function descend(
  network: WideNetwork,
  start: Weights,
  task: Task,
  {learningRate, time}: {learningRate: number; time: number}
): Errors {
  const w = start.slice();
  const g = new Float64Array(network.dimension);
  for (let t = Math.round(time / learningRate); t > 0; t--) {
    network.gradient(w, task.inputs, task.targets, g);
    for (let j = 0; j < w.length; j++) w[j] -= learningRate * g[j];
  }
  return errorsOf(network, w, task);
}

/** The gradient flow dw/ds = −∇L up to `time`, by the classical Runge–Kutta method with `steps` steps. */
export function flow(
  network: WideNetwork,
  start: Weights,
  task: Task,
  {time, steps}: {time: number; steps: number}
): Errors {
  const d = network.dimension;
  const w = start.slice();
  const [k1, k2, k3, k4] = Array.from({length: 4}, () => new Float64Array(d));
  const at = new Float64Array(d);
  const h = time / steps;
  const slope = (from: Float64Array | null, part: number, into: Float64Array) => {
    for (let j = 0; j < d; j++) at[j] = w[j] - (from ? part * from[j] : 0);
    network.gradient(at, task.inputs, task.targets, into);
  };
  for (let t = 0; t < steps; t++) {
    slope(null, 0, k1);
    slope(k1, h / 2, k2);
    slope(k2, h / 2, k3);
    slope(k3, h, k4);
    for (let j = 0; j < d; j++) w[j] -= (h / 6) * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
  }
  return errorsOf(network, w, task);
}

/**
 * The same flow of the network's linearisation at its start, the theory of the neural tangent kernel
 *
 *     df(x)/ds = −1/n Σᵢ Θ(x, xᵢ)(f(xᵢ) − yᵢ),   Θ(x, x′) = ∇f(x)·∇f(x′) at the start
 *
 * `edge` is 2 over the largest eigenvalue of Θ/n on the data, the largest rate at which gradient descent on the
 * linearisation is stable.
 */
export function tangentKernelFlow(
  network: WideNetwork,
  start: Weights,
  task: Task,
  {time, steps}: {time: number; steps: number}
): Errors & {readonly edge: number} {
  const points = [...task.inputs, ...task.testInputs];
  const n = task.inputs.length;
  const gradients = points.map(x => {
    const g = new Float64Array(network.dimension);
    network.outputGradient(start, x, g);
    return g;
  });
  const kernel = points.map((_, a) =>
    Float64Array.from({length: n}, (_, i) => {
      let sum = 0;
      for (let j = 0; j < network.dimension; j++) sum += gradients[a][j] * gradients[i][j];
      return sum / n;
    })
  );
  const f = Float64Array.from(points, x => network.output(start, x));
  const move = (residual: Float64Array, row: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < n; i++) sum += row[i] * residual[i];
    return sum;
  };
  const h = time / steps;
  // Runge–Kutta for a linear equation: r − hKr + h²K²r/2 − …, and the average residual moves f.
  for (let t = 0; t < steps; t++) {
    let term = Float64Array.from({length: n}, (_, i) => f[i] - task.targets[i]);
    const average = term.slice();
    for (let order = 2; order <= 4; order++) {
      const next = term.map((_, i) => (-h / order) * move(term, kernel[i]));
      for (let i = 0; i < n; i++) average[i] += next[i];
      term = next;
    }
    for (let a = 0; a < points.length; a++) f[a] -= h * move(average, kernel[a]);
  }
  let v = new Float64Array(n).fill(1);
  let largest = 0;
  for (let t = 0; t < 200; t++) {
    const next = v.map((_, i) => move(v, kernel[i]));
    largest = Math.sqrt(next.reduce((s, x) => s + x * x, 0));
    v = next.map(x => x / largest);
  }
  const meanSquare = (from: number, targets: readonly number[]) =>
    targets.reduce((s, y, i) => s + square(f[from + i] - y), 0) / targets.length;
  return {
    train: meanSquare(0, task.targets),
    test: meanSquare(n, task.testTargets),
    edge: 2 / largest
  };
}
