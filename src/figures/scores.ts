import type {Mark} from "../components/chart/declaration.js";

/** How many standard errors a measured mark lies from what is expected of it. */
export function score({y, expected, standardError}: Mark): number {
  if (y === undefined || expected === undefined || !standardError)
    throw new RangeError(
      `a score needs y, expected and a positive standardError; got ${y}, ${expected}, ${standardError}`
    );
  return (y - expected) / standardError;
}

/** The largest distance of a mark from what is expected of it, in standard errors. */
export const largestScore = (marks: readonly Mark[]): number =>
  Math.max(...marks.map(mark => Math.abs(score(mark))));

/** The least distance of a mark from what is expected of it, in standard errors. */
export const leastScore = (marks: readonly Mark[]): number =>
  Math.min(...marks.map(mark => Math.abs(score(mark))));
