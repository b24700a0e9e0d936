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

it("every builder says what it expects, or is named by a test of its own content", () => {
  const tests = filesIn("test", ".test.ts").map(file => readFileSync(file, "utf8"));
  const loaders = filesIn("data", ".arrow.ts").map(file => readFileSync(file, "utf8"));
  const builders = filesIn("lib/experiments", "Experiment.ts").filter(
    file => !machinery.includes(basename(file, ".ts"))
  );
  expect(builders.length).toBeGreaterThan(30);
  for (const file of builders) {
    const name = basename(file, ".ts");
    const expects = /^ {4}expected: /m.test(readFileSync(file, "utf8"));
    // An expectation is held against what a loader's run measures, by test/data/expectations.test.ts.
    const runs = loaders.some(text => text.includes(`/${name}.js"`));
    const tested = tests.some(text => text.includes(`/${name}.js"`));
    expect.soft({name, covered: (expects && runs) || tested}).toEqual({name, covered: true});
  }
});
