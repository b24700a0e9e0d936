import {type Expectation, rowsOf, standardErrorIn} from "../../lib/experiments/expectation.js";
import type {Column} from "../../lib/experiments/experiment.js";
import {studentTQuantile} from "../../lib/statistics/studentT.js";

/** The probability with which an experiment that is right is refused, over all its rows. */
export const level = 1e-3;

/** A declared entry of a table: how far it is from its expectation, in standard errors. */
export interface Deviation {
  readonly column: string;
  readonly row: number;
  readonly t: number;
  /** Student's quantile that |t| may reach. */
  readonly most: number;
}

/**
 * Every declared entry of a table, with Student's two-sided quantile at `level` over the number of rows. A
 * standard error of zero leaves room for rounding alone.
 */
export function deviations(
  table: Readonly<Record<string, Column>>,
  expected: Readonly<Record<string, Expectation>>
): Deviation[] {
  const rows = rowsOf(table);
  return Object.entries(expected).flatMap(([column, expectation]) => {
    const {replicates, value} = expectation;
    const most = studentTQuantile(1 - level / rows.length / 2, replicates - 1);
    return rows.flatMap((row, k) => {
      const exact = value(row);
      if (Number.isNaN(exact)) return [];
      const error = Math.max(standardErrorIn(expectation, row), 1e-12 * Math.abs(exact));
      const gap = Number(row[column]) - exact;
      return [{column, row: k, t: gap === 0 ? 0 : gap / error, most}];
    });
  });
}

/**
 * What is wrong with a table: entries beyond their quantile or that are no number, and columns whose
 * standard errors add up to half of what is expected, of which nothing can be said (`row` −1).
 */
export function refused(
  table: Readonly<Record<string, Column>>,
  expected: Readonly<Record<string, Expectation>>
): Deviation[] {
  const beyond = deviations(table, expected).filter(({t, most}) => !(Math.abs(t) <= most));
  const rows = rowsOf(table);
  const blurred = Object.entries(expected).flatMap(([column, expectation]) => {
    const {value} = expectation;
    const known = rows.filter(row => !Number.isNaN(value(row)));
    const size = known.reduce((sum, row) => sum + Math.abs(value(row)), 0);
    const t = known.reduce((sum, row) => sum + standardErrorIn(expectation, row), 0) / size;
    return size > 0 && !(t <= 0.5) ? [{column, row: -1, t, most: 0.5}] : [];
  });
  return [...beyond, ...blurred];
}
