import {mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {afterEach, beforeEach, expect, test} from "vitest";
import {leanD3, namesFrom, wholeD3} from "../../../tools/site/leanD3.js";
import {licencesOf} from "../../../tools/site/licences.js";

let scratch = "";
beforeEach(() => {
  scratch = mkdtempSync(join(tmpdir(), "lean-d3-"));
});
afterEach(() => rmSync(scratch, {recursive: true}));
const written = (text: string) => {
  const file = join(scratch, "page.ts");
  writeFileSync(file, text);
  return [file];
};

test("the lean copy exports what Plot and the pages import, computes as d3 does, and leaves the rest out", async () => {
  written('import {type ContourMultiPolygon, contours, forceCenter as pull} from "d3";');
  await leanD3(scratch, scratch);
  const [folder = ""] = readdirSync(join(scratch, "_node"));
  const file = join(scratch, "_node", folder, "index.js");
  const copied = join(scratch, "copy.mjs");
  writeFileSync(copied, readFileSync(file));
  const lean = await import(pathToFileURL(copied).href);
  const whole = await import("d3");
  expect(lean.quantile([3, 1, 2, 10], 0.25)).toBe(whole.quantile([3, 1, 2, 10], 0.25));
  expect(lean.forceCenter(1, 2).x()).toBe(1);
  expect(lean).not.toHaveProperty("zoom");
  expect(lean).not.toHaveProperty("ContourMultiPolygon");

  const licences = licencesOf(scratch);
  for (const name of [/^d3 7/m, /^d3-array 3/m, /^d3-force 3/m]) expect(licences).toMatch(name);
  expect(licences).not.toMatch(/^d3-zoom /m);

  wholeD3(scratch);
  expect(readdirSync(join(scratch, "_node"))).toEqual([]);
});

test("names are found over several lines and under other names; types are none", () => {
  expect(
    namesFrom(
      written(`import type {Delaunay} from "d3";
import {
  max,
  min as least
} from "d3";
import {x} from "elsewhere";
export {sum} from 'd3';`)
    )
  ).toEqual(["max", "min", "sum"]);
});

test.each([
  ['import * as d3 from "d3";', "page.ts imports d3 as a whole; import what it uses by name"],
  ['const d3 = await import("d3");', "page.ts imports d3 when it runs; import what it uses by name"]
])("a module that says %s is named", (text, message) =>
  expect(() => namesFrom(written(text))).toThrow(message)
);
