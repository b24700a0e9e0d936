import type {BenchAnswer, BenchFiles, BenchQuestion, BenchTable} from "./bench.js";
import type {StepAhead} from "./tableAnswer.js";

/** To the worker: read these files, answer this question about those that were read, or check an answer's floor. */
export type BenchRequest = {readonly id: number} & (
  | {readonly files: BenchFiles}
  | {readonly question: BenchQuestion}
  | {readonly check: BenchAnswer}
);

/** From the worker, about the request of this number. */
export type BenchMessage = {readonly id: number} & (
  | {readonly ahead: StepAhead}
  | {readonly table: BenchTable}
  | {readonly answer: BenchAnswer}
  | {readonly error: string}
);
