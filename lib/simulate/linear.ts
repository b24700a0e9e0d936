import {grouping, type ReplicateGroup} from "./group.js";
import type {Kernel} from "./kernel.js";
import {loadFactor, stretchOf} from "./noise.js";
import {ratesOf} from "./schedule.js";
import {factorRows, type LinearCell} from "./spec.js";

/**
 * Loads a linear cell into a kernel and returns a maker of groups of four replicates.
 *
 * Normals are drawn a stretch of steps ahead, so a path is a function of the cell's recursion and
 * the replicate's stream: neither snapshots nor the lengths of `advance` calls can change it.
 */
export function linearProgram(kernel: Kernel, cell: LinearCell): () => ReplicateGroup {
  const {hessianEigenvalues: h, noiseFactor, steps} = cell;
  const d = h.length;
  const rank = "diagonal" in noiseFactor ? d : factorRows(noiseFactor)[0].length;
  const stretch = stretchOf(Math.max(d, rank), steps);
  const factor = loadFactor(kernel, noiseFactor, stretch);
  const group = grouping(kernel, cell);
  const load = (values: ArrayLike<number>) => {
    const at = kernel.allocate(8 * values.length);
    new Float64Array(kernel.memory.buffer, at, values.length).set(values);
    return at;
  };

  const eulerMaruyama = cell.form === "eulerMaruyama";
  const timeStep = eulerMaruyama ? (cell.timeStep ?? 1) : 1;
  const b = cell.batchSize ?? 1;
  const p = cell.preconditioner ?? new Array<number>(d).fill(1);
  const rates = ratesOf(cell.learningRate, steps).map(rate => rate * timeStep);
  const noiseGains = rates.map(rate =>
    eulerMaruyama ? Math.sqrt((2 * rate) / b) : -rate / Math.sqrt(b)
  );
  const constant = rates.length === 1;
  const buffered = (cell.momentum ?? 0) !== 0 || cell.nu !== undefined;
  const mu = cell.momentum ?? 0;
  const nu = cell.nu;
  const ph = h.map((x, i) => p[i] * x);

  const hessian = load(buffered ? h : constant ? ph.map(x => 1 - rates[0] * x) : ph);
  const gain = load(
    factor.gains.map((c, i) =>
      buffered ? c / Math.sqrt(b) : constant ? noiseGains[0] * p[i] * c : p[i] * c
    )
  );
  const preconditioner = load(p);
  const ratesAt = load(rates);
  const gainsAt = load(noiseGains);

  return () => {
    const stream = kernel.allocate(64);
    const state = kernel.allocate(32 * d);
    const momentum = kernel.allocate(32 * d);
    const noise = kernel.allocate(16 * d * stretch);
    let cursor = stretch;
    let step = 0;
    return group({
      state,
      stream,
      stretch,
      restart() {
        new Float64Array(kernel.memory.buffer, momentum, 4 * d).fill(0);
        cursor = stretch;
        step = 0;
      },
      take(most, path) {
        if (cursor === stretch) {
          factor.draw(stream, noise, stretch);
          cursor = 0;
        }
        const n = Math.min(most, stretch - cursor);
        const z = noise + 16 * d * cursor;
        const rate = constant ? ratesAt : ratesAt + 8 * step;
        if (buffered)
          kernel.advanceMomentum(
            state,
            momentum,
            hessian,
            gain,
            preconditioner,
            z,
            d,
            path,
            stretch,
            d,
            n,
            rate,
            constant ? 0 : 8,
            mu,
            nu === undefined ? 1 : 1 - mu,
            nu === undefined ? 0 : 1 - nu,
            nu === undefined ? 1 : nu
          );
        else if (constant) kernel.advance(state, hessian, gain, z, d, path, stretch, d, n);
        else
          kernel.advanceScheduled(
            state,
            hessian,
            gain,
            z,
            d,
            path,
            stretch,
            d,
            n,
            rate,
            gainsAt + 8 * step
          );
        cursor += n;
        step += n;
        return n;
      }
    });
  };
}
