import {Matrix} from "ml-matrix";
import {describe, integer, type MatrixLike, matrix, optionsOf} from "../check.js";
import {inRange} from "../inRange.js";

/** A statistic with what the jackknife says of it. */
export interface Jackknife {
  /** θ̂ of all rows. */
  readonly value: number;
  /** Standard error of θ̂. */
  readonly standardError: number;
  /** Estimated bias of θ̂: value − bias is the corrected estimate. */
  readonly bias: number;
  /** How many times rows were left out. */
  readonly deletions: number;
}

export interface JackknifeOptions {
  /** One label per row: rows of one label are left out together. Default: every row is a group of its own. */
  readonly groups?: ArrayLike<number | string>;
  /** Leave the groups out in this many parts rather than one by one; in [2, number of groups]. */
  readonly deleteGroups?: number;
}

/**
 * Standard error and bias of a statistic of independent rows, or groups of rows, by leaving some out in turn
 *
 *     θ_J = gθ̂ − Σⱼ (1 − mⱼ/n) θ₍ⱼ₎,   bias = θ̂ − θ_J,   s.e.² = (1/g) Σⱼ (τⱼ − θ_J)²/(hⱼ − 1)
 *     hⱼ = n/mⱼ,   τⱼ = hⱼθ̂ − (hⱼ−1)θ₍ⱼ₎
 *
 * where θ₍ⱼ₎ lacks the mⱼ rows of part j = 1 … g. For parts of one size these are the classical formulas,
 * s.e.² = (g−1)/g Σ (θ₍ⱼ₎ − θ̄)². `gradients` is n×d; `statistic` gets n′×d matrices and returns a number that
 * is smooth in the moments of the rows. Group k is in part k mod `deleteGroups`, groups counted as they
 * first appear. Source: Busing, Meijer & van der Leeden 1999; Quenouille 1949, Tukey 1958.
 *
 * @throws RangeError on fewer than two groups or parts, labels that do not match the rows, or a statistic that
 * is no finite number for some part.
 * @example
 * jackknife([[1], [2], [3], [4]], rows => rows.mean()).standardError; // 0.6455: √(s²/n) of a mean
 */
export function jackknife(
  gradients: MatrixLike,
  statistic: (rows: Matrix) => number,
  options: JackknifeOptions = {}
): Jackknife {
  const {groups, deleteGroups} = optionsOf("jackknife", options, ["groups", "deleteGroups"]);
  if (typeof statistic !== "function")
    throw new RangeError(`statistic must be a function of a matrix; got ${describe(statistic)}`);
  const table = matrix("gradients", gradients);
  const n = table.rows;
  const group = groupsOf(n, groups);
  const count = Math.max(...group) + 1;
  if (count < 2)
    throw new RangeError(`gradients must have at least 2 rows or groups of rows; got ${count}`);
  const parts = integer("deleteGroups", deleteGroups ?? count, 2, count);
  const of = (rows: Matrix): number => {
    const value: unknown = statistic(rows);
    if (typeof value !== "number" || !Number.isFinite(value))
      throw new RangeError(`statistic must return a finite number; got ${describe(value)}`);
    return value;
  };
  const value = of(table.clone());
  const sizes = new Array<number>(parts).fill(0);
  for (const g of group) sizes[g % parts]++;
  const without = sizes.map((_, part) =>
    of(new Matrix(group.flatMap((g, i) => (g % parts === part ? [] : [table.getRow(i)]))))
  );
  const pooled = without.reduce(
    (sum, theta, j) => sum + (1 - sizes[j] / n) * (value - theta),
    value
  );
  const variance = without.reduce((sum, theta, j) => {
    const h = n / sizes[j];
    return sum + (value - pooled + (h - 1) * (value - theta)) ** 2 / (h - 1) / parts;
  }, 0);
  return {
    value,
    standardError: inRange("the standard error", Math.sqrt(variance)),
    bias: inRange("the bias", value - pooled),
    deletions: parts
  };
}

/** The group of each row, counted from 0 as they first appear. */
function groupsOf(n: number, labels: JackknifeOptions["groups"]): number[] {
  if (labels === undefined) return Array.from({length: n}, (_, i) => i);
  if (typeof labels !== "object" || labels === null || labels.length !== n)
    throw new RangeError(
      `groups must have one label for each of the ${n} rows; got ${(typeof labels === "object" && labels?.length) || describe(labels)}`
    );
  const known = new Map<number | string, number>();
  return Array.from(labels, label => {
    if (!known.has(label)) known.set(label, known.size);
    return known.get(label)!;
  });
}
