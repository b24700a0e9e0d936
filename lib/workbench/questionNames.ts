/**
 * What whoever asks calls the parts of a question: errors name what was written or typed. A front has its own words, such
 * as the options of a command or the labels of a page.
 */
export interface QuestionNames {
  readonly rows: string;
  /** What rows are where they are gradients of single samples. */
  readonly single: string;
  readonly meanOf: string;
  readonly drawn: string;
  readonly population: string;
  /** The two populations. */
  readonly sample: string;
  readonly whole: string;
  readonly datasetSize: string;
  readonly level: string;
  readonly hessian: string;
  readonly run: string;
  readonly learningRate: string;
  readonly batchSize: string;
  readonly momentum: string;
  readonly budget: string;
  readonly calls: string;
  readonly start: string;
  readonly model: string;
  readonly response: string;
}

/** The names of `NoiseQuestion`'s own fields. */
export const argumentNames: QuestionNames = {
  rows: "rows",
  single: '"per-sample"',
  meanOf: "rows.meanOf",
  drawn: "rows.drawn",
  population: "population",
  sample: '"sample"',
  whole: '"whole"',
  datasetSize: "datasetSize",
  level: "level",
  hessian: "hessian",
  run: "run",
  learningRate: "run.learningRate",
  batchSize: "run.batchSize",
  momentum: "run.momentum",
  budget: "budget",
  calls: "budget.calls",
  start: "budget.start",
  model: "model",
  response: "response"
};
