import type {Column} from "./column.js";
import type {Expectation} from "./expectation.js";
import type {ExperimentHead} from "./experimentHead.js";

export type {Column};

/** What a plain-data spec may hold; it is hashed and printed, so it must survive JSON. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | {readonly [key: string]: Json};

/**
 * A computation that is run at build time and read by a page: what a loader in `data/` exports.
 *
 * `jobs` cuts it into independent pieces, `run` does one piece (in any worker, in any order) and
 * `table` combines the results in the order of the jobs. The table must depend on the spec and the
 * scale alone, never on how many jobs there were or which worker ran them.
 *
 * `expected` says what the measured columns must average to, where that is known. What is expected of
 * the column `variance` stands beside it in the Arrow stream as `expectedVariance`: `expected` and the
 * column's name with a capital. The SHA-256 of a result leaves these columns out. They are closed forms
 * of the spec, which no sample enters and whose last digit nobody promises: a formula that is written
 * differently, or declared for the first time, must not look like another measurement.
 */
export interface Experiment<Job = unknown, Result = unknown> extends ExperimentHead {
  /** Everything that defines the experiment at scale 1. */
  readonly spec: {readonly [key: string]: Json};
  /** Independent pieces at a scale in (0, 1], of which 1 is the printed one, or at a whole multiple of that. */
  jobs(scale: number): Job[];
  /** Names the cell of a job, for progress and for messages about its failure. */
  describe(job: Job): string;
  /** Vector steps (or draws) that a job takes, for progress. */
  cost(job: Job): number;
  /** Runs one job; its result must survive structured cloning. */
  run(job: Job): Result | Promise<Result>;
  /**
   * The modules, as paths below the project, that alone decide a job's result, whatever else the loader
   * imports and whatever the scale; the result, which must survive JSON, then outlives edits elsewhere.
   * Undefined for a job that rests on all of it, as every job does where this is left out.
   */
  modules?(job: Job): readonly string[] | undefined;
  /** What forbids to use a result, though its job went to its end: the others are stored before it is said. */
  fault?(result: Result): string | undefined;
  /** What the table has no room for: plain data, stored beside it. */
  details?(results: Result[]): unknown;
  /** Combines all results, in the order of the jobs, into named columns of equal length. */
  table(results: Result[], scale: number): Record<string, Column>;
  /** For every measured column whose exact expectation is known at this scale, what it is, row by row. */
  expected?(scale: number): Readonly<Record<string, Expectation>>;
  /** The same experiment with some of its settings replaced; throws on an unknown one. */
  vary(settings: Readonly<Record<string, string>>): Experiment<Job, Result>;
}
