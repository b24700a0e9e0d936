import {readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {expect, it} from "vitest";
import * as noisefloor from "../lib/index.js";

const files = (readdirSync("lib", {recursive: true}) as string[])
  .filter(file => file.endsWith(".ts") && !file.includes("assembly"))
  .map(file => join("lib", file));

/** The lines of each example in a file, without the comment's margin. */
const examplesIn = (file: string) =>
  [...readFileSync(file, "utf8").matchAll(/\/\*\*(?:(?!\*\/).)*@example(.*?)\*\//gs)].map(match =>
    match[1]
      .split("\n")
      .map(line => line.replace(/^\s*\*? ?/, "").trim())
      .filter(line => line !== "")
  );

const halves: Record<string, string> = {"½": "(1/2)", "¼": "(1/4)", "−": "-"};

/** What an example's comment says, to its last decimal or the tenth, where it begins with a number or a matrix of numbers. */
function answerIn(comment: string) {
  const text = comment.replace(/^X = /, "").replace(/[½¼−]/g, sign => halves[sign]);
  const number = String.raw`\[*-?(?:\(1/[24]\)|[\d.]+(?:e-?\d+)?(?:/\d+)?)\]*`;
  const found = text.match(new RegExp(`^${number}(?:, ${number})*(?=$|[,:;]| =)`))?.[0];
  const depth = (found ?? "").split("[").length - (found ?? "").split("]").length;
  if (!found || depth !== 0 || (!found.startsWith("[") && found.includes(", "))) return;
  const decimals = found.match(/^-?\d*\.(\d+)$/)?.[1].length;
  return {value: new Function(`return ${found}`)(), decimals: Math.min(10, decimals ?? 10)};
}

const checked = files.flatMap(file =>
  examplesIn(file).flatMap(lines => {
    const [, code, comment] = lines.join("\n").match(/^([^\n]*?);?\s*\/\/ (.*)$/) ?? [];
    const answer = comment ? answerIn(comment) : undefined;
    return answer && !/\b(?:equation|spec|source|csv)\b/.test(code)
      ? [{file, code, ...answer}]
      : [];
  })
);

const plain = (value: unknown): unknown =>
  typeof value === "object" && value !== null && "to2DArray" in value
    ? (value as {to2DArray(): unknown}).to2DArray()
    : ArrayBuffer.isView(value)
      ? Array.from(value as Float64Array)
      : value;

const numbersOf = (value: unknown): number[] =>
  Array.isArray(value) ? value.flatMap(numbersOf) : [value as number];

it("finds the examples whose answers are numbers", () => {
  expect(checked.length).toBeGreaterThan(60);
});

it.each(checked)("$file: $code", async ({file, code, value, decimals}) => {
  const module = {...noisefloor, ...(await import(join("..", file)))};
  const [, field] = code.match(/^const \{(\w+)\}/) ?? [];
  const run = new Function(
    ...Object.keys(module),
    `return ${code.replace(/^const [\w{}]+ = /, "")}`
  );
  const result = run(...Object.values(module));
  const actual = plain(field ? result[field] : result);
  const [got, said] = [numbersOf(actual), numbersOf(value)];
  expect(got.length).toBe(said.length);
  said.forEach((x, i) => {
    const size = decimals < 10 ? 1 : Math.max(1, Math.abs(x));
    expect(Math.abs(got[i] - x)).toBeLessThanOrEqual(0.5001 * 10 ** -decimals * size);
  });
});

/** Calls in the README and the guides, with what their comments say. */
const written = ["README.md", ...readdirSync("docs").map(file => join("docs", file))]
  .filter(file => file.endsWith(".md"))
  .flatMap(file =>
    [...readFileSync(file, "utf8").matchAll(/^ {4}(\w+)(\(.*\)); \/\/ (.*)$/gm)]
      .filter(([, name]) => name in noisefloor)
      .map(([, name, call, comment]) => ({file, name, call, comment}))
  );

it("finds the calls in the README", () => expect(written.length).toBeGreaterThan(0));

it.each(written)("$file: $name$call", ({name, call, comment}) => {
  const named = new Map<string, unknown>(Object.entries(noisefloor));
  const result = new Function(name, `return ${name}${call}`)(named.get(name));
  expect(plain(result)).toEqual(answerIn(comment)?.value);
});
