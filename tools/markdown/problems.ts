/** Something wrong on a page, at the place where its author can mend it. */
export interface Problem {
  /** The page's file, relative to the working directory. */
  readonly file: string;
  /** Line in that file, front matter included, from 1. */
  readonly line: number;
  readonly message: string;
}

/** Receives the problems of a page as they are found. */
export type ProblemSink = (problem: Problem) => void;

/** Raised by `throwProblem`; its message reads `file:line message`. */
export class PageError extends Error {
  override name = "PageError";
  constructor(readonly problem: Problem) {
    super(formatProblem(problem));
  }
}

/** `file:line message`, the form in which editors find the place. */
export function formatProblem({file, line, message}: Problem): string {
  return `${file}:${line} ${message}`;
}

/**
 * The sink of a build: the first problem ends it.
 *
 * @throws PageError always
 */
export function throwProblem(problem: Problem): never {
  throw new PageError(problem);
}
