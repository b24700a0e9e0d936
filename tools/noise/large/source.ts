import type {GradientBlock} from "../../../lib/workbench/types.js";

/** Consecutive rows of a file. */
export interface Batch {
  /** Row by row, whole rows. */
  readonly data: Float64Array;
  /** One per row, where the file names groups. */
  readonly groups?: readonly (number | string)[];
}

/** A file that is read a batch at a time. */
export interface Source {
  readonly columns: number;
  readonly blocks: readonly GradientBlock[];
  readonly format: string;
  readonly dtype: string;
  /** Whether float32 holds all its numbers. */
  readonly single: boolean;
  readonly batches: AsyncIterable<Batch> | Iterable<Batch>;
}

/** How many numbers a batch has at most, unless one row has more. */
const numbers = 2 ** 19;

/** Ranges of rows, from … to, of batches of rows of `columns` numbers. */
export function* ranges(rows: number, columns: number): Generator<[number, number]> {
  const most = Math.max(1, Math.floor(numbers / columns));
  for (let from = 0; from < rows; from += most) yield [from, Math.min(rows, from + most)];
}
