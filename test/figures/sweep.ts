import type {Column} from "../../lib/experiments/column.js";
import {
  expectedColumns,
  expectedName,
  type Row,
  rowsOf
} from "../../lib/experiments/expectation.js";
import {loadExperiment} from "../../tools/sweeps/load.js";
import {runExperiment} from "../../tools/sweeps/run.js";

/** What a page knows of an experiment: its rows with what is expected of them, and what ran. */
export interface Swept {
  /** A page's SQL names what it takes of them; a test casts them to that. */
  readonly rows: readonly Row[];
  /** The same by columns, those that are measured and those that are expected. */
  readonly columns: Record<string, Column>;
  readonly spec: object;
}

const known = new Map<string, Promise<Swept>>();

/** The rows of an experiment at a scale, each run once for all tests of a process. */
export function sweep(name: string, scale: number): Promise<Swept> {
  const key = `${name} ${scale}`;
  const running = known.get(key) ?? run(name, scale);
  known.set(key, running);
  return running;
}

async function run(name: string, scale: number): Promise<Swept> {
  const loaded = await loadExperiment(`data/${name}.arrow.ts`);
  const {experiment} = loaded;
  const table = experiment.table(await runExperiment(loaded, {scale, workers: 2}), scale);
  const columns = {...table, ...expectedColumns(experiment, table, scale)};
  return {rows: rowsOf(columns), columns, spec: experiment.spec};
}

/** Rows as a page's SQL names what is expected of a measured column, `expectedRisk` AS expected. */
export const expecting = (rows: readonly Row[], measured: string): Row[] =>
  rows.map(row => ({...row, expected: row[expectedName(measured)]}));
