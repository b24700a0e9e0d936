import {readFileSync} from "node:fs";
import {describe, expect, test} from "vitest";
import {noiseReport, readGradients} from "../../lib/workbench/index.js";
import {root} from "../../tools/root.js";

const {files, rows} = JSON.parse(
  readFileSync(`${root}/test/workbench/fixtures/columns.json`, "utf8")
) as {files: Record<string, string>; rows: number[][]};
const fileOf = (name: string) => new Uint8Array(Buffer.from(files[name], "base64"));

/** The same bytes, but for sixteen of them. */
function overwritten(bytes: Uint8Array, at: number): Uint8Array {
  const copy = bytes.slice();
  copy.fill(0xff, at, at + 16);
  return copy;
}

describe.each(["plain with checksums", "dictionary, Snappy, checksums"])("Parquet, %s", name => {
  const bytes = fileOf(name);

  test("is read where it is sound", async () => {
    const {data} = await readGradients(bytes);
    expect(Array.from(data)).toEqual(rows.flat());
  });

  test("is damaged where a page was overwritten, and says which column's", async () => {
    // The footer begins behind the pages; their headers are about as long as what is overwritten.
    const footer = bytes.length - 8 - new DataView(bytes.buffer).getUint32(bytes.length - 8, true);
    let told = 0;
    for (let at = 4; at + 16 < footer; at++) {
      const reading = readGradients(overwritten(bytes, at), {name: "my file"});
      const {message} = await reading.then(
        () => new Error("it was read"),
        (error: Error) => error
      );
      if (/does not have the checksum/.test(message)) {
        told++;
        expect(message).toMatch(/^my file is damaged: a page of [ab] at byte \d+ does not have/);
      }
    }
    expect(told).toBeGreaterThan((footer - 4) / 3);
  });
});

test("without checksums, numbers that are not finite are said to be perhaps damage", async () => {
  const bytes = fileOf("plain without checksums");
  const table = await readGradients(overwritten(bytes, 70));
  const {findings} = noiseReport(table, {rows: "per-sample", population: "sample"});
  expect(findings.map(({code}) => code)).toEqual(["not-finite"]);
  expect(findings[0].message).toMatch(
    /if nothing is wrong there, the file is damaged: copy it again/
  );
});
