import type {Column, Experiment, Json} from "./experiment.js";
import {noSettings} from "./withSettings.js";

/** A table that is computed in one piece, in no time, without a random number. */
export interface TableSpec {
  readonly name: string;
  readonly title: string;
  readonly source: string;
  readonly spec: {readonly [key: string]: Json};
  readonly columns: () => Record<string, Column>;
}

/** An experiment of one job that returns a table. */
export function tableExperiment(table: TableSpec): Experiment<null, Record<string, Column>> {
  const {name, title, source, spec, columns} = table;
  return {
    name,
    title,
    source,
    seed: 0,
    spec,
    jobs: () => [null],
    describe: () => title,
    cost: () => 1,
    run: columns,
    table: ([result]) => result,
    vary: noSettings(name)
  };
}
