import {mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {tableFromArrays, tableToIPC} from "apache-arrow";
import {afterAll, describe, expect, test} from "vitest";
import {checkArrowLayout} from "../../lib/workbench/read/arrowLayout.js";
import {readGradients} from "../../lib/workbench/readGradients.js";
import {openLarge} from "../../tools/noise/large/openLarge.js";

const folder = mkdtempSync(join(tmpdir(), "arrow-"));
afterAll(() => rmSync(folder, {recursive: true}));

const lists = [
  [1, 2],
  [3, 4],
  [5, 6]
];
const table = tableFromArrays({
  a: Float64Array.of(1, 2, 3),
  b: Float32Array.of(1, 2, 3),
  w: lists as never,
  group: ["x", "y", "x"]
});
const kinds = ["stream", "file"] as const;
const layout = (bytes: Uint8Array, isStream: boolean) => () =>
  checkArrowLayout(
    {size: bytes.length, read: (from, length) => bytes.subarray(from, from + length), isStream},
    "my file"
  );

describe.each(kinds)("an Arrow %s", kind => {
  const whole = tableToIPC(table, kind);

  test("that is whole has a layout that is let through", () => {
    expect(layout(whole, kind === "stream")).not.toThrow();
  });

  // Without the check, some of these run for minutes: what says how many rows or fields there are is a byte too.
  test.each([0x80, 0xff, 0x01])(
    "with any byte damaged by %i is read, or refused in one line",
    async flip => {
      for (let at = 8; at < whole.length; at++) {
        const bytes = whole.slice();
        bytes[at] ^= flip;
        const reading = readGradients(bytes, {name: "my file"});
        const fault = await reading.then(
          () => undefined,
          (error: Error) => error
        );
        if (!fault) continue;
        expect(fault, `byte ${at}`).toBeInstanceOf(RangeError);
        expect(fault.message, `byte ${at}`).toMatch(/my file[^\n]*$/);
      }
    }
  );

  test("whose first message is longer than it is refused by its place, whole and in pieces", async () => {
    const bytes = whole.slice();
    const from = kind === "stream" ? 0 : 8;
    new DataView(bytes.buffer, bytes.byteOffset).setInt32(from + 4, 2 ** 30, true);
    const damaged =
      /damaged: what its Arrow says of its lengths, near byte \d+, is more than its \d+ bytes/;
    if (kind === "stream") {
      await expect(readGradients(bytes, {name: "my file"})).rejects.toThrow(damaged);
      const path = join(folder, kind);
      writeFileSync(path, bytes);
      await expect(openLarge(path, 0)).rejects.toThrow(damaged);
    } else {
      // The footer's length stands ten bytes before the end.
      new DataView(bytes.buffer, bytes.byteOffset).setInt32(bytes.length - 10, 2 ** 30, true);
      await expect(readGradients(bytes, {name: "my file"})).rejects.toThrow(damaged);
      const path = join(folder, kind);
      writeFileSync(path, bytes);
      await expect(openLarge(path, 0)).rejects.toThrow(damaged);
    }
  });
});

test("a row count beyond what the batch holds is refused before it is believed", () => {
  const bytes = tableToIPC(tableFromArrays({a: Float64Array.of(1, 2, 3)}), "stream").slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  // Three rows stand in the batch and in its column: each place of 3n is tried.
  let refused = 0;
  for (let at = 8; at + 8 <= bytes.length; at += 4) {
    if (view.getInt32(at, true) !== 3 || view.getInt32(at + 4, true) !== 0) continue;
    view.setInt32(at, 2 ** 31 - 1, true);
    try {
      layout(bytes, true)();
    } catch {
      refused++;
    }
    view.setInt32(at, 3, true);
  }
  expect(refused).toBeGreaterThanOrEqual(2);
});
