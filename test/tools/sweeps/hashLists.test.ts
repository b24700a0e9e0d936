import {mkdtempSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {compareHash, readHashes, recordHashes} from "../../../tools/sweeps/hashLists.js";

const [a, b, c] = ["a", "b", "c"].map(letter => letter.repeat(64));
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "hashes-"));
  file = join(folder, "hashes.json");
  writeFileSync(file, `{"plateau": "${a}", "angle": "${b}"}`);
});
afterEach(() => rmSync(folder, {recursive: true, force: true}));

describe("recordHashes", () => {
  const known = ["angle", "bayes", "plateau"];

  test("adds what is new, sorted, and says so", () => {
    const {lines, complete} = recordHashes(file, {bayes: c, angle: b}, {known, replace: false});
    expect([lines, complete]).toEqual([[`bayes: ${c}, new`], true]);
    expect(readFileSync(file, "utf8")).toBe(
      `{\n  "angle": "${b}",\n  "bayes": "${c}",\n  "plateau": "${a}"\n}\n`
    );
  });

  test("keeps another hash that is written down, and names it", () => {
    const {lines, complete} = recordHashes(file, {plateau: c}, {known, replace: false});
    const line = `plateau: ${c}, where ${a} is written down: kept; see --replace`;
    expect([lines, complete]).toEqual([[line], false]);
    expect(readHashes(file)).toEqual({angle: b, plateau: a});
  });

  test("replaces it where that is asked for, and no other", () => {
    const {lines, complete} = recordHashes(file, {plateau: c}, {known, replace: true});
    const line = `plateau: ${c}, where ${a} is written down: replaced`;
    expect([lines, complete]).toEqual([[line], true]);
    expect(readHashes(file)).toEqual({angle: b, plateau: c});
  });

  test("removes what there is no more where that is asked for", () => {
    const fewer = {known: ["plateau"], replace: false};
    expect(recordHashes(file, {}, fewer)).toEqual({
      lines: ["angle: written down, and not there any more: kept; see --replace"],
      complete: false
    });
    expect(recordHashes(file, {}, {...fewer, replace: true}).complete).toBe(true);
    expect(readHashes(file)).toEqual({plateau: a});
  });
});

test("a changed bit, and an experiment that is not published, are no published bits", () => {
  expect(compareHash(a, a)).toEqual({same: true, words: `the published bits  sha256 ${a}`});
  expect(compareHash(a, c)).toEqual({
    same: false,
    words: `OTHER BITS THAN PUBLISHED  sha256 ${c}  published ${a}`
  });
  expect(compareHash(undefined, c).same).toBe(false);
});
