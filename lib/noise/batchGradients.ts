import {integer, type MatrixLike, matrix} from "../check.js";

/** A stream of independent uniforms in [0, 1). */
export interface UniformSource {
  next(): number;
}

/**
 * How a mini-batch of b rows is drawn from a table of n:
 * `without` replacement; `with` replacement; or `fresh`, without replacement from a new data set
 * of n rows each time, itself drawn with replacement from the table.
 */
export type BatchScheme = "without" | "with" | "fresh";

/** Means of mini-batches, one per row, row-major. */
export interface BatchGradients {
  values: Float64Array;
  batches: number;
  dimension: number;
}

/**
 * Draws `batches` independent mini-batches and returns the mean gradient of each
 *
 *     g_B = 1/b Σ_{i∈B} ψᵢ
 *
 * `gradients` is n×d; the result is batches×d. Under `without` and `with`, Cov(g_B) is
 * `finitePopulationCovariance`. Under `fresh` the table plays the population: its law µ is the
 * empirical measure, G_µ = Σ_emp = (n−1)/n S, and Cov(g_B | µ) = G_µ/b for every b ≤ n, exactly
 * (Fisher, Theorem 4.3), although each batch is drawn without replacement from its own data set.
 * That law equals the one of `with`; the draw is carried out all the same, data set and all, since
 * replacing it by b draws would use what is to be shown.
 *
 * An index is ⌊n·u⌋: with u on a grid of 2⁻³² or finer the bias of a row is below n·2⁻³².
 * Cost: b uniforms per batch, n + b under `fresh`. Source: Fisher, eq. (6) and §4; notes, §1.5.
 *
 * @throws RangeError on an empty table, b or batches not a positive integer, or b > n (except
 * under `with`).
 * @example
 * batchGradients([[0], [1]], {batchSize: 2, batches: 3, scheme: "without", source}).values; // ½, ½, ½
 */
export function batchGradients(
  gradients: MatrixLike,
  {
    batchSize,
    batches,
    scheme,
    source
  }: {batchSize: number; batches: number; scheme: BatchScheme; source: UniformSource}
): BatchGradients {
  const table = matrix("gradients", gradients);
  const {rows: n, columns: d} = table;
  const b = integer("batchSize", batchSize, 1, scheme === "with" ? Infinity : n);
  const m = integer("batches", batches, 1);
  if (scheme !== "without" && scheme !== "with" && scheme !== "fresh")
    throw new RangeError(`scheme must be "without", "with" or "fresh"; got ${scheme}`);
  const flat = Float64Array.from(table.to1DArray());
  const values = new Float64Array(m * d);
  const deck = Int32Array.from({length: n}, (_, i) => i);
  const index = (below: number) => Math.floor(source.next() * below);

  for (let batch = 0; batch < m; batch++) {
    if (scheme === "fresh") for (let i = 0; i < n; i++) deck[i] = index(n);
    const sum = batch * d;
    for (let k = 0; k < b; k++) {
      let row: number;
      if (scheme === "with") row = index(n);
      else {
        const other = k + index(n - k);
        row = deck[other];
        deck[other] = deck[k];
        deck[k] = row;
      }
      for (let j = 0; j < d; j++) values[sum + j] += flat[row * d + j];
    }
    for (let j = 0; j < d; j++) values[sum + j] /= b;
  }
  return {values, batches: m, dimension: d};
}
