import {type Row, rowsOf} from "../../lib/experiments/expectation.js";
import type {Experiment} from "../../lib/experiments/experiment.js";

/** The rows of an experiment at a scale, its jobs run one after another in this process. */
export async function runInProcess<Job, Result>(
  experiment: Experiment<Job, Result>,
  scale = 1
): Promise<Row[]> {
  const results: Result[] = [];
  for (const job of experiment.jobs(scale)) results.push(await experiment.run(job));
  return rowsOf(experiment.table(results, scale));
}

/** A head for experiments of tests. */
export const head = {name: "test", title: "A test", source: "none", seed: 1};
