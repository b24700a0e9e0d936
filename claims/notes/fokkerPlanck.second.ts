import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {sampled} from "../brute/sampled.js";
import {type GrowingNoise, orbit, type Passing, readAt} from "../cases/fokkerPlanck.js";
import type {Context, Samples} from "../ledger/claim.js";

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

export function paths(noise: GrowingNoise, context: Context) {
  const [h, n] = [0.01, 200_000];
  const move = mover(noise, h, normal("paths", context));
  const squares = readAt.map(() => new Float64Array(n));
  for (let r = 0; r < n; r++) {
    let theta = 1;
    for (let k = 0, read = 0; read < readAt.length; ) {
      theta = move(theta);
      k++;
      if (k === Math.round(readAt[read] / h)) squares[read++][r] = theta * theta;
    }
  }
  return squares.map(sampled);
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

/** Means of paths, and the mean of θ₁θ̇₂ − θ₂θ̇₁ along the drift at rest. */
export function orbitPaths(context: Context): Samples {
  const {hessian, noise, start, times} = orbit;
  const [h, n, rest] = [0.005, 60_000, 1200];
  const z = normal("orbit", context);
  const a = Math.sqrt(h * noise[0][0]);
  const b = (h * noise[0][1]) / a;
  const c = Math.sqrt(h * noise[1][1] - b * b);
  const [fx, fy] = [Math.exp((-h * hessian[0][0]) / 2), Math.exp((-h * hessian[1][1]) / 2)];
  const columns = Array.from({length: 2 * times.length}, () => new Float64Array(n));
  for (let r = 0; r < n; r++) {
    let [x, y]: number[] = [...start];
    for (let k = 1, read = 0; read < times.length; k++) {
      const [u, v] = [z(), z()];
      x = fx * (fx * x + a * u);
      y = fy * (fy * y + b * u + c * v);
      if (k === Math.round(times[read] / h)) {
        columns[2 * read][r] = x;
        columns[2 * read++ + 1][r] = y;
      }
    }
  }
  const swept = Float64Array.from({length: 2500}, () => {
    let [x, y, sum] = [0, 0, 0];
    for (let k = 0; k < 3 * rest; k++) {
      const [u, v] = [z(), z()];
      x = fx * (fx * x + a * u);
      y = fy * (fy * y + b * u + c * v);
      if (k >= rest) sum += (hessian[0][0] - hessian[1][1]) * x * y;
    }
    return sum / (2 * rest);
  });
  return {"φ = 45°": [...columns, swept].map(sampled)};
}
