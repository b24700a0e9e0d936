import {readdirSync, readFileSync} from "node:fs";
import {basename, join} from "node:path";
import {expect, it} from "vitest";
import {root} from "../../tools/root.js";

const filesIn = (folder: string, ending: string): string[] =>
  readdirSync(join(root, folder), {recursive: true, encoding: "utf8"})
    .filter(file => file.endsWith(ending))
    .map(file => join(root, folder, file));

/** Builders that others are made with, and what they are seen in. */
const machinery = ["sweepExperiment", "tableExperiment"];

/** Whether a file imports the builder itself, by value: neither a type alone, nor in a text that it writes. */
const imports = (text: string, name: string): boolean =>
  new RegExp(
    String.raw`^import \{(?:[^}]*,)?\s*${name}\b[^}]*\} from "[^"]*/${name}\.js";$`,
    "m"
  ).test(text);

it("every builder is named by a test of its own content, not by its hash alone", () => {
  const tests = filesIn("test", ".test.ts").map(file => readFileSync(file, "utf8"));
  const builders = filesIn("lib/experiments", "Experiment.ts")
    .map(file => basename(file, ".ts"))
    .filter(name => !machinery.includes(name));
  expect(builders.length).toBeGreaterThan(30);
  expect(builders.filter(name => !tests.some(text => imports(text, name)))).toEqual([]);
});

it("a type, a loader's text or another builder of the file is no test of a builder", () => {
  const from = `from "../lib/experiments/planeExperiment.js";`;
  for (const line of [
    `import {planeExperiment} ${from}`,
    `import {type PlaneSpec, planeExperiment} ${from}`,
    `import {\n  planeExperiment,\n  type PlaneSpec\n} ${from}`
  ])
    expect.soft({line, counts: imports(line, "planeExperiment")}).toEqual({line, counts: true});
  for (const line of [
    `import type {PlaneSpec} ${from}`,
    `import type {planeExperiment} ${from}`,
    `import {type planeExperiment} ${from}`,
    `import {type PlaneSpec} ${from}`,
    `import {planeOf} ${from}`,
    `  import {planeExperiment} ${from}`,
    `import {planeExperiment} from "./types.js";`
  ])
    expect.soft({line, counts: imports(line, "planeExperiment")}).toEqual({line, counts: false});
});
