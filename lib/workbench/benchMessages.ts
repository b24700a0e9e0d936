import type {BenchAnswer, BenchFiles, BenchQuestion, BenchTable} from "./bench.js";
import type {Direction, Pair, PlaneLaw} from "./plane.js";
import type {QuestionNames} from "./questionNames.js";
import type {StepAhead} from "./tableAnswer.js";

/**
 * To the worker: read these files, and call the parts of questions by these names in errors; answer this question about
 * those that were read; check an answer's floor; or give the law of the last answer's run along two directions, which
 * takes the place of no other request.
 */
export type BenchRequest = {readonly id: number} & (
  | {readonly files: BenchFiles; readonly names?: QuestionNames}
  | {readonly question: BenchQuestion}
  | {readonly check: BenchAnswer}
  | {readonly plane: Pair<Direction>}
);

/** From the worker, about the request of this number. */
export type BenchMessage = {readonly id: number} & (
  | {readonly ahead: StepAhead}
  | {readonly table: BenchTable}
  | {readonly answer: BenchAnswer}
  | {readonly law: PlaneLaw}
  | {readonly error: string}
);
