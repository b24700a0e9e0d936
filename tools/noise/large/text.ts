import {createReadStream} from "node:fs";
import {noRows, noTable, zeroInText} from "../../../lib/workbench/read/otherFormats.js";
import {isRow, lineEnds, opensBracket, TextParser} from "../../../lib/workbench/read/text.js";
import type {Batch, Source} from "./source.js";

/** How many lines show how a table is parted, and how many a batch has at most. */
const [shown, most] = [1000, 4096];

interface Line {
  readonly line: string;
  /** From 1. */
  readonly at: number;
}

/** What is wrong with a piece that is no text: of the whole file where it is the first one. */
const faultOf = (piece: Uint8Array, path: string, at: number): string =>
  at === 0
    ? noTable(piece, path)
    : `${path} must be a table in UTF-8; it is something else after line ${at}: save it again`;

/** The rows of a file of text, with the numbers of their lines. Throws RangeError on bytes that are no UTF-8. */
async function* rowsOfText(path: string): AsyncGenerator<Line> {
  const decoder = new TextDecoder("utf-8", {fatal: true});
  let rest = "";
  let at = 0;
  for await (const piece of createReadStream(path, {highWaterMark: 2 ** 18})) {
    let text: string;
    try {
      text = rest + decoder.decode(piece, {stream: true});
    } catch {
      throw new RangeError(faultOf(piece, path, at));
    }
    if (text.includes("\0"))
      throw new RangeError(zeroInText(piece, text, {name: path, from: at + 1}));
    const lines = text.split(lineEnds);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      at++;
      if (isRow(line)) yield {line, at};
    }
  }
  if (isRow(rest)) yield {line: rest, at: at + 1};
}

/**
 * A table in CSV or TSV, which its first thousand lines show how to part.
 *
 * @throws RangeError as `readText`, and on a matrix in brackets
 */
export async function textSource(path: string): Promise<Source> {
  const lines = rowsOfText(path);
  const first: Line[] = [];
  while (first.length < shown) {
    const {value, done} = await lines.next();
    if (done) break;
    first.push(value);
  }
  const none = noRows(first.map(({line}) => line).join("\n"), path);
  if (none) throw new RangeError(none);
  if (opensBracket(first[0]?.line ?? ""))
    throw new RangeError(
      `${path} is a matrix in brackets, and too large to be read as one; numpy.save("rows.npy", rows) writes a file that is read`
    );
  const parser = new TextParser(
    first.map(({line}) => line),
    path
  );
  const {columns, groupAt} = parser;
  async function* batches(): AsyncGenerator<Batch> {
    const data = new Float64Array(most * columns);
    let groups: string[] = [];
    let count = 0;
    const batch = (): Batch => {
      const full = {data: data.subarray(0, count * columns), ...(groupAt < 0 ? {} : {groups})};
      groups = [];
      count = 0;
      return full;
    };
    async function* all() {
      yield* parser.hasHeader ? first.slice(1) : first;
      yield* lines;
    }
    for await (const {line, at} of all()) {
      const to = data.subarray(count * columns, (count + 1) * columns);
      const group = parser.parse(line, at, to);
      if (group !== undefined) groups.push(group);
      if (++count === most) yield batch();
    }
    if (count) yield batch();
  }
  return {columns, blocks: [], format: "text", dtype: "decimal", single: false, batches: batches()};
}
