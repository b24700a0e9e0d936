import {streamState} from "../random/stream.js";
import {type Cell, cellName, type SweepSpec} from "./spec.js";

/** The random streams of four replicates of a cell from `first` on; after `last`, those of `last` again. */
export const replicateStreams = (
  {seed, experiment}: SweepSpec<Cell>,
  cell: Cell,
  first: number,
  last: number
): Uint32Array[] =>
  [0, 1, 2, 3].map(lane =>
    streamState({
      seed,
      experiment,
      cell: cellName(cell),
      replicate: Math.min(first + lane, last)
    })
  );
