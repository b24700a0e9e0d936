import {copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test, vi} from "vitest";
import {dropParts, readParts, storePart} from "../../../tools/sweeps/parts.js";
import {storedPath} from "../../../tools/sweeps/store.js";

const closure = "c".repeat(64);
const results = [{values: Float64Array.of(1, -0, Number.NaN)}, [2, Infinity], undefined, 3];
const file = (index: number) => join(storedPath("tally", closure, "parts"), String(index));

beforeEach(() => {
  process.env.NOISEFLOOR_STORE = mkdtempSync(join(tmpdir(), "parts-"));
  for (const [index, result] of results.entries()) storePart("tally", closure, index, result);
});
afterEach(() => {
  rmSync(process.env.NOISEFLOOR_STORE ?? "", {recursive: true, force: true});
  delete process.env.NOISEFLOOR_STORE;
  vi.restoreAllMocks();
});

/** What is read of the parts, and what is said meanwhile. */
function read() {
  const said = vi.spyOn(console, "error").mockImplementation(() => undefined);
  const parts = readParts("tally", closure, [0, 1, 2, 3]);
  return {parts, said: said.mock.calls.map(([line]) => line)};
}

test("parts come back as they were", () => {
  const {parts, said} = read();
  expect([...parts].sort(([a], [b]) => a - b).map(([, part]) => part)).toStrictEqual(results);
  expect(said).toEqual([]);
  dropParts("tally", closure);
  expect(read().parts.size).toBe(0);
});

const damaged: [string, (path: string) => void][] = [
  ["one flipped bit of the result", path => flip(path, -8)],
  ["one flipped bit of the head", path => flip(path, 20)],
  ["a part that is cut short", path => writeFileSync(path, readFileSync(path).subarray(0, -6))],
  ["an empty part", path => writeFileSync(path, "")],
  ["another job's part", path => copyFileSync(file(0), path)]
];

test.each(damaged)("%s is dropped by name, and the others are kept", (_, damage) => {
  damage(file(1));
  const {parts, said} = read();
  expect([...parts.keys()].sort()).toEqual([0, 2, 3]);
  expect(said).toEqual(["tally: part 1 of a run is damaged; its job runs again"]);
  expect(readParts("tally", closure, [0, 1, 2, 3]).size).toBe(3);
});

test("another run's part is dropped", () => {
  storePart("tally", "d".repeat(64), 1, "other");
  copyFileSync(join(storedPath("tally", "d".repeat(64), "parts"), "1"), file(1));
  expect([...read().parts.keys()].sort()).toEqual([0, 2, 3]);
});

function flip(path: string, at: number): void {
  const bytes = readFileSync(path);
  bytes[at < 0 ? bytes.length + at : at] ^= 1;
  writeFileSync(path, bytes);
}
