import {describe, integer, numberIn} from "../check.js";
import {studentTQuantile} from "../statistics/studentT.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import type {MakeRow, Rows} from "./rows.js";
import type {TableRows} from "./tableRows.js";
import type {NoiseQuestion} from "./types.js";

/** Rows about their mean, and how they were drawn. */
export interface Sample {
  readonly n: number;
  readonly d: number;
  /** ψᵢ − ψ̄, n rows of d numbers. */
  readonly centred: Rows;
  /** ψ̄. */
  readonly mean: Float64Array;
  /** By which the covariance of rows is multiplied to be that of a single sample's gradient. */
  readonly factor: number;
  /** Nothing is estimated: the rows are all there are. */
  readonly whole: boolean;
  /** Share of Tr S up to which ‖ψ̄‖² is rounding: of float32, where every number is one, else of float64. */
  readonly zeroMean: number;
  /** ψ̄ is the gradient of the whole data set. */
  readonly exactMean: boolean;
  /** The number of each row's cluster, from 0; rows are their own clusters where no groups are given. */
  readonly members: Int32Array;
  /** m, how many clusters. */
  readonly clusters: number;
  readonly grouped: boolean;
  readonly level: number;
  /** Of Student's t with m − 1 degrees at the level. */
  readonly quantile: number;
}

/** `Sample.zeroMean` of numbers that float32 holds, and of others. */
export const zeroMean = {single: 2 ** -48, double: 1e-20} as const;

/** b of means of b, or 1. */
export const meanOf = ({rows}: NoiseQuestion): number => (rows === "per-sample" ? 1 : rows.meanOf);

/** How many samples the data set has, where that is known: as stated, or n parts of b. */
export function sizeOfData(question: NoiseQuestion, n: number): number | undefined {
  if (question.population === "whole") return n;
  if (question.rows !== "per-sample" && question.rows.drawn === "epoch")
    return n * question.rows.meanOf;
  return question.datasetSize;
}

/**
 * The factor from the covariance of rows to that of single samples: 1; b for means of b; b/(1 − b/N) where
 * each was drawn without replacement from N, independently of the others. The parts of one epoch are
 * correlated by −1/N of the covariance, which makes up for the 1 − b/N.
 */
function factorOf({rows, datasetSize}: NoiseQuestion): number {
  if (rows === "per-sample") return 1;
  if (rows.drawn !== "without" || datasetSize === undefined) return rows.meanOf;
  return rows.meanOf / (1 - rows.meanOf / datasetSize);
}

/**
 * Centres a table of finite numbers.
 *
 * @throws RangeError where groups are not one per row, or fewer than two
 */
export function sampleOf({numbers, groups}: TableRows, question: NoiseQuestion): Sample {
  const {n, width: d} = numbers;
  const {mean, centred} = centre(numbers);
  const {members, clusters} = clustersOf(groups, n);
  const {level = 0.95} = question;
  return {
    n,
    d,
    centred,
    mean,
    factor: factorOf(question),
    zeroMean: isSingle(numbers) ? zeroMean.single : zeroMean.double,
    whole: question.population === "whole",
    exactMean:
      question.population === "whole" ||
      (question.rows !== "per-sample" && question.rows.drawn === "epoch"),
    members,
    clusters,
    grouped: groups !== undefined,
    level,
    quantile: studentTQuantile(0.5 + level / 2, clusters - 1)
  };
}

function isSingle({n, row}: Rows): boolean {
  for (let i = 0; i < n; i++) for (const x of row(i)) if (Math.fround(x) !== x) return false;
  return true;
}

/**
 * Two passes: what rounding leaves of the mean after the first is taken away by the second. The mean of a column that
 * never changes is its entry: rounding is no noise.
 */
function centre(rows: Rows) {
  const {n, width: d} = rows;
  const about = (mean: Float64Array): MakeRow => {
    return (row, to) => {
      for (let j = 0; j < d; j++) to[j] = row[j] - mean[j];
    };
  };
  const meanOfRows = ({row}: Rows) => {
    const mean = new Float64Array(d);
    const start = row(0).slice();
    const differs = new Uint8Array(d);
    for (let i = 0; i < n; i++) {
      const x = row(i);
      for (let j = 0; j < d; j++) {
        mean[j] += x[j] / n;
        if (x[j] !== start[j]) differs[j] = 1;
      }
    }
    return mean.map((x, j) => (differs[j] ? x : start[j]));
  };
  const first = meanOfRows(rows);
  const nearly = rows.map(d, about(first));
  const rest = meanOfRows(nearly);
  return {mean: first.map((x, j) => x + rest[j]), centred: nearly.map(d, about(rest))};
}

function clustersOf(groups: TableRows["groups"], n: number) {
  if (groups === undefined)
    return {members: Int32Array.from({length: n}, (_, i) => i), clusters: n};
  if (groups.length !== n)
    throw new RangeError(`groups must have one entry per row, ${n}; got ${groups.length}`);
  const numbers = new Map<number | string, number>();
  const members = Int32Array.from(groups, group => {
    const known = numbers.get(group);
    if (known !== undefined) return known;
    numbers.set(group, numbers.size);
    return numbers.size - 1;
  });
  if (numbers.size < 2)
    throw new RangeError(
      `groups must name at least 2 groups, or the spread between them is unknown; got ${numbers.size}`
    );
  return {members, clusters: numbers.size};
}

/**
 * Holds a question to what can be answered.
 *
 * @throws RangeError naming argument, value and range
 */
export function checkQuestion(
  {rows, population, datasetSize, level}: NoiseQuestion,
  names: QuestionNames = argumentNames
): void {
  if (population !== "sample" && population !== "whole")
    throw new RangeError(
      `${names.population} must be ${names.sample} or ${names.whole}; got ${describe(population)}`
    );
  if (level !== undefined) numberIn(names.level, level, "(0, 1)", x => x > 0 && x < 1);
  if (datasetSize !== undefined) integer(names.datasetSize, datasetSize, 2);
  if (rows === "per-sample") return;
  if (typeof rows !== "object" || rows === null)
    throw new RangeError(
      `${names.rows} must be ${names.single} or {meanOf: b}; got ${describe(rows)}`
    );
  integer(names.meanOf, rows.meanOf, 1);
  if (rows.drawn !== undefined && !["with", "without", "epoch"].includes(rows.drawn))
    throw new RangeError(
      `${names.drawn} must be "with", "without" or "epoch"; got ${describe(rows.drawn)}`
    );
  if (population === "whole")
    throw new RangeError(
      `${names.population} must be ${names.sample} where rows are means: means of b are no whole population`
    );
  if (rows.drawn === "without" && datasetSize !== undefined && rows.meanOf >= datasetSize)
    throw new RangeError(
      `${names.meanOf} must be below ${names.datasetSize}, ${datasetSize}, where a mean is drawn without replacement; got ${rows.meanOf}`
    );
}
