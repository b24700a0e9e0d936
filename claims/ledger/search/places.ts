import fc from "fast-check";
import type {Named} from "../named.js";
import {coordinateCount, type Family, type Place} from "./family.js";

/** Coordinates are multiples of this: fine enough for any range, and plain to print. */
const grain = 2 ** -20;

/**
 * Places of a family as fast-check draws and shrinks them: the dimension first, then towards 0. All have the
 * coordinates that the largest dimension takes, so that the first of them stay as the dimension shrinks.
 */
export function placesOf<Case extends Named>(family: Family<Case>): fc.Arbitrary<Place> {
  const [min, max] = family.dimensions;
  const length = coordinateCount(family, max);
  return fc
    .tuple(
      fc.integer({min, max}),
      fc.array(fc.integer({min: 0, max: 1 / grain}), {minLength: length, maxLength: length})
    )
    .map(([dimension, all]) => ({dimension, coordinates: all.map(k => k * grain)}));
}
