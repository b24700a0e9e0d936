import type {Kernel} from "./kernel.js";
import type {LinearCell} from "./spec.js";

/** Four replicates of a linear cell, under way. */
export interface LinearGroup {
  /** Puts the four replicates at their start, with these four stream states. */
  restart(states: readonly Uint32Array[]): void;
  /** Steps taken since the start. */
  readonly step: number;
  /** Takes `steps` steps; `collect` adds them to the running sums. */
  advance(steps: number, collect: boolean): void;
  /** θ: coordinate i of replicate k at 4i + k. A view, valid until the next allocation. */
  state(): Float64Array;
  /** Σθ, as `state`. */
  firstSums(): Float64Array;
  /** Σθᵢθⱼ in the order of `Layout.pairs`, four replicates each. */
  secondSums(): Float64Array;
}

/**
 * Loads a linear cell into a kernel and returns a maker of groups of four replicates.
 *
 * Normals are drawn a stretch of steps ahead, so a path is a function of the cell's recursion and
 * the replicate's stream: neither snapshots nor the lengths of `advance` calls can change it.
 */
export function linearProgram(kernel: Kernel, cell: LinearCell): () => LinearGroup {
  const d = cell.hessianEigenvalues.length;
  const eulerMaruyama = cell.form === "eulerMaruyama";
  const rate = cell.learningRate * (eulerMaruyama ? (cell.timeStep ?? 1) : 1);
  const b = cell.batchSize ?? 1;
  const gain = eulerMaruyama ? Math.sqrt((2 * rate) / b) : rate / Math.sqrt(b);
  const noise = cell.noiseFactor;
  const diagonal = "diagonal" in noise ? noise.diagonal : undefined;
  const rows = "lower" in noise ? noise.lower : "dense" in noise ? noise.dense : undefined;
  const rank = rows ? rows[0].length : d;
  const moments = cell.moments ?? "none";
  const products = moments === "full" ? (d * (d + 1)) / 2 : moments === "diagonal" ? d : 0;

  const decayAt = kernel.allocate(8 * d);
  const gainAt = kernel.allocate(8 * d);
  const factorAt = rows ? kernel.allocate(4 * d * rank) : 0;
  const stretch = stretchOf(d, rank, cell.steps);
  const zAt = kernel.allocate(16 * rank * stretch);
  const f64 = (at: number, length: number) => new Float64Array(kernel.memory.buffer, at, length);
  f64(decayAt, d).set(cell.hessianEigenvalues.map(h => 1 - rate * h));
  f64(gainAt, d).set(diagonal ? diagonal.map(c => gain * c) : new Float64Array(d).fill(gain));
  if (rows) new Float32Array(kernel.memory.buffer, factorAt, d * rank).set(rows.flat());

  return () => {
    const streamAt = kernel.allocate(64);
    const stateAt = kernel.allocate(32 * d);
    const firstAt = kernel.allocate(32 * (d + products));
    const secondAt = firstAt + 32 * d;
    const noiseAt = kernel.allocate(16 * d * stretch);
    const pathAt = moments === "none" ? 0 : kernel.allocate(32 * d * stretch);
    let step = 0;
    let cursor = stretch;

    function draw(): void {
      if (rows) {
        kernel.normals(streamAt, zAt, (stretch * rank) / 2);
        kernel.shape(factorAt, zAt, noiseAt, d, rank, stretch, "lower" in noise ? 1 : 0);
      } else kernel.normals(streamAt, noiseAt, (stretch * d) / 2);
      cursor = 0;
    }

    function collect(steps: number): void {
      if (moments === "full" && d === 2) {
        kernel.sumPlane(pathAt, stretch, steps, firstAt);
        return;
      }
      kernel.sumFirst(pathAt, stretch, d, steps, firstAt);
      if (moments === "full") kernel.sumProducts(pathAt, stretch, d, steps, secondAt);
      if (moments === "diagonal") kernel.sumSquares(pathAt, stretch, d, steps, secondAt);
    }

    return {
      restart(states) {
        const words = new Uint32Array(kernel.memory.buffer, streamAt, 16);
        for (const [lane, state] of states.entries())
          for (let i = 0; i < 4; i++) words[4 * i + lane] = state[i];
        const theta = f64(stateAt, 4 * d);
        for (let i = 0; i < 4 * d; i++) theta[i] = cell.initial?.[i >> 2] ?? 0;
        f64(firstAt, 4 * (d + products)).fill(0);
        step = 0;
        cursor = stretch;
      },
      get step() {
        return step;
      },
      advance(steps, collecting) {
        const wanted = collecting && pathAt !== 0;
        for (const end = step + steps; step < end; ) {
          if (cursor === stretch) draw();
          const n = Math.min(stretch - cursor, end - step);
          kernel.advance(
            stateAt,
            decayAt,
            gainAt,
            noiseAt + 16 * d * cursor,
            d,
            wanted ? pathAt : 0,
            stretch,
            d,
            n
          );
          if (wanted) collect(n);
          cursor += n;
          step += n;
        }
      },
      state: () => f64(stateAt, 4 * d),
      firstSums: () => f64(firstAt, 4 * d),
      secondSums: () => f64(secondAt, 4 * products)
    };
  };
}

/**
 * How many steps' noise to draw at once: even, so that normals come in whole pairs; small enough
 * for noise and path to stay in the first-level cache, large enough to share the factor's loads.
 */
function stretchOf(dimension: number, rank: number, steps: number): number {
  const most = Math.max(16, Math.min(256, Math.floor(512 / Math.max(dimension, rank))));
  return Math.min(most - (most % 2), steps + (steps % 2));
}
