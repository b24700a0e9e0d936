import type {ModelGradients, ModelQuestion} from "./model.js";
import {checkReport, withRun} from "./noiseReport.js";
import {leadingPictures, type NoisePictures, noisePictures} from "./pictures.js";
import {type Direction, type Pair, type PlaneLaw, planeLaws} from "./plane.js";
import {argumentNames, type QuestionNames} from "./questionNames.js";
import type {GradientFile} from "./read/table.js";
import {readGradients} from "./readGradients.js";
import {sizeOfData} from "./sample.js";
import {type StepAhead, type TableAnswer, tableSteps} from "./tableAnswer.js";
import {type TableRows, tableRows} from "./tableRows.js";
import type {BudgetNumbers, GradientBlock, NoiseQuestion, NoiseReport} from "./types.js";

/** A file as it is handed over. */
export interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Gradients that stay in their file, and are read row by row. */
export interface OpenedGradients extends TableRows {
  readonly name: string;
  readonly format: string;
  readonly dtype: string;
  /** SHA-256 of the file. */
  readonly sha256: string;
}

/** Gradients, and what may come with them. */
export interface BenchFiles {
  readonly gradients: NamedBytes | OpenedGradients;
  /** d×d, or its diagonal as one row or column. */
  readonly hessian?: NamedBytes;
  /** One number or name per row. */
  readonly groups?: NamedBytes;
  /** θ₀ − θ⋆, d numbers in a row or column: where a budget starts, whatever the question says. */
  readonly start?: NamedBytes;
  /** Where `gradients` is a table of data: the regression whose gradients are looked at, with its own Hessian. */
  readonly model?: ModelQuestion;
}

/** What was read. */
export interface BenchTable {
  readonly name: string;
  readonly rows: number;
  readonly columns: number;
  readonly blocks: readonly GradientBlock[];
  readonly format: string;
  readonly dtype: string;
  /** Whether the file or another one names groups. */
  readonly grouped: boolean;
  /** Of the groups' own file; null where there is none. */
  readonly groupsFormat: string | null;
  /** Of the Hessian's file, "fitted" for a model's own; null where there is none. */
  readonly hessianFormat: string | null;
  /** Whether a file says where a budget starts. */
  readonly starts: boolean;
  /** What was fitted to the data, in words; null where rows are gradients. */
  readonly model: string | null;
  /** The model's kind, and the number of the column that it explains, from 0. */
  readonly fit: {readonly kind: ModelQuestion["kind"]; readonly column: number} | null;
  /** SHA-256 by the file's name; empty where the platform computes none. */
  readonly hashes: Readonly<Record<string, string>>;
}

/** A question but for the Hessian, which is a file. */
export type BenchQuestion = Omit<NoiseQuestion, "hessian">;

export interface BenchAnswer {
  readonly table: BenchTable;
  readonly question: BenchQuestion;
  readonly report: NoiseReport;
  /** None where the table is refused. */
  readonly pictures?: NoisePictures;
}

/** Files that were read, and the questions asked of them: another run or budget keeps what is known of the table. */
export interface Bench {
  readonly table: BenchTable;
  ask(question: BenchQuestion): Generator<StepAhead, BenchAnswer>;
  /**
   * The stationary law along two directions of the run of the last question that was answered.
   *
   * @throws RangeError naming a direction that there is not, or saying why there is no law
   */
  plane(directions: Pair<Direction>): PlaneLaw;
}

/** The same answer, with the floor of its run checked by simulation where there is one. */
export async function checked(answer: BenchAnswer): Promise<BenchAnswer> {
  const {question, pictures, report, table} = answer;
  const {run} = question;
  if (!run || !pictures?.modes || !report.stationary) return answer;
  // The kernel is fetched by those who simulate.
  const {checkFloor} = await import("./floorCheck.js");
  const check = await checkFloor(pictures.modes, run, sizeOfData(question, table.rows));
  if (!check) return answer;
  return {...answer, report: {...report, stationary: {...report.stationary, check}}};
}

/**
 * Reads gradients with what comes with them. `names` are what errors call the parts of a question; files are called by
 * their own names.
 *
 * @throws RangeError as `readGradients`, on each of the files
 */
export async function openBench(
  files: BenchFiles,
  names: QuestionNames = argumentNames
): Promise<Bench> {
  const {gradients, hessian: curve, groups: group, start: from} = files;
  const read = await readTable(files, names);
  const curved = curve && (await readGradients(curve.bytes, curve));
  const {n, width: d} = read.rows.numbers;
  const hessian = curved ? hessianOf(curved, d, curve.name) : read.hessian;
  const named = group && (await (await import("./readGroups.js")).readGroups(group.bytes, group));
  if (named && named.groups.length !== n)
    throw new RangeError(
      `${group.name} must name a group for each of the ${n} rows; got ${named.groups.length} of them${named.groups.length === n + 1 ? `: if its first line, ${named.groups[0]}, is a heading, leave it out or call it group` : ""}`
    );
  const groups = named?.groups ?? read.rows.groups;
  if (groups && n > 1) checkGroups(groups, group?.name ?? gradients.name);
  const gradientRows: TableRows = {...read.rows, groups};
  const start = from && (await readStart(from, d));
  const table: BenchTable = {
    name: gradients.name,
    rows: n,
    columns: d,
    blocks: gradientRows.blocks ?? [],
    format: read.format,
    dtype: read.dtype,
    grouped: groups !== undefined,
    groupsFormat: named?.format ?? null,
    hessianFormat: curved?.format ?? (read.hessian ? "fitted" : null),
    model: read.model ?? null,
    fit: read.fit ?? null,
    starts: start !== undefined,
    hashes: await hashesOf([gradients, ...[curve, group, from].flatMap(file => file ?? [])])
  };
  let known:
    | {
        key: string;
        answer: TableAnswer;
        pictures?: NoisePictures;
        laws?: ReturnType<typeof planeLaws>;
      }
    | undefined;
  let reach: {key: string; budget: BudgetNumbers} | undefined;
  let asking: BenchQuestion | undefined;
  return {
    table,
    *ask(question) {
      const budget = question.budget && {...question.budget, ...(start && {start})};
      const whole: NoiseQuestion = {...question, hessian, budget};
      if (files.model && question.rows !== "per-sample")
        throw new RangeError(
          `${names.rows} must be ${names.single} where a model is fitted: its gradients are of single samples`
        );
      const asked = hessian ? whole : {...whole, run: undefined, budget: undefined};
      checkReport(gradientRows, asked, curve ? {...names, hessian: curve.name} : names);
      const {rows, population, datasetSize, level} = question;
      const key = JSON.stringify([rows, population, datasetSize, level]);
      if (known?.key !== key) {
        const answer = yield* tableSteps(gradientRows, asked, {
          name: curve?.name ?? names.hessian,
          fitted: read.fit !== undefined
        });
        const {sample, scores, curvature, leading} = answer;
        yield {doing: "pictures", share: 0.95};
        known = {
          key,
          answer,
          ...(sample && scores && {pictures: noisePictures(sample, scores, curvature)}),
          ...(sample && leading && {pictures: leadingPictures(sample, leading, curvature)}),
          ...(sample && curvature && {laws: planeLaws(sample, scores, curvature)})
        };
      }
      // Neither the rate nor the batch of a run counts for a budget: while they are changed, it stays.
      const spent = JSON.stringify([key, asked.budget, asked.run?.replacement ?? true]);
      const reached = reach?.key === spent ? reach.budget : undefined;
      if (asked.budget && !reached) yield {doing: "learning rates and batch sizes", share: 0.97};
      const report = withRun(known.answer, asked, reached);
      if (report.budget) reach = {key: spent, budget: report.budget};
      asking = question;
      const answered = budget ? {...question, budget} : question;
      return {table, question: answered, report, pictures: known.pictures};
    },
    plane(directions) {
      if (!known?.laws || !asking?.run)
        throw new RangeError("a law needs a Hessian and a run, and a question that is answered");
      return known.laws(asking.run, sizeOfData(asking, table.rows), directions);
    }
  };
}

/** A matrix, or a diagonal where the file has one row or column. Throws RangeError unless it has the gradients' order. */
function hessianOf(
  {rows, columns, data}: GradientFile,
  d: number,
  name: string
): NonNullable<NoiseQuestion["hessian"]> {
  const isDiagonal = rows === 1 || columns === 1;
  if (isDiagonal ? data.length !== d : rows !== d || columns !== d)
    throw new RangeError(
      `${name} must hold the Hessian of ${d} parameters, ${d} rows of ${d} numbers, or the ${d} of its diagonal; got ${rows} rows of ${columns}`
    );
  return isDiagonal ? data : {rows, columns, data};
}

/** Throws RangeError where all rows are in one group: the spread between groups is unknown then. */
function checkGroups(groups: ArrayLike<number | string>, name: string): void {
  for (let i = 1; i < groups.length; i++) if (groups[i] !== groups[0]) return;
  throw new RangeError(
    `${name} must name at least 2 groups, or the spread between them is unknown; got ${groups[0]} in every row`
  );
}

/**
 * Where a budget starts, from a file of one row or column.
 *
 * @throws RangeError as `readGradients`, and unless it has d finite numbers
 */
async function readStart(file: NamedBytes, d: number): Promise<number[]> {
  const {rows, columns, data} = await readGradients(file.bytes, file);
  if ((rows !== 1 && columns !== 1) || data.length !== d)
    throw new RangeError(
      `${file.name} must hold ${d} numbers, one per parameter, in one row or column; got ${rows} rows of ${columns}`
    );
  const wrong = data.findIndex(x => !Number.isFinite(x));
  if (wrong >= 0)
    throw new RangeError(`${file.name} must hold finite numbers; got ${data[wrong]} at ${wrong}`);
  return Array.from(data);
}

interface ReadTable {
  readonly rows: TableRows;
  readonly format: string;
  readonly dtype: string;
  readonly hessian?: ModelGradients["hessian"];
  readonly model?: string;
  readonly fit?: ModelGradients["fit"];
}

async function readTable(
  {gradients: file, model, hessian}: BenchFiles,
  names: QuestionNames
): Promise<ReadTable> {
  if ("numbers" in file) return {rows: file, format: file.format, dtype: file.dtype};
  const read = await readGradients(file.bytes, file);
  if (!model) return {...read, rows: tableRows(read)};
  if (hessian)
    throw new RangeError(
      `${names.hessian} must be left out where a model is fitted, which has its own; got ${hessian.name}`
    );
  // Few fit a model, and the page is there before it is asked for one.
  const {modelGradients} = await import("./model.js");
  const fitted = modelGradients(read, model, file.name, names);
  return {...fitted, rows: tableRows(fitted)};
}

async function hashesOf(
  files: readonly (NamedBytes | OpenedGradients)[]
): Promise<Record<string, string>> {
  const {subtle} = globalThis.crypto;
  if (!subtle) return {};
  const hashes: Record<string, string> = {};
  for (const file of files) {
    if ("sha256" in file) hashes[file.name] = file.sha256;
    else {
      const digest = new Uint8Array(await subtle.digest("SHA-256", file.bytes));
      hashes[file.name] = Array.from(digest, byte => byte.toString(16).padStart(2, "0")).join("");
    }
  }
  return hashes;
}
