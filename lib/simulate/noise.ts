import type {Kernel} from "./kernel.js";
import {factorRows, type NoiseFactor} from "./spec.js";

/** A factor in kernel memory. */
export interface LoadedFactor {
  /** Multipliers that are left to the recursion: the diagonal, or ones; d of them. */
  readonly gains: Float64Array;
  /** Normals per vector. */
  readonly rank: number;
  /** Fills `out` with `count` (a multiple of 4) coloured vectors, f32×4 at [vector][coordinate]. */
  draw(stream: number, out: number, count: number): void;
}

/** Loads a factor and room for `most` vectors of normals. */
export function loadFactor(kernel: Kernel, factor: NoiseFactor, most: number): LoadedFactor {
  const rows = factorRows(factor);
  const d = rows.length;
  if ("diagonal" in factor)
    return {
      gains: Float64Array.from(factor.diagonal),
      rank: d,
      draw: (stream, out, count) => kernel.normals(stream, out, (count * d) / 2)
    };
  const rank = rows[0].length;
  const lower = "lower" in factor ? 1 : 0;
  const at = kernel.allocate(4 * d * rank);
  const z = kernel.allocate(16 * rank * most);
  new Float32Array(kernel.memory.buffer, at, d * rank).set(rows.flat());
  return {
    gains: new Float64Array(d).fill(1),
    rank,
    draw(stream, out, count) {
      kernel.normals(stream, z, (count * rank) / 2);
      kernel.shape(at, z, out, d, rank, count, lower);
    }
  };
}

/**
 * How many steps to draw noise for at once: a multiple of 4, so that the pairs of normals are even
 * in number, as the kernel wants them; small enough for noise and path to stay in the first-level
 * cache, large enough to share the loads of the factor.
 */
export function stretchOf(width: number, steps: number): number {
  const most = Math.max(16, Math.min(256, Math.floor(512 / width)));
  return 4 * Math.min(Math.floor(most / 4), Math.ceil(steps / 4));
}
