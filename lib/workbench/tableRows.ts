import {describe, integer} from "../check.js";
import {type Rows, rowsInMemory} from "./rows.js";
import type {GradientTable} from "./types.js";

/** A table of gradients whose numbers are read row by row, from memory or from a file. */
export interface TableRows extends Pick<GradientTable, "blocks" | "groups"> {
  readonly numbers: Rows;
}

/**
 * A table in memory.
 *
 * @throws RangeError on a table that is none, or whose numbers or blocks do not have its shape
 */
export function tableRows(table: GradientTable): TableRows {
  if (typeof table !== "object" || table === null)
    throw new RangeError(`table must be {rows, columns, data}; got ${describe(table)}`);
  const {data, blocks = [], groups} = table;
  const n = integer("table.rows", table.rows, 1);
  const d = integer("table.columns", table.columns, 1);
  if (data.length !== n * d)
    throw new RangeError(
      `table.data must hold rows × columns = ${n * d} numbers; got ${data.length}`
    );
  for (const {name, from, to} of blocks) {
    integer(`the begin of block ${name}`, from, 0, d - 1);
    integer(`the end of block ${name}`, to, from + 1, d);
  }
  const numbers = rowsInMemory(data instanceof Float64Array ? data : Float64Array.from(data), n, d);
  return {numbers, blocks, groups};
}
