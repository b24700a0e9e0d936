import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {readGradients} from "../../lib/workbench/index.js";
import {root} from "../../tools/root.js";

interface Fixtures {
  files: {name: string; bytes: string; rows: number; data: number[]}[];
  broken: {name: string; bytes: string; message: string}[];
}

const {files, broken} = JSON.parse(
  readFileSync(`${root}/test/workbench/fixtures/files.json`, "utf8")
) as Fixtures;
const decoded = (text: string) => Uint8Array.from(Buffer.from(text, "base64"));
const encoded = (text: string) => new TextEncoder().encode(text);

describe("files that NumPy wrote have its numbers", () => {
  test.each(files)("$name", async ({name, bytes, rows, data}) => {
    const table = await readGradients(decoded(bytes), {name});
    expect([table.rows, table.columns]).toEqual([rows, data.length / rows]);
    expect(Array.from(table.data)).toEqual(data);
  });

  test("arrays are blocks by their names", async () => {
    const {bytes} = files.find(({name}) => name === "npz deflated")!;
    const {blocks, format} = await readGradients(decoded(bytes));
    expect(blocks).toEqual([
      {name: "w", from: 0, to: 2},
      {name: "b", from: 2, to: 3}
    ]);
    expect(format).toBe("npz");
  });
});

test("fields of a structured npy that are arrays become as many columns", async () => {
  const entry =
    "{'descr': [('w', '<f4', (2,)), ('b', '>f8'), ('k', '<i2', (1, 1))], 'fortran_order': False, 'shape': (2,), }";
  const header = `${entry.padEnd(117)}\n`;
  const bytes = new Uint8Array(10 + header.length + 2 * 18);
  bytes.set([0x93, ...encoded("NUMPY"), 1, 0, header.length, 0, ...encoded(header)]);
  const view = new DataView(bytes.buffer, 10 + header.length);
  for (const row of [0, 1]) {
    view.setFloat32(18 * row, 1 + row, true);
    view.setFloat32(18 * row + 4, 2.5, true);
    view.setFloat64(18 * row + 8, -3, false);
    view.setInt16(18 * row + 16, 40, true);
  }
  const {rows, columns, data} = await readGradients(bytes);
  expect([rows, columns]).toEqual([2, 4]);
  expect(Array.from(data)).toEqual([1, 2.5, -3, 40, 2, 2.5, -3, 40]);
});

test.each([
  ["CSV", "1,2\n3,4.5\n"],
  ["a header, quotes and Windows' lines", '"a","b"\r\n1,2\r\n3,4.5\r\n'],
  ["tabs", "a\tb\n1\t2\n3\t4.5"],
  ["semicolons and decimal commas", "1;2\n3;4,5"],
  ["spaces and exponents", "1E0   2e+0\n 3 0.45E1"],
  ["a list of lists", "[[1, 2], [3, 4.5]]"],
  ["NumPy's own print", "array([[1. , 2. ],\n       [3. , 4.5]])"],
  ["NumPy's print without commas", "[[1.  2. ]\n [3.  4.5]]"]
])("text: %s", async (_, text) => {
  const table = await readGradients(encoded(text));
  expect([table.rows, table.columns, ...table.data]).toEqual([2, 2, 1, 2, 3, 4.5]);
});

test("nan and inf are kept for the report to find", async () => {
  const {data} = await readGradients(encoded("1,nan\n-inf,2"));
  expect(Array.from(data)).toEqual([1, Number.NaN, -Infinity, 2]);
});

describe("a broken file is refused by name and place", () => {
  test.each(broken)("$name", async ({bytes, message}) => {
    const reading = readGradients(decoded(bytes), {name: "my file"});
    await expect(reading).rejects.toThrow(RangeError);
    await expect(reading).rejects.toThrow(/my file/);
    await expect(reading).rejects.toThrow(message);
  });

  test.each([
    ["a word", "1,2\n3,x", '"x" in line 2, column 2'],
    ["an empty cell", "1,2\n,4", "nothing in line 2, column 1"],
    ["a short row", "1,2\n3", "got 1 in line 2"],
    ["a header alone", "a,b", "at least one row"],
    ["nothing", "", "must not be empty"],
    ["Parquet", "PAR1....", "Parquet"],
    ["Arrow", "ARROW1..", "Arrow"]
  ])("text: %s", async (_, text, message) => {
    await expect(readGradients(encoded(text), {name: "my file"})).rejects.toThrow(message);
  });

  test("bytes of no format", async () => {
    const bytes = Uint8Array.from([0x81, 2, 0xff, 0xfe, 0, 1]);
    await expect(readGradients(bytes)).rejects.toThrow("first bytes are none of these");
  });

  test("one flipped bit in an archive", async () => {
    const bytes = decoded(files.find(({name}) => name === "npz stored")!.bytes);
    bytes[200] ^= 1;
    await expect(readGradients(bytes, {name: "my file"})).rejects.toThrow("checksum");
  });
});
