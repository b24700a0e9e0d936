import type {LinearCell} from "./spec.js";

/** Where one replicate's numbers stand among the `width` that it yields. */
export interface Layout {
  readonly dimension: number;
  readonly width: number;
  /** The recorded steps. */
  readonly snapshots: readonly number[];
  /** Offset of the states: snapshot by snapshot, d each. */
  readonly states: number;
  /** Offset of the time average of θ: d numbers, or none. */
  readonly first: number;
  /** Offset of the time averages of the products in `pairs`. */
  readonly second: number;
  /** The index pairs (i, j), i ≤ j, of the second moments, in their order; empty if none. */
  readonly pairs: readonly (readonly [number, number])[];
  /** Whether `first` is present. */
  readonly averaged: boolean;
}

/** The layout of a cell's results: states at the snapshots, then time averages. */
export function layoutOf(cell: LinearCell): Layout {
  const dimension = cell.hessianEigenvalues.length;
  const snapshots = cell.snapshots ?? [cell.steps];
  const moments = cell.moments ?? "none";
  const averaged = moments !== "none";
  const pairs: [number, number][] = [];
  if (moments === "diagonal" || moments === "full")
    for (let i = 0; i < dimension; i++)
      for (let j = i; j < (moments === "full" ? dimension : i + 1); j++) pairs.push([i, j]);
  const first = snapshots.length * dimension;
  const second = first + (averaged ? dimension : 0);
  return {
    dimension,
    width: second + pairs.length,
    snapshots,
    states: 0,
    first,
    second,
    pairs,
    averaged
  };
}
