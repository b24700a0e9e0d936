import {readdirSync, readFileSync} from "node:fs";
import {expect, test} from "vitest";

const root = new URL("../../", import.meta.url);
/** The functions of `Math` whose results the language fixes to the bit. */
const exact = [
  "sqrt",
  "abs",
  "floor",
  "ceil",
  "round",
  "trunc",
  "sign",
  "min",
  "max",
  "imul",
  "fround",
  "clz32"
];

function offences(path: string): string[] {
  const text = readFileSync(new URL(path, root), "utf8").replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, "");
  const functions = [...text.matchAll(/\bMath\.(\w+)/g)].map(match => match[1]);
  const powers = [...text.matchAll(/\*\*/g)].map(() => "**");
  return [...functions.filter(name => !exact.includes(name) && name !== "PI"), ...powers].map(
    what => `${path}: ${what}`
  );
}

const files = (folder: string) =>
  readdirSync(new URL(folder, root))
    .filter(name => name.endsWith(".ts") && !name.endsWith(".wasm.ts"))
    .map(name => folder + name);

test("sweeps and their specs use no arithmetic that engines may round differently", () => {
  const sources = [...files("lib/simulate/"), ...files("data/")];
  expect(sources.length).toBeGreaterThan(20);
  expect(sources.flatMap(offences)).toEqual([]);
});
