import type {Row} from "./sqlValues.js";

/**
 * What queries answer in the state in which a page is first shown: found by the build, which asks the same
 * engine, and put into the page, so that the engine is fetched only when a reader asks something else.
 */
export type Answers = ReadonlyMap<string, readonly Row[]>;

/** The id of the element of a page that holds them. */
export const answersId = "answers";

/** Rows column by column name, each value as JSON can hold it. */
interface Written {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly unknown[])[];
}

/**
 * What an answer is found under: the query, the values of its parameters, and its tables with their files, whose
 * names hold a hash of their contents.
 */
export function answerKey(
  query: string,
  values: readonly unknown[],
  tables: Readonly<Record<string, string>>
): string {
  const files = Object.entries(tables).map(([name, url]) => [
    name,
    new URL(url, location.href).pathname.split("/").pop()
  ]);
  return JSON.stringify([query.trim(), values.map(write), files]);
}

/** Answers as the text of a script element, in which no tag can begin. */
export function writeAnswers(answers: Answers): string {
  const written = [...answers].map(([key, rows]): [string, Written] => {
    const columns = Object.keys(rows[0] ?? {});
    return [key, {columns, rows: rows.map(row => columns.map(column => write(row[column])))}];
  });
  return JSON.stringify(written).replaceAll("<", "\\u003c");
}

/** The reverse of `writeAnswers`. */
export function readAnswers(text: string): Answers {
  const written: [string, Written][] = JSON.parse(text);
  return new Map(
    written.map(([key, {columns, rows}]) => [
      key,
      rows.map(row => Object.fromEntries(columns.map((column, i) => [column, read(row[i])])))
    ])
  );
}

/** JSON has neither dates, nor integers of 64 bits, nor NaN and the infinities. */
function write(value: unknown): unknown {
  if (typeof value === "number")
    return Number.isFinite(value) && !Object.is(value, -0) ? value : {number: inWords(value)};
  if (typeof value === "bigint") return {bigint: String(value)};
  if (value === undefined) return {undefined: true};
  if (value instanceof Date) return {date: value.getTime()};
  if (Array.isArray(value)) return value.map(write);
  if (value !== null && typeof value === "object")
    return {object: Object.entries(value).map(([name, entry]) => [name, write(entry)])};
  return value;
}

const inWords = (value: number) => (Object.is(value, -0) ? "-0" : String(value));

function read(written: unknown): unknown {
  if (Array.isArray(written)) return written.map(read);
  if (written === null || typeof written !== "object") return written;
  const [[kind, value]] = Object.entries(written);
  if (kind === "number") return Number(value);
  if (kind === "bigint") return BigInt(value);
  if (kind === "date") return new Date(value);
  if (kind === "object")
    return Object.fromEntries(
      (value as [string, unknown][]).map(([name, entry]) => [name, read(entry)])
    );
  return undefined;
}
