import {planeFokkerPlanck} from "../../lib/diffusion/planeFokkerPlanck.js";
import {probabilityCurrent} from "../../lib/diffusion/probabilityCurrent.js";
import {stationaryMasses} from "../../lib/diffusion/stationaryMasses.js";
import {gaussianStream} from "../../lib/random/gaussianStream.js";
import {streamState} from "../../lib/random/stream.js";
import {apply, lowerFactor} from "../brute/arrays.js";
import {sampled} from "../brute/sampled.js";
import * as cases from "../cases/assumption.js";
import type {Context} from "../ledger/claim.js";

const normal = (cell: string, {seed}: Context) =>
  gaussianStream(streamState({seed, experiment: "claims of the notes, B", cell, replicate: 0}));

/** Time averages of θₜ₊₁θₜᵀ over independent runs. */
export function lag({name, hessian, noise, rate}: cases.Reversible, context: Context) {
  const z = normal(name, context);
  const d = hessian.length;
  const factor = lowerFactor(noise);
  const [runs, skipped, kept] = [1000, 80, 400];
  const columns = Array.from({length: d * d}, () => new Float64Array(runs));
  for (let r = 0; r < runs; r++) {
    let theta: readonly number[] = Array.from({length: d}, () => 0);
    for (let k = 0; k < skipped + kept; k++) {
      const pull = apply(hessian, theta);
      const kick = apply(
        factor,
        pull.map(() => z())
      );
      const next = theta.map((x, i) => x - rate * (pull[i] + kick[i]));
      if (k >= skipped)
        for (let i = 0; i < d; i++)
          for (let j = 0; j < d; j++) columns[i * d + j][r] += (next[i] * theta[j]) / kept;
      theta = next;
    }
  }
  return columns.map(sampled);
}

/** 1 where the largest stationary current of the Fokker–Planck equation stays as its cells shrink. */
export function flows({noise}: cases.PlaceNoise) {
  const largest = (cells: number) => {
    const axis = {low: -6, high: 6, cells};
    const equation = planeFokkerPlanck({
      axes: [axis, axis],
      drift: (x, y) => [-cases.bowl[0] * x, -cases.bowl[1] * y],
      diffusion: (x, y) => [noise(x, y), 0, noise(x, y)]
    });
    const [jx, jy] = probabilityCurrent(equation, stationaryMasses(equation));
    return jx.reduce((most, x, c) => Math.max(most, Math.hypot(x, jy[c])), 0);
  };
  return Number(largest(48) > 0.7 * largest(24));
}

/** θ₁² − θ₂² after the updates of SGD with label noise on ½(θ₁θ₂)², from (1, 0). */
export function labelNoise({step, noise, updates}: cases.Degenerate, context: Context) {
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
  return sampled(values);
}
