import {noRows, noTable, zeroInText} from "./otherFormats.js";
import type {GradientFile} from "./table.js";

/**
 * A table in text: CSV or TSV, with or without a header, `;` with decimal commas, columns parted by spaces, or
 * a pasted matrix in brackets; a column headed group or groups is no number, but names groups. `nan` and `inf` are
 * numbers, which the report then finds.
 *
 * @throws RangeError on bytes that are no UTF-8, no rows, a row of another length, a first line that is neither
 * names nor numbers, or a cell that is no number, with its line and column from 1
 */
export function readText(bytes: Uint8Array, name: string): GradientFile {
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new RangeError(noTable(bytes, name));
  }
  if (text.includes("\0")) throw new RangeError(zeroInText(bytes, text, {name}));
  const none = noRows(text, name);
  if (none) throw new RangeError(none);
  const isBracketed = opensBracket(text);
  if (isBracketed) checkBrackets(text, name);
  const plain = isBracketed
    ? text
        .replace(/,\s*(?:dtype|device|requires_grad|grad_fn)=(?:'[^']*'|<[^>]*>|[\w.]+)/g, "")
        .replace(/(?:[aA]rray|tensor)\(|\)/g, "")
        .replace(/\]\s*,?\s*/g, "\n")
        .replace(/[[]/g, "")
    : text;
  const lines = plain
    .split(lineEnds)
    .map((line, at) => ({line, at: at + 1}))
    .filter(({line}) => isRow(line));
  const parser = new TextParser(
    lines.map(({line}) => line),
    name,
    isBracketed
  );
  const {columns, groupAt} = parser;
  if (parser.hasHeader) lines.shift();
  const data = new Float64Array(lines.length * columns);
  const groups: string[] = [];
  for (const [i, {line, at}] of lines.entries()) {
    const group = parser.parse(line, at, data.subarray(i * columns, (i + 1) * columns));
    if (group !== undefined) groups.push(group);
  }
  return {
    rows: lines.length,
    columns,
    data,
    blocks: [],
    ...(groupAt < 0 ? {} : {groups}),
    ...(parser.names && {names: parser.names}),
    format: "text",
    dtype: "decimal"
  };
}

/** Ends of lines on every system; a carriage return that comes last may be half of one. */
export const lineEnds = /\r\n|\n|\r(?!$)/;

/** Whether a line of a table is a row, and not blank, a comment, or the mark between cells as Excel writes it. */
export const isRow = (line: string): boolean => !/^\s*(?:#|$|sep=.?\s*$)/i.test(line);

/** Whether text is a matrix in brackets, as NumPy, PyTorch and JSON write it. */
export const opensBracket = (text: string): boolean => /^\s*(?:[aA]rray|tensor)?\(?\[/.test(text);

/** Holds brackets to a matrix. Throws RangeError on three levels, what NumPy's print leaves out, and a missing end. */
function checkBrackets(text: string, name: string): void {
  if (/\[\s*\[\s*\[/.test(text))
    throw new RangeError(
      `${name} must be a matrix, in two levels of brackets; got three: rows.reshape(len(rows), -1) makes one of it`
    );
  if (text.includes("..."))
    throw new RangeError(
      `${name} must hold every number; got "...", with which NumPy's print leaves some out: numpy.savetxt("rows.txt", rows) writes all`
    );
  const [opened, closed] = ["[", "]"].map(bracket => text.split(bracket).length - 1);
  if (opened !== closed)
    throw new RangeError(
      `${name} must close each bracket that it opens; got ${opened} opened and ${closed} closed: copy the whole matrix again`
    );
}

/** Reads the rows of a table in text, as its first ones show how they are parted. */
export class TextParser {
  readonly hasHeader: boolean;
  /** Of the columns of numbers, where a header has them. */
  readonly names?: readonly string[];
  /** How many numbers a row has. */
  readonly columns: number;
  /** Which cell names the row's group; −1 where none does. */
  readonly groupAt: number;
  private readonly width: number;
  private readonly split: (line: string) => string[];
  private readonly number: (cell: string) => number | undefined;
  private readonly hasCommas: boolean;
  /** The first number that was written with a point, and with a comma, where both may be decimal. */
  private readonly written = new Map<string, string>();

  /**
   * @throws RangeError on no rows of numbers, on a first line that is neither names nor numbers, on a column without a
   * name, two columns of groups, and a header of another length
   */
  constructor(
    lines: readonly string[],
    private readonly name: string,
    isBracketed = false
  ) {
    const {split, hasCommas} = splitter(lines);
    this.split = split;
    this.hasCommas = hasCommas;
    this.number = hasCommas ? cell => numberFrom(cell.replace(",", ".")) : numberFrom;
    if (lines.length) checkQuotes(lines[0], "its first line", name);
    const first = lines.slice(0, 2).map(line => this.split(line.trim()));
    this.hasHeader = first[0]?.some(cell => this.number(cell) === undefined) ?? false;
    const header = this.hasHeader ? first.shift() : undefined;
    if (header) checkHeader(header, this.number, name);
    else if (!isBracketed) checkNoNames(lines, this.split, name);
    this.width = first[0]?.length ?? 0;
    this.groupAt = header?.findIndex(cell => groupName.test(cell)) ?? -1;
    this.columns = this.groupAt < 0 ? this.width : this.width - 1;
    if (!(this.width > 0) || (this.columns === 0 && !header))
      throw new RangeError(
        `${name} must have at least one row of numbers; got ${lines[0] ? `none below ${JSON.stringify(lines[0].trim().slice(0, 40))}` : "none"}`
      );
    if (this.columns === 0)
      throw new RangeError(`${name} must have numbers besides its groups; got none`);
    this.names = header?.filter((_, k) => k !== this.groupAt);
    if (header && header.length !== this.width)
      throw new RangeError(
        `${name} must have as many names in its header as cells in a row; got ${header.length} and ${this.width}${header.length === this.width - 1 ? ": names of rows must be left out" : ""}`
      );
  }

  /**
   * Writes the numbers of a line, which is number `at` of the file, to `to`, and returns its group's name.
   *
   * @throws RangeError on a row of another length, or a cell that is no number, with its line and column from 1
   */
  parse(line: string, at: number, to: Float64Array): string | undefined {
    const {name, width, groupAt} = this;
    checkQuotes(line, `line ${at}`, name);
    const cells = this.split(line.trim());
    if (cells.length !== width)
      throw new RangeError(
        `${name} must have ${width} columns in every row; got ${cells.length} in line ${at}: mend that line, or leave it out`
      );
    let next = 0;
    for (let j = 0; j < width; j++) {
      if (j === groupAt) continue;
      const cell = cells[j];
      const value = this.number(cell);
      if (value === undefined)
        throw new RangeError(
          `${name} must have numbers alone; got ${quoted(cell)} in line ${at}, column ${j + 1}: ${advice(cell)}`
        );
      if (this.hasCommas) this.checkMark(cell, at);
      to[next++] = value;
    }
    if (groupAt >= 0 && !cells[groupAt])
      throw new RangeError(
        `${name} must name a group in every row; got nothing in line ${at}, column ${groupAt + 1}`
      );
    return cells[groupAt];
  }

  /** Holds a number to the decimal mark of those before. Throws RangeError naming the first of either kind. */
  private checkMark(cell: string, at: number): void {
    const mark = /[.,]/.exec(cell)?.[0];
    if (mark === undefined || this.written.has(mark)) return;
    this.written.set(mark, `${quoted(cell)} in line ${at}`);
    if (this.written.size > 1)
      throw new RangeError(
        `${this.name} must write its numbers with one decimal mark; got ${[...this.written.values()].join(" and ")}: digits are read without marks between thousands`
      );
  }
}

/** Throws RangeError where a quote is still open when its line ends. */
function checkQuotes(line: string, where: string, name: string): void {
  if (line.split('"').length % 2 === 1) return;
  throw new RangeError(
    `${name} must close each quote in its own line; got ${quoted(line.slice(line.lastIndexOf('"')).trim())} in ${where}: close it, or take the quotes away`
  );
}

/** Names and numbers mixed are a row with a gap, and a column without a name is an index: neither is a header. */
function checkHeader(
  header: readonly string[],
  numberOf: (cell: string) => number | undefined,
  name: string
): void {
  const groups = header.filter(cell => groupName.test(cell));
  if (groups.length > 1)
    throw new RangeError(
      `${name} must have at most one column of groups; got ${groups.join(" and ")}`
    );
  const blank = header.indexOf("");
  const isMixed = header.some(cell => numberOf(cell) !== undefined) && !groups.length;
  if (isMixed) {
    const odd = header.findIndex(cell => numberOf(cell) === undefined);
    throw new RangeError(
      `${name} must have numbers alone, or names alone, in its first line; got ${quoted(header[odd])} in column ${odd + 1} beside numbers: drop that row, or name all columns`
    );
  }
  if (!groups.length && header.every(isNearlyNumber))
    throw new RangeError(
      `${name} must have numbers alone, or names alone, in its first line; got ${quoted(header[0])} in column 1, which is neither: ${advice(header[0])}`
    );
  if (blank >= 0)
    throw new RangeError(
      `${name} must have a name for every column, or for none; got none for column ${blank + 1}, as an index has: to_csv(file, index=False) in pandas and row.names=FALSE in R leave it out`
    );
}

/** Throws where a first line 0, 1, 2, … stands over numbers that are not whole: so pandas names columns. */
function checkNoNames(
  lines: readonly string[],
  split: (line: string) => string[],
  name: string
): void {
  const [first = [], second = []] = lines.slice(0, 2).map(line => split(line.trim()));
  if (first.length < 3 || first.some((cell, k) => cell !== String(k))) return;
  if (second.every(cell => /^[+-]?\d+$/.test(cell))) return;
  throw new RangeError(
    `${name} must begin with a row of numbers or with names; got 0, 1, 2, … in its first line, as pandas names columns: to_csv(file, header=False) leaves them out`
  );
}

const groupName = /^groups?$/i;

/** Numbers as they are not read, and words that stand for one: no name of a parameter. */
const isNearlyNumber = (cell: string): boolean =>
  /^[+−-]?[.,]?\d[\d.,'’_\s:/+−-]*(?:[xXeEjJ][\d.,+−-]*)*$/.test(cell) ||
  /^(?:na|n\/a|null|none|true|false)$/i.test(cell);

const quoted = (cell: string): string => (cell ? JSON.stringify(cell.slice(0, 40)) : "nothing");

/** What to do about a cell that is no number. */
function advice(cell: string): string {
  if (/^[\u2212\u2013]/.test(cell)) return "a minus sign is read as -";
  if (/^[+-]?\d+,\d+$/.test(cell)) return "a decimal comma is read where ; parts the columns";
  return /^[+-]?\d{1,3}(?:[.,'\s]\d{3})+(?:[.,]\d+)?$/.test(cell)
    ? "digits are read without marks between thousands"
    : "drop that row or that column, or write a number there";
}

/** How lines are cut into cells, outside quotes, and whether commas in these are decimal. */
interface Splitter {
  readonly split: (line: string) => string[];
  readonly hasCommas: boolean;
}

/** What parts the cells of these lines; with `;`, commas are decimal. */
function splitter(lines: readonly string[]): Splitter {
  const bare = lines.map(line => (line.includes('"') ? line.replace(/"[^"]*"/g, "") : line));
  const has = (mark: string) => bare.some(line => line.includes(mark));
  const mark = ["\t", ";", ","].find(has);
  if (mark === undefined) return {split: line => line.split(/\s+/).map(unquoted), hasCommas: false};
  // A mark that ends every row parts nothing; one that ends some of them has a gap behind it.
  const isClosed = lines
    .slice(-Math.max(1, lines.length - 1))
    .every(line => line.trimEnd().endsWith(mark));
  const split = (line: string) =>
    cellsOf(isClosed && line.endsWith(mark) ? line.slice(0, -1) : line, mark);
  return {split, hasCommas: mark === ";"};
}

/** The cells of a line, whose quotes are taken away where they enclose a whole cell. */
function cellsOf(line: string, mark: string): string[] {
  if (!line.includes('"')) return line.split(mark).map(cell => cell.trim());
  const cells = new RegExp(`(?:^|${mark})(\\s*"(?:[^"]|"")*"[^${mark}]*|[^${mark}]*)`, "g");
  return Array.from(line.matchAll(cells), ([, cell]) => unquoted(cell.trim()));
}

/** What a quoted cell says, where two quotes stand for one; any other cell as it is. */
function unquoted(cell: string): string {
  return /^"(?:[^"]|"")*"$/.test(cell) ? cell.slice(1, -1).replaceAll('""', '"').trim() : cell;
}

function numberFrom(cell: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/.test(cell))
    return Number(cell.replace(/[dD]/, "e"));
  if (/^[+-]?nan$/i.test(cell)) return Number.NaN;
  if (/^\+?inf(?:inity)?$/i.test(cell)) return Infinity;
  return /^-inf(?:inity)?$/i.test(cell) ? -Infinity : undefined;
}
