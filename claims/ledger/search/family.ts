import type {Named} from "../named.js";

/**
 * The cases that a claim speaks of when it says "for all", restricted by nothing but its assumptions. A
 * case of dimension d is built from coordinates in [0, 1] that `next` gives one after another; all 0 is the
 * plainest case, so that a counterexample shrinks towards it, dimension first.
 */
export interface Family<Case extends Named> {
  /** What is drawn, from where, as the ledger shows it: `d = 1 … 6, κ(H) to 10⁴, λ to 0.999 of the edge`. */
  readonly ranges: string;
  /** The least and the largest dimension, both drawn. */
  readonly dimensions: readonly [number, number];
  /** Asks for the same number of coordinates whatever they are. */
  readonly build: (dimension: number, next: () => number) => Case;
}

/** Where in a family a case lies. */
export interface Place {
  readonly dimension: number;
  readonly coordinates: readonly number[];
}

/** How many coordinates a case of this dimension takes. */
export function coordinateCount({build}: Pick<Family<Named>, "build">, dimension: number): number {
  let count = 0;
  build(dimension, () => {
    count++;
    return 0.5;
  });
  return count;
}

/**
 * The case at a place.
 *
 * @throws RangeError if it takes more coordinates than there are
 */
export function caseAt<Case extends Named>(
  {build}: Family<Case>,
  {dimension, coordinates}: Place
): Case {
  let used = 0;
  return build(dimension, () => {
    if (used === coordinates.length)
      throw new RangeError(`coordinates must be more than ${coordinates.length}`);
    return coordinates[used++];
  });
}
