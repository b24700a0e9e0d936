import {
  mkdirSync,
  mkdtempSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync
} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, beforeEach, expect, test} from "vitest";
import {type Watched, watchFolders} from "../../../tools/preview/watchFolders.js";

let folder: string;
let watched: Watched;
const heard: string[] = [];
const at = (path: string) => join(folder, path);
const hears = async (path: string) => {
  await expect.poll(() => heard).toContain(path);
  heard.length = 0;
};

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "noisefloor-watch-"));
  mkdirSync(at("deep/er"), {recursive: true});
  mkdirSync(at("shallow/er"), {recursive: true});
  writeFileSync(at("deep/er/a.ts"), "");
  heard.length = 0;
  const note = (path: string) => heard.push(path.slice(folder.length + 1));
  watched = watchFolders([at("deep"), at("none")], note, [at("shallow")]);
});
afterEach(() => {
  watched.close();
  rmSync(folder, {recursive: true});
});

test.each<[string, (path: string, text: string) => void]>([
  ["in place", writeFileSync],
  [
    "by renaming a new file over the old one",
    (path, text) => {
      writeFileSync(`${path}.tmp`, text);
      renameSync(`${path}.tmp`, path);
    }
  ],
  [
    "by moving the old one away first",
    (path, text) => {
      renameSync(path, `${path}~`);
      writeFileSync(path, text);
      unlinkSync(`${path}~`);
    }
  ]
])("a file saved %s is heard of every time", async (_, save) => {
  for (const text of ["once", "twice", "three times"]) {
    save(at("deep/er/a.ts"), text);
    await hears("deep/er/a.ts");
  }
});

test("so are files in new folders, and in folders that replace others", async () => {
  mkdirSync(at("deep/new"));
  await hears("deep/new");
  writeFileSync(at("deep/new/b.ts"), "");
  await hears("deep/new/b.ts");
  rmSync(at("deep/new"), {recursive: true});
  await hears("deep/new");
  mkdirSync(at("other"));
  renameSync(at("other"), at("deep/new"));
  await hears("deep/new");
  writeFileSync(at("deep/new/b.ts"), "");
  await hears("deep/new/b.ts");
});

test("of a shallow folder the files count, of a link nothing, and nothing that is an editor's", async () => {
  symlinkSync(at("shallow/er"), at("deep/link"));
  await hears("deep/link");
  writeFileSync(at("shallow/er/c.ts"), "");
  writeFileSync(at("deep/.d.ts.swp"), "");
  writeFileSync(at("deep/e.ts~"), "");
  writeFileSync(at("shallow/f.ts"), "");
  await expect.poll(() => heard).toContain("shallow/f.ts");
  expect(new Set(heard)).toEqual(new Set(["shallow/f.ts"]));
});
