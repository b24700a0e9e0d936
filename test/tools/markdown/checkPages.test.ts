import {relative} from "node:path";
import {expect, it} from "vitest";
import {checkPages} from "../../../tools/markdown/checkPages.js";
import {formatProblem} from "../../../tools/markdown/problems.js";
import {fixtureSite} from "./site.js";

/** The problems of a site of three pages, the second of which is `source`. */
function problemsOf(source: string, others: Record<string, string> = {}): string[] {
  const root = fixtureSite({
    "index.md": "# Home\n\n[B](./sub/b), [top](#home), [x](https://example.org/#nowhere)\n",
    "sub/b.md": source,
    "sub/c.md":
      '# C\n\n## Part two\n\n<p id="raw">x</p>\n\n::: remark #mine\nx\n:::\n\n$$x$$ {#eq:c}\n',
    "data/x.arrow.ts": "",
    "data/y.csv": "",
    "made.md.ts": "",
    ...others
  });
  const prefix = `${relative(process.cwd(), root)}/`;
  return checkPages({root}).map(problem => {
    const text = formatProblem(problem);
    expect(text.startsWith(prefix)).toBe(true);
    return text.slice(prefix.length);
  });
}

it("finds nothing on a sound site", () => {
  const sound = [
    "# B {#top}\n\n[a](./c#part-two) [b](c#raw) [c](/sub/c#mine) [d](./c#eq-c) [e](../) [f](/) [g](#top)",
    "[h](../data/x.arrow) [i](../data/y.csv) [j](/made#any) [k](./c?q=1#raw) [l](mailto:a@b.c)",
    '<a href="./c#raw">x</a>\n\n<img src="a.png" alt="" role="presentation">\n\n![b](b.png)',
    '<figure>\n<svg aria-label="x"><title>y</title></svg>\n<figcaption>x</figcaption>\n</figure>',
    `<div>\${html\`<img>\n<p id="raw">\`}\n\n</div>\n\n<div>\n\n<!-- <img src="x"> -->\n\n</div>\n\n\`<img>\`\n\n~~~html run=false\n<p id="raw"><p id="raw">\n~~~`,
    "## Same {#one}\n\n## Same {#two}\n",
    "[words][label] \\[a][b] \\[^a] `[^a]` `[a][b]` $[a][b]$ [a] [b]\n\n[label]: ./c"
  ].join("\n\n");
  expect(problemsOf(sound)).toEqual([]);
});

it("lists the problems of all pages, by file and line", () => {
  const problems = problemsOf("# B\n\n[a](./nope)\n\n$\\nope$\n", {
    "a.md": "---\ntitle: A\n---\n\n[[nope]]\n"
  });
  expect(problems).toHaveLength(3);
  expect(problems[0]).toMatch(/^a\.md:5 unresolved reference nope/);
  expect(problems[1]).toBe("sub/b.md:3 link to ./nope: no such page or file");
  expect(problems[2]).toMatch(/^sub\/b\.md:5 TeX error in \\nope/);
});

it.each([
  ["a link to no page", "a\n[x](./nope)", "2 link to ./nope: no such page or file"],
  ["a link to no anchor", "[x](./c#nope)", "1 link to ./c#nope: no such anchor on /sub/c"],
  ["a link to no anchor of its own", "# A\n\n[x](#b)", "3 link to #b: no such anchor on /sub/b"],
  [
    "an HTML link",
    '<div>\n<a\nhref="./nope">x</a></div>',
    "2 link to ./nope: no such page or file"
  ],
  ["an image without words", "a\n\n![](x.png)", "3 image x.png has no text alternative"],
  [
    "an HTML image without alt",
    "a\n\n<div>\n<img src='x.png'>\n</div>",
    "4 <img> x.png has no alt"
  ],
  [
    "an image after an expression",
    `<div>\${\n1}\n<img src="x.png">\n</div>`,
    "3 <img> x.png has no alt"
  ],
  [
    "an expression where none is evaluated",
    `<p title="\${1}">x</p>`,
    "1 Framework evaluates no expression in an attribute: title of <p>"
  ],
  ["a footnote", "a\n*b* $x$ c[^one]", "2 [^one]: the site has no footnotes"],
  ["the words of a footnote", "a\n\n[^one]: words", "3 [^one]: the site has no footnotes"],
  [
    "a link without its address",
    "a `b` d\n[*some* words][label] x",
    "2 [*some* words][label]: no line [label]: address defines it"
  ],
  [
    "a link whose words are its label",
    "- a\n- [words][]",
    "2 [words][]: no line [words]: address defines it"
  ],
  ["a link to nothing", "a\n[x]()", "2 a link has no address"],
  ["a footnote in a table", "| a |\n|---|\n| [^one] |", "3 [^one]: the site has no footnotes"],
  ["a fence without end", "a\n\n~~~html run=false\n<p>", "3 ~~~ is not closed"],
  ["a comment without end", "a\n\n<div>\n<!-- x\n\n$y$", "4 <!-- is not closed"],
  ["a bare svg", "<svg></svg>", "1 <svg> has neither aria-label nor aria-hidden"],
  [
    "a figure without words",
    "a\n\n<figure>\n\nx\n\n</figure>",
    "3 <figure> has neither <figcaption> nor aria-label"
  ],
  ["a figure without end", "<figure>\n<figcaption>x</figcaption>", "1 <figure> is not closed"],
  [
    "a duplicate id in HTML",
    '<p id="a">x</p>\n\n<p id="a">y</p>',
    '3 duplicate id "a"; it stands on line 1 already'
  ],
  [
    "an id that a heading has",
    '## A b\n\n<p id="a-b">x</p>',
    '1 duplicate id "a-b"; it stands on line 3 already'
  ],
  [
    "an id twice in one line",
    '<b id="a">x</b> <b id="a">y</b>',
    '1 duplicate id "a"; it stands on line 1 already'
  ],
  [
    "two headings of one name",
    "## A\n\n## A",
    '3 heading "A" repeats that on line 1; give it an id: {#name}'
  ],
  [
    "two headings of one id",
    "## A {#x}\n\n## B {#x}",
    '3 duplicate id "x"; it stands on line 1 already'
  ],
  ["a heading without words", "## $x$", '1 heading "" needs an id: {#name}']
])("%s", (_, source, problem) => {
  expect(problemsOf(source)).toEqual([`sub/b.md:${problem}`]);
});

it.each([
  ["that does not parse", "---\ntitle: [a\nsymbols:\n---\n# B\n", "3 the front matter is no YAML"],
  ["that is not closed", "---\ntitle: B\n\n# B\n", "1 the front matter is not closed"],
  ["that is text", "---\nB\n---\n# B\n", "2 the front matter must be lines key: value"],
  [
    "with a misspelt key",
    "---\ntitle: B\ntilte: C\n---\n# B\n",
    "3 the front matter has an unknown"
  ],
  ["with tables", "---\nsql:\n  a: ./a.csv\n---\n# B\n", "2 the front matter has sql:"]
])("names front matter %s", (_, source, message) => {
  expect(problemsOf(source)).toEqual([expect.stringContaining(`sub/b.md:${message}`)]);
});

it.each([
  ["a link that runs code", '<a href="JavaScript:alert(1)">x</a>', "a javascript: address in href"],
  ["a link to a file", '<a href="FILE:///etc/passwd">x</a>', "a file: address in href of <a>"],
  ["a link that holds its data", '<a href="data:text/html,x">x</a>', "a data: address in href"],
  [
    "a form that sends elsewhere",
    '<form action="https://example.org/"></form>',
    "<form> sends what is typed off the origin: https://example.org/"
  ],
  [
    "a button that does",
    '<button formaction="//example.org/">x</button>',
    "<button> sends what is typed off the origin"
  ],
  [
    "a link that tells others",
    '<a href="#b" ping="https://example.org/">x</a>',
    "ping tells https://example.org/ of a click"
  ],
  ["an inline script", "<script>alert(1)</script>", "an inline script: code belongs in a cell"],
  ["a handler", '<b onclick="alert(1)">x</b>', "onclick of <b>: code belongs in a cell"]
])("names %s", (_, html, message) => {
  expect(problemsOf(`# B {#b}\n\n${html}\n`)).toEqual([
    expect.stringContaining(`sub/b.md:3 ${message}`)
  ]);
});
