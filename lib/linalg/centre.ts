import type {Matrix} from "ml-matrix";

/** The rows of a table minus their mean; the mean is corrected once for its own rounding. */
export function centre(table: Matrix): Matrix {
  const centred = table.clone();
  for (let pass = 0; pass < 2; pass++) centred.subRowVector(columnMeans(centred));
  return centred;
}

/** Each column's mean, of columns too whose sum is beyond the range of float64. */
function columnMeans(table: Matrix): number[] {
  const means = table.mean("column");
  if (means.every(Number.isFinite)) return means;
  return table.clone().div(table.rows).sum("column");
}
