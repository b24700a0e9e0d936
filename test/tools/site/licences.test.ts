import {mkdirSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterEach, expect, test} from "vitest";
import {licencesOf} from "../../../tools/site/licences.js";
import {notFoundPage} from "../../../tools/site/notFound.js";

let dist = "";
const site = (...packages: string[]) => {
  dist = mkdtempSync(join(tmpdir(), "licences-"));
  for (const name of packages) mkdirSync(join(dist, "_node", name), {recursive: true});
  return dist;
};
afterEach(() => rmSync(dist, {recursive: true}));

test("what a site ships is named with its licence: packages, fonts, and the project itself", () => {
  const text = licencesOf(site("ml-matrix@6.15.1", "@duckdb/duckdb-wasm@1.32.0"));
  for (const title of [
    /^noisefloor$/m,
    /^ml-matrix 6\.15\.1, MIT$/m,
    /^@duckdb\/duckdb-wasm 1\.32\.0, MIT$/m,
    /^katex [\d.]+, MIT$/m,
    /^@fontsource-variable\/inter [\d.]+, OFL-1\.1$/m
  ])
    expect(text).toMatch(title);
  expect(text).toContain("Permission is hereby granted");
  expect(text).toContain("SIL OPEN FONT LICENSE");
});

test("a package that is not installed in its version is refused by name", () =>
  expect(() => licencesOf(site("ml-matrix@0.0.1"))).toThrow("ml-matrix@0.0.1 is published"));

test("the page for addresses that lead nowhere names no file of the site", () => {
  site();
  expect(notFoundPage()).toContain('<a href="/">');
  expect(notFoundPage()).not.toMatch(/\ssrc=|<link/);
});
