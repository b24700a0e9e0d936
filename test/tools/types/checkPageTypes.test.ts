import {expect, it} from "vitest";
import {faults} from "./faults.js";
import {fence, pageProblems} from "./site.js";

const sound = [
  "---\ntitle: Sound\n---\n\n# Sound\n",
  fence(
    "ts",
    'import * as Plot from "@observablehq/plot";',
    'import {database, slider} from "../components/parts.js";',
    'import {Circle, double, later, type Point} from "../lib/double.js";'
  ),
  fence(
    "ts",
    "type Pair = [number, number];",
    "interface Named<T> { name: T }",
    "enum Side { Left, Right }",
    "const sql = database();",
    "const origin: Promise<Point> = Promise.resolve({x: 0, y: 0});",
    "const {x: abscissa, ...others} = await origin;",
    "const [first, , third = 3] = [1, 2];",
    "function* count() { yield 1; }",
    "const generated = count();",
    "async function* tick() { yield Promise.resolve('now'); }",
    "const ticking = tick();",
    "const chosen = view(slider(3));",
    "const state = Mutable(1);",
    "const increase = (by: number) => { state.value += by; };",
    "function overloaded(x: number): number;",
    "function overloaded(x: string): string;",
    "function overloaded(x: number | string) { return x; }",
    "const identity = <T,>(x: T): T => x;",
    "interface Unit { name: string }",
    "const Unit = (name: string): Unit => ({name});",
    "const delayed = Promise.resolve(count());",
    "const iterator = [1, 2].values();",
    "const unused = 1;"
  ),
  fence("sql id=rows", "", "SELECT `a` FROM t", `WHERE x = \${chosen} AND y < \${origin.x}`),
  fence(
    "ts",
    "const p: Pair = [origin.x, later.y];",
    "const numbers: number[] = [abscissa, others.y, first, third, generated, chosen, state];",
    "const upper: string = ticking.toUpperCase() + overloaded('a').trim();",
    "const circle: Circle<number> = new Circle(1, origin);",
    "const side: Side = Side.Left;",
    "const named: Named<string> = {name: identity('a').trim()};",
    "const mark: Plot.Dot = Plot.dot([p]);",
    "const unit: Unit = Unit('m');",
    "const listed: number[] = [...iterator, delayed + unit.name.length];",
    "increase(double(overloaded(1)));",
    "display(mark.plot({width: Math.min(width, 300)}));",
    "invalidation.then(() => performance.mark(String(now)));",
    'const text = await FileAttachment("../data/a.csv").text();',
    "display(resize(w => Object.assign(document.createElement('p'), {title: text, tabIndex: w})));",
    "const heights = Generators.observe<number>(notify => { notify(1); return () => {}; });",
    'const worker = import.meta.resolve("../lib/double.js");',
    "declare global { interface Window { planted?: number } }"
  ),
  fence("js", "origin.x + heights"),
  fence("js", "{a: 1}"),
  fence(
    "js",
    "/** @param {number} x */",
    "const half = x => x / 2;",
    "visibility().then(() => half(1));"
  ),
  fence("ts run=false", "nonsense("),
  fence("python", "import nonsense"),
  `Text \${half(chosen) > 1 ? \`a \${upper}\` : circle.label} with $\\frac{a}{b}$, \${rows.map(row => row.x)}.\n`,
  `<div title='\${nope}'>\n<p>\${double(third)}</p>\n\${numbers.length} \${side} \${named.name} \${p[0]}\n</div>\n`,
  `| a |\n|---|\n| \${worker.length} |\n`,
  `\`\${nope}\` ![\${nope}](a.png)\n`
].join("\n");

it("finds nothing on a sound page", async () => {
  expect(await pageProblems({"sub/sound.md": sound, "empty.md": "# Empty\n"})).toEqual({});
});

it("reports each planted fault where it stands, and nothing else", async () => {
  const names = Object.keys(faults);
  const found = await pageProblems(
    Object.fromEntries(names.map((name, i) => [`${i}.md`, faults[name][0]]))
  );
  for (const [i, name] of names.entries()) {
    const [, ...expected] = faults[name];
    expect.soft({name, problems: found[`${i}.md`]}).toEqual({
      name,
      problems: expected.map(text => expect.stringContaining(text))
    });
  }
});

it("names pages and lines relative to the working directory, in order", async () => {
  const found = await pageProblems({"b.md": `\${nope}`, "a/c.md": `\n\n\${nope}\n\n\${nope}`});
  expect(Object.entries(found)).toEqual([
    ["a/c.md", [3, 5].map(line => expect.stringMatching(`^${line} Cannot find name 'nope'`))],
    ["b.md", [expect.stringMatching("^1 ")]]
  ]);
});
