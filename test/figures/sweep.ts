import type {Column} from "../../lib/experiments/column.js";
import {expectedName, type Row, rowsOf} from "../../lib/experiments/expectation.js";
import {publish} from "../../tools/sweeps/publish.js";
import {loadedOnce} from "../data/loaded.js";
import {smallScale} from "../data/smallHashes.js";
import {storedColumns} from "../data/storedColumns.js";

/** What a page knows of an experiment: its rows with what is expected of them, and what ran. */
export interface Swept {
  /** A page's SQL names what it takes of them; a test casts them to that. */
  readonly rows: readonly Row[];
  /** The same by columns, those that are measured and those that are expected. */
  readonly columns: Record<string, Column>;
  readonly spec: object;
}

const known = new Map<string, Promise<Swept>>();

/** The rows of an experiment at a scale, from the store where it has them: there a build has left those of its own. */
export function sweep(name: string, scale = smallScale): Promise<Swept> {
  const key = `${name} ${scale}`;
  const running = known.get(key) ?? run(name, scale);
  known.set(key, running);
  return running;
}

async function run(name: string, scale: number): Promise<Swept> {
  const loaded = await loadedOnce(`data/${name}.arrow.ts`);
  const columns = storedColumns((await publish(loaded.loader, {loaded, scale})).arrow);
  return {rows: rowsOf(columns), columns, spec: loaded.experiment.spec};
}

/** Rows as a page's SQL names what is expected of a measured column, `expectedRisk` AS expected. */
export const expecting = (rows: readonly Row[], measured: string): Row[] =>
  rows.map(row => ({...row, expected: row[expectedName(measured)]}));
