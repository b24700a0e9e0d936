import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {afterAll, beforeAll, expect, it} from "vitest";
import {checkPublished} from "../../../tools/site/checkPublished.js";
import {encode} from "../../../tools/sweeps/arrow.js";
import type {Sidecar} from "../../../tools/sweeps/store.js";

let dist: string;
beforeAll(() => {
  dist = mkdtempSync(join(tmpdir(), "published-"));
  mkdirSync(join(dist, "_file/data"), {recursive: true});
});
afterAll(() => rmSync(dist, {recursive: true}));

const columns = {noise: ["a", "b", "a"], risk: Float64Array.of(1, 2, 3), T: Int32Array.of(1, 2, 3)};
const metadata = {experiment: "x", closure: "c"};

function complaints(published: Parameters<typeof encode>, sha256: string): string[] {
  writeFileSync(join(dist, "_file/data/x.arrow"), encode(...published).bytes);
  return checkPublished(dist, new Map([["x", {closure: "c", sha256} as Sidecar]]));
}

it("takes the records that were computed, whatever is expected of them", () => {
  const {sha256} = encode(columns, metadata);
  expect(complaints([columns, metadata], sha256)).toEqual([]);
  const expected = {expectedRisk: Float64Array.of(1, 2, 2.9)};
  expect(complaints([columns, metadata, expected], sha256)).toEqual([]);
});

it("refuses one number altered, under expected columns as well", () => {
  const {sha256} = encode(columns, metadata);
  const altered = {...columns, risk: Float64Array.of(1, 2, 3.0000001)};
  const expected = {expectedRisk: Float64Array.of(1, 2, 2.9)};
  const complaint = "x.arrow: its records are not those that x yielded: npm run data -- x --force";
  expect(complaints([altered, metadata], sha256)).toEqual([complaint]);
  expect(complaints([altered, metadata, expected], sha256)).toEqual([complaint]);
});

it("refuses another experiment's records under a file's name", () => {
  const {sha256} = encode(columns, {...metadata, experiment: "y"});
  expect(complaints([columns, {...metadata, experiment: "y"}], sha256)).toEqual([
    "x.arrow: it holds the records of y"
  ]);
});
