import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, describe, expect, test} from "vitest";
import {readGradients} from "../../lib/workbench/readGradients.js";
import {openLarge} from "../../tools/noise/large/openLarge.js";
import {root} from "../../tools/root.js";

const {files, rows} = JSON.parse(
  readFileSync(`${root}/test/workbench/fixtures/columns.json`, "utf8")
) as {files: Record<string, string>; rows: number[][]};
const fileOf = (name: string) => new Uint8Array(Buffer.from(files[name], "base64"));
const folder = mkdtempSync(join(tmpdir(), "codecs-"));
afterAll(() => rmSync(folder, {recursive: true}));

const packed = [
  ...["Zstandard", "gzip", "Brotli", "LZ4"],
  ...["Feather with LZ4", "Feather with Zstandard"]
];

test.each(packed)("%s is unpacked, at once and in pieces", async name => {
  const bytes = fileOf(name);
  const {data, columns} = await readGradients(bytes);
  expect([columns, Array.from(data)]).toEqual([2, rows.flat()]);
  const path = join(folder, name);
  writeFileSync(path, bytes);
  const opened = await openLarge(path, 1);
  expect(rows.map((_, i) => Array.from(opened?.numbers.row(i) ?? []))).toEqual(rows);
});

test("LZ4 of several blocks, of which later ones refer to earlier ones", async () => {
  const {data} = await readGradients(fileOf("Feather with LZ4, several blocks"));
  expect(Array.from(data)).toEqual(Array.from({length: 20_000}, (_, i) => ((i * 7) % 50) / 8));
});

test("rows that a compressed batch does not have are refused, at once and in pieces", async () => {
  const bytes = fileOf("Feather with LZ4");
  // The third byte of the number of rows of its batch.
  bytes[258] = 0xff;
  const damaged = /damaged: it says 16711\d{3} rows, and has \d+$/;
  await expect(readGradients(bytes, {name: "my file"})).rejects.toThrow(damaged);
  const path = join(folder, "rows");
  writeFileSync(path, bytes);
  const reading = openLarge(path, 1).then(opened => opened?.numbers.row(0));
  await expect(reading).rejects.toThrow(damaged);
});

describe.each(["Zstandard", "LZ4", "Feather with LZ4", "Feather with Zstandard"])("%s", name => {
  test("that is damaged anywhere is read, or refused in one line", async () => {
    const bytes = fileOf(name);
    for (let at = 0; at < bytes.length; at += 3)
      for (const value of [0, 0xff]) {
        const damaged = bytes.slice();
        damaged[at] = value;
        const message = await readGradients(damaged, {name: "my file"}).then(
          () => "my file",
          (error: Error) => error.message
        );
        expect(message).toContain("my file");
        expect(message).not.toContain("\n");
      }
  });
});
