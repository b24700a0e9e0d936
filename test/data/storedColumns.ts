import {readFileSync} from "node:fs";
import {tableFromIPC} from "apache-arrow";
import type {Column} from "../../lib/experiments/column.js";

/** The columns of a stored Arrow stream. */
export function storedColumns(path: string): Record<string, Column> {
  const stored = tableFromIPC(readFileSync(path));
  return Object.fromEntries(
    stored.schema.fields.map(({name}) => [name, stored.getChild(name)?.toArray() as Column])
  );
}
