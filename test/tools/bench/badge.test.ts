import {readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, test} from "vitest";
import {edited} from "../../../tools/bench/badge.js";
import {root} from "../../../tools/root.js";

test("the line that is edited to time a badge stands once in its file", () => {
  const source = readFileSync(join(root, edited.file), "utf8");
  expect(source.split(edited.before)).toHaveLength(2);
});
