import type {GradientFile} from "./table.js";

/**
 * A table in text: CSV or TSV, with or without a header, `;` with decimal commas, columns parted by spaces, or
 * a pasted matrix in brackets; a column headed group or groups is no number, but names groups. `nan` and `inf` are numbers, which the report then finds.
 *
 * @throws RangeError on bytes that are no UTF-8, no rows, a row of another length, or a cell that is no
 * number, with its line and column from 1
 */
export function readText(bytes: Uint8Array, name: string): GradientFile {
  let text: string;
  try {
    text = new TextDecoder("utf-8", {fatal: true}).decode(bytes);
  } catch {
    throw new RangeError(
      `${name} must be an npy, npz or safetensors file, or a table in UTF-8; its first bytes are none of these`
    );
  }
  if (text.includes("\0"))
    throw new RangeError(
      `${name} must be an npy, npz or safetensors file, or a table in text; it holds bytes 0`
    );
  const plain = /^\s*(?:array|tensor)?\(?\[/.test(text)
    ? text
        .replace(/(?:array|tensor)\(|\)/g, "")
        .replace(/\]\s*,?\s*/g, "\n")
        .replace(/[[]/g, "")
    : text;
  const lines = plain
    .split(/\r?\n/)
    .map((line, at) => ({line, at: at + 1}))
    .filter(({line}) => isRow(line));
  const parser = new TextParser(
    lines.map(({line}) => line),
    name
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

/** Whether a line of a table is a row, and not blank or a comment. */
export const isRow = (line: string): boolean => !/^\s*(?:#|$)/.test(line);

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

  /** @throws RangeError on no rows of numbers, and on a header of another length */
  constructor(
    lines: readonly string[],
    private readonly name: string
  ) {
    this.split = splitter(lines);
    const first = lines.slice(0, 2).map(line => this.split(line.trim()));
    this.hasHeader = first[0]?.some(cell => numberFrom(cell) === undefined) ?? false;
    const header = this.hasHeader ? first.shift() : undefined;
    this.width = first[0]?.length ?? 0;
    this.groupAt = header?.findIndex(cell => /^groups?$/i.test(cell)) ?? -1;
    this.columns = this.groupAt < 0 ? this.width : this.width - 1;
    if (!(this.columns > 0))
      throw new RangeError(`${name} must have at least one row of numbers; got none`);
    this.names = header?.filter((_, k) => k !== this.groupAt);
    if (header && header.length !== this.width)
      throw new RangeError(
        `${name} must have ${this.width} columns in every row; its header has ${header.length}`
      );
  }

  /**
   * Writes the numbers of a line, which is number `at` of the file, to `to`, and returns its group's name.
   *
   * @throws RangeError on a row of another length, or a cell that is no number, with its line and column from 1
   */
  parse(line: string, at: number, to: Float64Array): string | undefined {
    const {name, width, groupAt} = this;
    const cells = this.split(line.trim());
    if (cells.length !== width)
      throw new RangeError(
        `${name} must have ${width} columns in every row; got ${cells.length} in line ${at}`
      );
    let next = 0;
    for (let j = 0; j < width; j++) {
      if (j === groupAt) continue;
      const cell = cells[j];
      const value = numberFrom(cell);
      if (value === undefined)
        throw new RangeError(
          `${name} must have numbers alone; got ${cell ? JSON.stringify(cell.slice(0, 40)) : "nothing"} in line ${at}, column ${j + 1}`
        );
      to[next++] = value;
    }
    return cells[groupAt];
  }
}

/** What parts the cells of these lines; with `;`, commas are decimal. */
function splitter(lines: readonly string[]): (line: string) => string[] {
  const all = (mark: string) => lines.length > 0 && lines.some(line => line.includes(mark));
  const unquoted = (cell: string) => cell.trim().replace(/^"(.*)"$/, "$1");
  if (all("\t")) return line => line.split("\t").map(unquoted);
  if (all(";")) return line => line.split(";").map(cell => unquoted(cell).replace(",", "."));
  if (all(",")) return line => line.replace(/,$/, "").split(",").map(unquoted);
  return line => line.split(/\s+/).map(unquoted);
}

function numberFrom(cell: string): number | undefined {
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/.test(cell))
    return Number(cell.replace(/[dD]/, "e"));
  if (/^[+-]?nan$/i.test(cell)) return Number.NaN;
  if (/^\+?inf(?:inity)?$/i.test(cell)) return Infinity;
  return /^-inf(?:inity)?$/i.test(cell) ? -Infinity : undefined;
}
