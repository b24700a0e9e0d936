import {closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {rowsProduct} from "../../../lib/linalg/rowsProduct.js";
import type {MakeRow, Piece, Rows} from "../../../lib/workbench/rows.js";

/** How many numbers are in memory at a time of the rows that are read one by one, and of a piece. */
export interface Room {
  readonly page: number;
  readonly piece: number;
}

const usual: Room = {page: 2 ** 20, piece: 2 ** 23};

/** How many columns are fetched in one pass. */
const atOnce = 8;

/** How many rows are multiplied by a matrix at a time. */
const multipliedAtOnce = 256;

/** A nameless file of numbers, n rows of `width` float64 or float32, which ends with the process. */
class RowFile {
  private readonly file: number;
  private readonly size: number;
  n = 0;

  /** @throws where the folder for temporary files can not be written */
  constructor(
    readonly width: number,
    readonly single: boolean,
    readonly room: Room
  ) {
    const folder = mkdtempSync(join(tmpdir(), "noisefloor-rows-"));
    this.file = openSync(join(folder, "rows"), "w+");
    rmSync(folder, {recursive: true});
    this.size = single ? 4 : 8;
  }

  /**
   * Adds whole rows.
   *
   * @throws where there is no room, saying how much is wanted and where
   */
  append(data: Float64Array): void {
    const numbers = this.single ? Float32Array.from(data) : data;
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const from = this.n * this.width * this.size;
    try {
      for (let done = 0; done < bytes.length; )
        done += writeSync(this.file, bytes, done, bytes.length - done, from + done);
    } catch (error) {
      closeSync(this.file);
      throw new Error(
        `${tmpdir()} has no room for the rows of this file, which take some gigabytes while they are read; TMPDIR names another folder (${(error as Error).message})`
      );
    }
    this.n += data.length / this.width;
  }

  /** Reads rows from `from` on into `data`. */
  read(from: number, data: Float64Array): void {
    const numbers = this.single ? new Float32Array(data.length) : data;
    const bytes = new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.byteLength);
    const at = from * this.width * this.size;
    for (let done = 0; done < bytes.length; ) {
      const got = readSync(this.file, bytes, done, bytes.length - done, at + done);
      if (got === 0) throw new Error("a file of rows has become shorter while it was read");
      done += got;
    }
    if (this.single) data.set(numbers);
  }

  rows(): Rows {
    const {n, width, room} = this;
    return rowsFrom({n, width, room}, (from, data) => this.read(from, data));
  }
}

/** Takes rows in pieces, then gives them back as `Rows` that are read from a file. */
export interface RowSink {
  append(data: Float64Array): void;
  rows(): Rows;
}

/** A sink of rows of `width` numbers, `single` where float32 holds them all. */
export const rowSink = (width: number, single: boolean, room = usual): RowSink =>
  new RowFile(width, single, room);

interface Shape {
  readonly n: number;
  readonly width: number;
  readonly room: Room;
}

/** Rows which `fill` writes into a list of whole rows, from the row of that number on. */
function rowsFrom({n, width, room}: Shape, fill: (from: number, data: Float64Array) => void): Rows {
  const inPage = Math.max(1, Math.floor(room.page / width));
  let page = new Float64Array(0);
  let [first, after] = [0, 0];
  const row = (i: number) => {
    if (i < first || i >= after) {
      first = i - (i % inPage);
      after = Math.min(n, first + inPage);
      if (page.length !== (after - first) * width) page = new Float64Array((after - first) * width);
      fill(first, page);
    }
    return page.subarray((i - first) * width, (i - first + 1) * width);
  };
  function* pieces(): Generator<Piece> {
    const most = Math.max(1, Math.floor(room.piece / width));
    const data = new Float64Array(Math.min(n, most) * width);
    for (let from = 0; from < n; from += most) {
      const count = Math.min(most, n - from);
      const part = data.subarray(0, count * width);
      fill(from, part);
      yield {from, count, data: part};
    }
  }
  const columns = new Map<number, Float64Array>();
  return {
    n,
    width,
    row,
    pieces,
    column(j) {
      const known = columns.get(j);
      if (known) return known;
      columns.clear();
      // Who asks for a column asks for its neighbours next, to either side.
      const from = Math.max(0, Math.min(width - atOnce, j < width / 2 ? j : j - atOnce + 1));
      for (let c = from; c < Math.min(width, from + atOnce); c++)
        columns.set(c, new Float64Array(n));
      for (let i = 0; i < n; i++) {
        const x = row(i);
        for (const [c, column] of columns) column[i] = x[c];
      }
      return columns.get(j) as Float64Array;
    },
    map: (wide, make) => madeFrom(row, {n, width: wide, room}, make),
    times: (matrix, wide) => multiplied({row, width}, {n, width: wide, room}, matrix),
    kept() {
      const file = new RowFile(width, false, room);
      for (const {data} of pieces()) file.append(data);
      return file.rows();
    }
  };
}

/** Rows that are made from others whenever they are read. */
const madeFrom = (row: Rows["row"], shape: Shape, make: MakeRow): Rows =>
  rowsFrom(shape, (from, data) => {
    const {width} = shape;
    data.fill(0);
    for (let k = 0; k * width < data.length; k++)
      make(row(from + k), data.subarray(k * width, (k + 1) * width), from + k);
  });

/** Rows that are others times a matrix whenever they are read, some of them at a time. */
function multiplied(
  {row, width}: Pick<Rows, "row" | "width">,
  shape: Shape,
  matrix: Float64Array
): Rows {
  const {width: wide} = shape;
  const block = new Float64Array(multipliedAtOnce * width);
  return rowsFrom(shape, (from, data) => {
    const count = data.length / wide;
    for (let first = 0; first < count; first += multipliedAtOnce) {
      const some = Math.min(multipliedAtOnce, count - first);
      for (let k = 0; k < some; k++) block.set(row(from + first + k), k * width);
      data.set(rowsProduct(block, some, width, matrix, wide), first * wide);
    }
  });
}
