import {mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {afterEach, beforeEach, describe, expect, test} from "vitest";
import {isFresh} from "../../../tools/pages/freshness.js";

let site: string;
const write = (file: string, seconds: number) => {
  mkdirSync(dirname(join(site, file)), {recursive: true});
  writeFileSync(join(site, file), "");
  utimesSync(join(site, file), seconds, seconds);
};

beforeEach(() => {
  site = mkdtempSync(join(tmpdir(), "fresh-"));
  for (const file of ["src/a.md", "src/style.css", "lib/a.ts", "CHANGELOG.md"]) write(file, 1);
  write("dist/a.html", 2);
});
afterEach(() => rmSync(site, {recursive: true}));

describe("a built page", () => {
  test("is fresh, whatever other pages are", () => {
    write("src/b.md", 3);
    expect(isFresh(site, "a.md")).toBe(true);
    expect(isFresh(site, "b.md")).toBe(false);
  });

  test.each(["src/a.md", "src/style.css", "lib/a.ts", "claims/new.ts", "CHANGELOG.md"])(
    "is not where %s is newer",
    file => {
      write(file, 3);
      expect(isFresh(site, "a.md")).toBe(false);
    }
  );
});
