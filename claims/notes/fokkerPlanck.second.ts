import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {
  add,
  apply,
  identity,
  lowerFactor,
  multiply,
  product,
  quadraticForm,
  scale,
  transpose
} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import {
  type Balanced,
  type GrowingNoise,
  type Passing,
  readAt,
  type SpreadingNoise
} from "../cases/fokkerPlanck.js";
import type {Context} from "../ledger/claim.js";

const normal = (cell: string, {seed}: Context) =>
  gaussianStream(
    streamState({seed, experiment: "claims of the notes, section 2.2", cell, replicate: 0})
  );

/** Half of the drift exactly, a kick of the noise read where it begins, the other half. */
function mover({temperature, strength, growth}: GrowingNoise, h: number, z: () => number) {
  const half = Math.exp(-h / 2);
  return (theta: number) => {
    const x = half * theta;
    return half * (x + Math.sqrt(h * temperature * strength * (1 + growth * x * x)) * z());
  };
}

/** θθᵀ at the times of `readAt`: half of the drift exactly, a kick of the noise read there, the other half. */
export function paths(noise: SpreadingNoise, context: Context) {
  const {hessian, base, shape, push, temperature, start} = noise;
  const [h, n, d] = [0.02, 20_000, start.length];
  const z = normal(noise.name, context);
  const [one, two] = [scale(hessian, -h / 2), multiply(hessian, hessian)];
  const half = add(
    add(identity(d), one),
    add(scale(two, h ** 2 / 8), scale(multiply(one, two), h ** 2 / 24))
  );
  const columns = readAt.map(() => Array.from({length: d * d}, () => new Float64Array(n)));
  for (let r = 0; r < n; r++) {
    let theta: readonly number[] = start;
    for (let k = 1, read = 0; read < readAt.length; k++) {
      const x = apply(half, theta);
      const sigma = add(base, scale(push, quadraticForm(x, shape)));
      const factor = lowerFactor(scale(sigma, h * temperature));
      const kick = apply(
        factor,
        x.map(() => z())
      );
      theta = apply(
        half,
        x.map((y, i) => y + kick[i])
      );
      if (k !== Math.round(readAt[read] / h)) continue;
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) columns[read][i * d + j][r] = theta[i] * theta[j];
      read++;
    }
  }
  return columns.flat().map(sampled);
}

export function restingPaths(noise: GrowingNoise, context: Context) {
  const [h, n, burnIn, steps] = [0.01, 3000, 600, 5000];
  const move = mover(noise, h, normal(noise.name, context));
  const averages = Float64Array.from({length: n}, () => {
    let [theta, sum] = [0, 0];
    for (let k = 0; k < burnIn; k++) theta = move(theta);
    for (let k = 0; k < steps; k++) {
      theta = move(theta);
      sum += theta * theta;
    }
    return sum / steps;
  });
  return sampled(averages);
}

/** θθᵀ at rest, averaged over time, each axis in the time of its own curvature. */
export function balancedPaths(noise: Balanced, context: Context) {
  const [h, n, burnIn, steps] = [0.02, 600, 300, 1500];
  const {name, axes, curvatures, strengths, growths} = noise;
  const d = axes.length;
  const z = normal(name, context);
  const moves = axes.map((_, i) =>
    mover({name, temperature: 1 / curvatures[i], strength: strengths[i], growth: growths[i]}, h, z)
  );
  const columns = Array.from({length: d * d}, () => new Float64Array(n));
  const [u, products] = [new Float64Array(d), new Float64Array(d * d)];
  for (let r = 0; r < n; r++) {
    u.fill(0);
    products.fill(0);
    for (let k = 0; k < burnIn + steps; k++) {
      for (let i = 0; i < d; i++) u[i] = moves[i](u[i]);
      if (k < burnIn) continue;
      for (let i = 0; i < d; i++)
        for (let j = 0; j < d; j++) products[i * d + j] += (u[i] * u[j]) / steps;
    }
    const square = axes.map((_, i) => [...products.subarray(i * d, (i + 1) * d)]);
    product(transpose(axes), square, axes)
      .flat()
      .forEach((x, e) => {
        columns[e][r] = x;
      });
  }
  return columns.map(sampled);
}

/** Net passages of a place from left to right in a short time, over that time, by exact transitions. */
export function drawnPassages({start, time, places}: Passing, context: Context) {
  const [n, half] = [1_000_000, 0.05];
  const z = normal("passages", context);
  const move = (x: number, t: number) =>
    x * Math.exp(-t) + Math.sqrt((1 - Math.exp(-2 * t)) / 2) * z();
  const net = places.map(() => new Float64Array(n));
  for (let r = 0; r < n; r++) {
    const before = move(start, time - half);
    const after = move(before, 2 * half);
    places.forEach((x, i) => {
      net[i][r] = (Number(after > x) - Number(before > x)) / (2 * half);
    });
  }
  return net.map(sampled);
}
