import {tanh} from "../elementary/tanh.js";
import {cholesky} from "../linalg/cholesky.js";
import type {Dense} from "../linalg/dense.js";
import {gaussianStream} from "../random/gaussianStream.js";
import {streamState} from "../random/stream.js";
import {type NetworkData, type RegressionNetwork, regressionNetwork} from "./regressionNetwork.js";

/** A network that learns what another one, the teacher, says with noise. */
export interface TeacherSettings {
  readonly samples: number;
  readonly inputs: number;
  readonly hidden: number;
  /** Hidden units of the teacher. */
  readonly teacher: number;
  /** Standard deviation of the targets about the teacher. */
  readonly noise: number;
  readonly decay: number;
}

export interface TrainedNetwork {
  readonly network: RegressionNetwork;
  /** A minimum of the loss. */
  readonly weights: Float64Array;
  readonly loss: number;
  /** ‖∇L‖ there. */
  readonly gradientNorm: number;
}

/** Data and start from one stream of `seed`. */
function problemOf(
  seed: number,
  settings: TeacherSettings
): {data: NetworkData; start: Float64Array} {
  const {samples: n, inputs: p, hidden, teacher, noise} = settings;
  const normal = gaussianStream(
    streamState({seed, experiment: "trained network", cell: "data and start", replicate: 0})
  );
  const draw = (count: number, scale: number) =>
    Float64Array.from({length: count}, () => scale * normal());
  const u = draw(teacher * p, 1 / Math.sqrt(p));
  const v = draw(teacher, 1);
  const inputs = draw(n * p, 1);
  const targets = Float64Array.from({length: n}, (_, i) => {
    let y = noise * normal();
    for (let j = 0; j < teacher; j++) {
      let sum = 0;
      for (let k = 0; k < p; k++) sum += u[j * p + k] * inputs[i * p + k];
      y += v[j] * tanh(2 * sum);
    }
    return y;
  });
  return {data: {inputs, targets}, start: draw(hidden * (p + 2), 1 / Math.sqrt(p))};
}

/** ‖∇L‖ from which on steps see the whole curvature. */
const near = 0.1;

/**
 * Trains to a minimum by damped steps, of Gauss and Newton, and of Newton from a gradient of a tenth on: w ← w − (M + εI)⁻¹∇L, M the curvature, ε
 * divided by 4 after a step that lowers the loss and multiplied by 4 after one that does not, which is taken back.
 * Stops at ‖∇L‖ ≤ 10⁻¹¹; the same bits on every machine. Method: Levenberg 1944, Marquardt 1963.
 *
 * @throws Error where 500 steps do not lead there
 */
export function trainedNetwork(seed: number, settings: TeacherSettings): TrainedNetwork {
  const {data, start} = problemOf(seed, settings);
  const network = regressionNetwork(data, settings);
  const all = Int32Array.from({length: network.samples}, (_, i) => i);
  const g = new Float64Array(network.dimension);
  let w = start;
  let loss = network.loss(w);
  let damping = 1;
  for (let step = 0; step < 500; step++) {
    network.gradient(w, all, g);
    const gradientNorm = Math.sqrt(g.reduce((sum, x) => sum + x * x, 0));
    if (gradientNorm <= 1e-11) return {network, weights: w, loss, gradientNorm};
    const {gaussNewton, hessian} = network.curvatures(w);
    const move = solve(gradientNorm < near ? hessian : gaussNewton, g, damping);
    const next = w.map((x, k) => x - (move ? move[k] : 0));
    const lower = network.loss(next);
    // At the last digits of the loss it is the gradient that says whether a step was good.
    if (move && (lower < loss || gradientNorm < 1e-6)) {
      w = next;
      loss = lower;
      damping = Math.max(1e-14, damping / 4);
    } else damping *= 4;
  }
  throw new Error("the network must come to rest within 500 steps; it did not");
}

/** (M + εI)⁻¹g of a symmetric M, or nothing where that is not positive definite. */
function solve(m: Dense, g: Float64Array, damping: number): Float64Array | undefined {
  const d = g.length;
  const shifted = m.slice();
  for (let k = 0; k < d; k++) shifted[k * d + k] += damping;
  const l = cholesky(shifted, d);
  if (!l) return undefined;
  const x = g.slice();
  for (let i = 0; i < d; i++) {
    for (let k = 0; k < i; k++) x[i] -= l[i * d + k] * x[k];
    x[i] /= l[i * d + i];
  }
  for (let i = d - 1; i >= 0; i--) {
    for (let k = i + 1; k < d; k++) x[i] -= l[k * d + i] * x[k];
    x[i] /= l[i * d + i];
  }
  return x;
}
