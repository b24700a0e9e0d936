import {Matrix} from "ml-matrix";
import {describe, expect, it} from "vitest";
import * as noisefloor from "../lib/index.js";
import {exampleBody} from "../src/components/example/exampleBody.js";
import {shownValue} from "../src/components/example/shownValue.js";
import {docstringOf, publicFunctions} from "../tools/api/publicNames.js";
import {answerOf, differences} from "./statedAnswer.js";

const names: Record<string, unknown> = {...noisefloor, Matrix};
const AsyncFunction = (async () => {}).constructor as new (
  ...text: string[]
) => (...values: unknown[]) => Promise<void>;

/** What the last statement of some code gives, as the page of a function runs it. */
async function resultOf(code: string): Promise<unknown> {
  let reported: unknown;
  const run = new AsyncFunction(...Object.keys(names), "report", exampleBody(code));
  await run(...Object.values(names), (value: unknown) => {
    reported = value;
  });
  return reported;
}

const examples = publicFunctions().flatMap(found =>
  docstringOf(found).examples.map(code => ({name: found.name, code}))
);

describe("every example of a public function gives what it says", () => {
  it.each(examples)("$name: $code", async ({code}) => {
    const [, comment] = /\/\/ (.*)$/.exec(code) ?? [];
    const value = await resultOf(code);
    const isNamed = /^const /.test(code.split("\n").findLast(line => /^\w/.test(line)) ?? "");
    const [first] = isNamed ? Object.values(value as object) : [value];
    expect(differences(first, answerOf(comment ?? ""))).toEqual([]);
    expect(shownValue(value)).not.toMatch(/undefined|NaN|object/);
  });

  it("is a test that can fail", async () => {
    const wrong = differences(await resultOf("spectrum([[2, 1], [1, 2]]); // [1, 4]"), [
      {number: 1, within: 1e-8},
      {number: 4, within: 1e-8}
    ]);
    expect(wrong).toEqual([expect.stringMatching(/^value\[1\] is [23]/)]);
    expect(() => answerOf("the five largest")).toThrow("no value");
    expect(answerOf("−0.7654: a half")).toEqual({number: -0.7654, within: 0.5001e-4});
    expect(answerOf("X = [[1/4], [2]], residual")).toEqual([
      [{number: 0.25, within: 1e-8}],
      [{number: 2, within: 2e-8}]
    ]);
  });
});

describe("the body of an example's module", () => {
  it.each([
    ["f(1); // 2", "report(f(1) // 2\n);"],
    ["const a = 1;\nf(a,\n  2\n); // 3; 4", "const a = 1;\nreport(f(a,\n  2\n) // 3; 4\n);"],
    ["const {a, b: c} = f(1);\n// 2", "const {a, b: c} = f(1);\n// 2\nreport({a, c});"],
    ["for (;;) f(1);", "for (;;) f(1);\nreport();"],
    ["", "report(\n);"]
  ])("of %j", (code, body) => expect(exampleBody(code)).toBe(body));
});
