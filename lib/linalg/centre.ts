import type {Matrix} from "ml-matrix";

/** The rows of a table minus their mean; the mean is corrected once for its own rounding. */
export function centre(table: Matrix): Matrix {
  const centred = table.clone();
  for (let pass = 0; pass < 2; pass++) centred.subRowVector(centred.mean("column"));
  return centred;
}
