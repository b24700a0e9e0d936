import {expect, it} from "vitest";
import {checkNumbers} from "../../../tools/numbers/checkNumbers.js";
import {fixtureSite} from "../markdown/site.js";

/** What is typed on a page: line and number of each. */
function typedOn(source: string): string[] {
  const root = fixtureSite({"page.md": source});
  return checkNumbers({root}).map(({file, line, message}) => {
    expect(file).toMatch(/page\.md$/);
    expect(message).toMatch(/compute it in \$\{…\}/);
    return `${line} ${/^"(.*?)"/.exec(message)![1]}`;
  });
}

const hole = "$" + "{1 + 1}";
const cell = (code: string) => `Text.\n\n\`\`\`ts\n${code}\n\`\`\`\n`;

it.each<[where: string, source: string, found: string[]]>([
  ["a paragraph", "---\ntitle: A\n---\n\nThe ratio\nis 5.6 here.", ["6 5.6"]],
  ["a heading", "# A\n\n## Where 0.05 comes from", ["3 0.05"]],
  ["a list", "* one\n* about 17 runs", ["2 17"]],
  ["a table's cell", "| a | b |\n|---|---|\n| x | 2.5 |", ["3 2.5"]],
  ["emphasis and a link's words", "*see* **41** [on 42](https://example.org/43)", ["1 41", "1 42"]],
  ["HTML", '<p class="a12">x\nand 7.5</p>', ["2 7.5"]],
  ["an attribute that is read aloud", '<p aria-label="from 3.5 on">x</p>', ["1 3.5"]],
  [
    "an expression that only writes a number",
    `a $\{fixed(0.41, 2)} b $\{-3.5} c`,
    ["1 0.41", "1 3.5"]
  ],
  ["a string in an expression", `a $\{1 > 0 ? "a ninth" : "less"}`, ["1 a ninth"]],
  [
    "a caption",
    cell(`figure({\n  caption: "Dots: " +\n    \`of ${hole} 250 runs\`\n});`),
    ["6 250"]
  ],
  ["a title", cell('figure({title: "Ratios at N = 614"});'), ["4 614"]],
  ["a label of an axis", cell('plot({x: {label: "over 37 steps"}});'), ["4 37"]],
  ["a control", cell('controls({a: {label: "Beyond 12", min: 0, max: 10}});'), ["4 12"]],
  ["a template", cell("html`<p>about 33 times</p>`;"), ["4 33"]],
  ["a table's row", cell('rows([{exact: "0.0234", printed: "0.024"}]);'), ["4 0.0234"]],
  ["a number in a string's hole", cell(`say(\`about $\{1.07} of it\`);`), ["4 1.07"]],
  ["a result in a formula", "so $x \\approx 4$ and $\\sqrt{2/799} = 0.05$", ["1 4", "1 0.05"]],
  ["a long decimal in a display", "a\n\n$$\nx\n= 1.645\n$$", ["5 1.645"]]
])("finds what is typed in %s", (_, source, found) => {
  expect(typedOn(source)).toEqual(found);
});

it.each<[what: string, source: string]>([
  [
    "a parameter's value and exact algebra in formulas",
    "at $\\eta = 0.1$ it is $2\\eta/b = \\frac13$"
  ],
  [
    "a statement",
    "::: FG-Lem4.1\nabout 0.41\n\n::: as-printed\n0.5\n:::\n\n::: holds\n0.6\n:::\n:::"
  ],
  ["a quotation", "“about 0.41” of it"],
  ["a quotation that goes over an expression", cell(`say(\`“from ${hole} to 3.5”\`);`)],
  ["code", "`--scale 0.1`\n\n```sh\nrun 12\n```"],
  ["a citation and a reference", "[@liu2021, §4.1] and [[/a#b-12|words]]"],
  ["a link's target", "[words](https://example.org/2024/17)"],
  ["what an expression computes", `a $\{fixed(Math.sqrt(2 / 799), 4)} b`],
  [
    "what is quoted in a row",
    cell('rows([{printed: ["8.63", "8.58"][0]}]); const printedBound = "10.5";')
  ],
  [
    "files, queries and drawings",
    cell(
      'sql`SELECT 12`; FileAttachment("a-12.arrow"); plot({stroke: "var(--a)", strokeDasharray: "1.5,4", x: "m2"});'
    )
  ],
  ["names of types", cell('const x = {} as Record<"ratio64", "at 64">; import y from "d3-12";')]
])("leaves %s alone", (_, source) => {
  expect(typedOn(source)).toEqual([]);
});
