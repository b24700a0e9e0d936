import {planeFokkerPlanck} from "../../lib/diffusion/planeFokkerPlanck.js";
import {probabilityCurrent} from "../../lib/diffusion/probabilityCurrent.js";
import {stationaryMasses} from "../../lib/diffusion/stationaryMasses.js";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {sampled} from "../brute/sampled.js";
import {degenerate, growth, reversible} from "../cases/assumption.js";
import type {Context, Numbers, Samples} from "../ledger/claim.js";

const normal = (cell: string, {seed}: Context) =>
  gaussianStream(streamState({seed, experiment: "claims of the notes, B", cell, replicate: 0}));

/** Time averages of θ² and θ⁴ over independent runs. */
function moments(context: Context, g: number): Samples {
  const z = normal(`growth ${g}`, context);
  const [runs, skipped, kept] = [2000, 60, 500];
  const columns = [new Float64Array(runs), new Float64Array(runs)];
  for (let r = 0; r < runs; r++) {
    let theta = 0;
    for (let k = 0; k < skipped + kept; k++) {
      theta += growth.step * (Math.sqrt(1 + g * theta * theta) * z() - theta);
      if (k < skipped) continue;
      columns[0][r] += theta ** 2 / kept;
      columns[1][r] += theta ** 4 / kept;
    }
  }
  return {"E θ², E θ⁴": columns.map(sampled)};
}
export const constantPaths = (context: Context) => moments(context, growth.constant);
export const growingPaths = (context: Context) => moments(context, growth.growing);

/** Time averages of θₜ₊₁θₜᵀ over independent runs. */
function lags(context: Context, name: string, noise: readonly (readonly number[])[]): Samples {
  const {hessian, step} = reversible;
  const z = normal(name, context);
  const a = Math.sqrt(noise[0][0]);
  const b = noise[0][1] / a;
  const c = Math.sqrt(noise[1][1] - b * b);
  const [runs, skipped, kept] = [1000, 80, 700];
  const columns = Array.from({length: 4}, () => new Float64Array(runs));
  for (let r = 0; r < runs; r++) {
    let [x, y] = [0, 0];
    for (let k = 0; k < skipped + kept; k++) {
      const [u, v] = [z(), z()];
      const nextX = x - step * (hessian[0][0] * x + a * u);
      const nextY = y - step * (hessian[1][1] * y + b * u + c * v);
      if (k >= skipped) {
        columns[0][r] += (nextX * x) / kept;
        columns[1][r] += (nextX * y) / kept;
        columns[2][r] += (nextY * x) / kept;
        columns[3][r] += (nextY * y) / kept;
      }
      [x, y] = [nextX, nextY];
    }
  }
  return {[name]: columns.map(sampled)};
}
export const commutingPaths = (context: Context) =>
  lags(context, "commuting", reversible.commuting);
export const turnedPaths = (context: Context) => lags(context, "turned", reversible.turned);

type Noise = (x: number, y: number) => number;
const loss: Noise = (x, y) => (x * x + 0.3 * y * y) / 2;

/** 1 where the largest stationary current of the Fokker–Planck equation stays as its cells shrink. */
function flows(name: string, noise: Noise): Numbers {
  const largest = (cells: number) => {
    const axis = {low: -6, high: 6, cells};
    const equation = planeFokkerPlanck({
      axes: [axis, axis],
      drift: (x, y) => [-x, -0.3 * y],
      diffusion: (x, y) => [noise(x, y), 0, noise(x, y)]
    });
    const [jx, jy] = probabilityCurrent(equation, stationaryMasses(equation));
    return jx.reduce((most, x, c) => Math.max(most, Math.hypot(x, jy[c])), 0);
  };
  return {[name]: [Number(largest(48) > 0.7 * largest(24))]};
}
export const squareFlow = (): Numbers => flows("Σ = (1 + θ₁²) I", (x, y) => 1 + x * x + 0 * y);
export const lossFlow = (): Numbers => flows("Σ = (1 + L) I", (x, y) => 1 + loss(x, y));

/** θ₁² − θ₂² after the updates of SGD with label noise on ½(θ₁θ₂)², from (1, 0). */
export function labelNoise(context: Context): Samples {
  const {step, noise, updates} = degenerate;
  const z = normal("degenerate", context);
  const runs = 4000;
  const values = Float64Array.from({length: runs}, () => {
    let [x, y] = [1, 0];
    for (let k = 0; k < updates; k++) {
      const g = x * y + noise * z();
      [x, y] = [x - step * g * y, y - step * g * x];
    }
    return x * x - y * y;
  });
  return {"mean of θ₁² − θ₂²": [sampled(values)]};
}
