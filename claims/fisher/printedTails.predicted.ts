import {stationarityBound} from "../../lib/budgets/stationarityBound.js";
import {symmetricEigen} from "../../lib/linalg/symmetricEigen.js";
import type {MeanRun, Tails} from "../cases/tails.js";

/** ΔL of ½r² or γ²(√(1 + r²/γ²) − 1). */
const gapAt = (r: number, slope: number) =>
  slope === Infinity ? r ** 2 / 2 : slope ** 2 * (Math.sqrt(1 + (r / slope) ** 2) - 1);

const boundWith =
  (dimensions: (each: Tails) => number) =>
  (each: Tails): number =>
    stationarityBound(
      {
        gap: gapAt(each.start, each.slope),
        smoothness: 1,
        smallest: each.weak,
        trace: dimensions(each)
      },
      {learningRate: 0.25, batchSize: 1, steps: each.steps, delta: each.delta}
    ).total;

/** 8(ΔL/(ηTλmin) + ηM Tr F/λmin) log(2/δ), Tr F = ‖F‖d_eff. */
export const bound = boundWith(({d, weak}) => 1 + (d - 1) * weak);

/** With ‖F‖ for the trace. */
export const boundOfLargest = boundWith(() => 1);

/** (8/7)(ΔL/(ηT) + ηM Tr F/(2b))/λmin, M = 1. */
export function meanBound({hessian, metric, start, rate, batchSize, steps}: MeanRun): number {
  const gap =
    hessian.reduce(
      (sum, row, i) => sum + start[i] * row.reduce((s, x, j) => s + x * start[j], 0),
      0
    ) / 2;
  const f = symmetricEigen(metric.map(row => [...row])).values;
  const trace = Array.from(f).reduce((a, b) => a + b, 0);
  return ((8 / 7) * (gap / (rate * steps) + (rate * trace) / (2 * batchSize))) / f[0];
}

/** With λmax for the trace. */
export function meanBoundOfLargest(run: MeanRun): number {
  const d = run.metric.length;
  const f = symmetricEigen(run.metric.map(row => [...row])).values;
  const trace = Array.from(f).reduce((a, b) => a + b, 0);
  const noise = ((8 / 7) * run.rate) / (2 * run.batchSize * f[0]);
  return meanBound(run) - noise * (trace - f[d - 1]);
}
