import {grouping, type ReplicateGroup} from "./group.js";
import type {Kernel} from "./kernel.js";
import {loadFactor} from "./noise.js";
import {ratesOf} from "./schedule.js";
import {cellDimension, factorRows, type NoiseFactor, type RegressionCell} from "./spec.js";

/** At most so many vectors of samples are drawn ahead. */
const ahead = 256;

/**
 * Loads a regression cell into a kernel and returns a maker of groups of four replicates.
 *
 * Fresh data: normals are drawn a stretch of steps ahead, per sample its inputs, then its label.
 * Fixed data: one word per draw of a row (more where one is rejected), replicate by replicate.
 */
export function regressionProgram(kernel: Kernel, cell: RegressionCell): () => ReplicateGroup {
  const d = cellDimension(cell);
  const {data, batchSize: b, steps} = cell;
  const mu = cell.momentum ?? 0;
  const rates = ratesOf(cell.learningRate, steps);
  const rateStride = rates.length === 1 ? 0 : 8;
  const group = grouping(kernel, cell);
  const load = (values: ArrayLike<number>) => {
    const at = kernel.allocate(8 * values.length);
    new Float64Array(kernel.memory.buffer, at, values.length).set(values);
    return at;
  };
  const ratesAt = load(rates);
  const fresh = "inputFactor" in data;
  const stretch = fresh ? 4 * Math.max(1, Math.floor(ahead / (4 * b))) : 64;
  const factor = fresh
    ? loadFactor(kernel, withLabel(data.inputFactor, data.labelDeviation), stretch * b)
    : undefined;
  const gain = factor ? load(factor.gains) : 0;
  const rows = fresh ? 0 : load(data.inputs.flatMap((x, i) => [...x, data.labels[i]]));
  const count = fresh ? 0 : data.labels.length;
  const replacement = fresh || data.replacement;

  return () => {
    const stream = kernel.allocate(64);
    const state = kernel.allocate(32 * d);
    const momentum = kernel.allocate(64 * d);
    const gradient = momentum + 32 * d;
    const samples = factor ? kernel.allocate(16 * (d + 1) * b * stretch) : 0;
    const order = replacement ? 0 : kernel.allocate(16 * count);
    let cursor = stretch;
    let step = 0;
    return group({
      state,
      stream,
      stretch,
      restart() {
        new Float64Array(kernel.memory.buffer, momentum, 8 * d).fill(0);
        if (order) {
          const indices = new Uint32Array(kernel.memory.buffer, order, 4 * count);
          for (let i = 0; i < indices.length; i++) indices[i] = i % count;
        }
        cursor = stretch;
        step = 0;
      },
      take(most, path) {
        const rate = ratesAt + rateStride * step;
        let n = most;
        if (factor) {
          if (cursor === stretch) {
            factor.draw(stream, samples, stretch * b);
            cursor = 0;
          }
          n = Math.min(most, stretch - cursor);
          const at = samples + 16 * (d + 1) * b * cursor;
          kernel.regressFresh(
            state,
            momentum,
            gradient,
            gain,
            at,
            b,
            path,
            stretch,
            d,
            n,
            rate,
            rateStride,
            mu
          );
          cursor += n;
        } else
          kernel.regressFixed(
            stream,
            state,
            momentum,
            gradient,
            rows,
            count,
            order,
            b,
            path,
            stretch,
            d,
            n,
            rate,
            rateStride,
            mu
          );
        step += n;
        return n;
      }
    });
  };
}

/** The factor of (x, y) for y independent of x. */
function withLabel(factor: NoiseFactor, deviation: number): NoiseFactor {
  if ("diagonal" in factor) return {diagonal: [...factor.diagonal, deviation]};
  const rows = factorRows(factor).map(row => [...row, 0]);
  const last = [...rows[0].slice(1).map(() => 0), deviation];
  return "lower" in factor ? {lower: [...rows, last]} : {dense: [...rows, last]};
}
