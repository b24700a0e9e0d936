import {type Cell, cellDimension} from "./spec.js";

/** Where one replicate's numbers stand among the `width` that it yields. */
export interface Layout {
  readonly dimension: number;
  readonly width: number;
  /** The recorded steps. */
  readonly snapshots: readonly number[];
  /** Offset of the states: snapshot by snapshot, d each. */
  readonly states: number;
  /** Offset of the running averages of θ: snapshot by snapshot, d each; −1: none. */
  readonly iterateAverages: number;
  /** Offset of the time average of θ, d numbers; −1: none. */
  readonly first: number;
  /** Offset of the time averages of the products in `pairs`. */
  readonly second: number;
  /** The index pairs (i, j), i ≤ j, of the second moments, in their order; empty if none. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Offset of the time averages of (uᵀθ)ᵖ: direction by direction, p = 1…4. */
  readonly directional: number;
  readonly directions: number;
}

/** The layout of a cell's results: states and averages at the snapshots, then time averages. */
export function layoutOf(cell: Cell): Layout {
  const dimension = cellDimension(cell);
  const snapshots = cell.snapshots ?? [cell.steps];
  const moments = cell.moments ?? "none";
  const directions = cell.directions?.length ?? 0;
  const pairs: [number, number][] = [];
  if (moments === "diagonal" || moments === "full")
    for (let i = 0; i < dimension; i++)
      for (let j = i; j < (moments === "full" ? dimension : i + 1); j++) pairs.push([i, j]);
  const states = 0;
  const averages = snapshots.length * dimension;
  const first = cell.iterateAverages ? 2 * averages : averages;
  const second = first + (moments === "none" ? 0 : dimension);
  const directional = second + pairs.length;
  return {
    dimension,
    width: directional + 4 * directions,
    snapshots,
    states,
    iterateAverages: cell.iterateAverages ? averages : -1,
    first: moments === "none" ? -1 : first,
    second,
    pairs,
    directional,
    directions
  };
}
