import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {describe, expect, it} from "vitest";
import {useNoisefloor} from "../../../tools/markdown/index.js";
import {fixtureSite, renderAlone} from "./site.js";

const texOf = (html: string) =>
  [...html.matchAll(/<annotation encoding="application\/x-tex">(.*?)<\/annotation>/gs)].map(
    m => m[1]
  );
/** Framework's inline expression. */
const cell = (source: string) => `\${${source}}`;

describe("formulas", () => {
  it("render at build time as HTML with MathML beside it", () => {
    const {body, problems} = renderAlone(
      "The trace $\\Tr \\Sigma$ and $$\\int_0^1 x\\,\\dd x.$$\n"
    );
    expect(problems).toEqual([]);
    expect(texOf(body)).toEqual(["\\Tr \\Sigma", "\\int_0^1 x\\,\\dd x."]);
    expect(body.match(/class="katex-html" aria-hidden="true"/g)).toHaveLength(2);
    expect(body.match(/<math /g)).toHaveLength(2);
    expect(body).toContain('<span class="math-display"><span class="katex-display">');
  });

  it("stand in tables, lists, quotes, headings and emphasis", () => {
    const {body, problems} = renderAlone(
      "# On $a$\n\n| x | $b$ |\n|---|---|\n| $c$ | 1 |\n\n* $d$\n* item\n\n  $$\n  e\n  $$\n\n> $$\n> f\n> + 1\n> $$\n\n**bold $g$**\n"
    );
    expect(problems).toEqual([]);
    expect(texOf(body).map(tex => tex.trim())).toEqual(["a", "b", "c", "d", "e", "f\n+ 1", "g"]);
  });

  it("leave one copy of their signs in a heading, for the table of contents", () => {
    const {body} = renderAlone("## On $\\Sigma$\n");
    expect(body.replace(/<[^>]*>/g, "").trim()).toBe("On Σ");
    expect(body).toContain("<math ");
  });

  it("end a paragraph when they are displayed", () => {
    const {body} = renderAlone("Hence\n$$\nx = 1\n$$\nand so on.\n");
    expect(body).toMatch(/^<p>Hence<\/p>\n<div class="equation"><div class="equation-body">/);
    expect(body).toMatch(/<p>and so on\.<\/p>\n$/);
  });

  it("leave inline expressions to Framework, beside formulas too", () => {
    const {body, code, problems} = renderAlone(
      `With $x$ = ${cell("1 + 1")}, $y$, ${cell("`a$b$`")} and $z_{1}$; $${cell("3")} is money.\n`
    );
    expect(problems.map(p => p.message)).toEqual([]);
    expect(texOf(body)).toEqual(["x", "y", "z_{1}"]);
    expect(code.map(c => c.mode)).toEqual(["inline", "inline", "inline"]);
  });

  it("never reach across an inline expression", () => {
    const {body, code} = renderAlone(`From $5${cell("1")} to 6$ each, $a ${cell("2")} b$.\n`);
    expect(texOf(body)).toEqual([]);
    expect(code).toHaveLength(2);
  });

  it("leave expressions in HTML and fences alone", () => {
    const {body, code, problems} = renderAlone(
      `<div title="$x$">$x$ ${cell("1")}</div>\n\n\`$x$ ${cell("2")}\`\n\n~~~js run=false\n"$x$ ${cell("3")}"\n~~~\n`
    );
    expect(problems).toEqual([]);
    expect(texOf(body)).toEqual([]);
    expect(code).toHaveLength(1);
    expect(body).toContain(`<code>$x$ ${cell("2")}</code>`);
  });

  it("tell money from mathematics", () => {
    const {body, problems} = renderAlone("From $5 to $6, or \\$x and \\$y.\n");
    expect(problems).toEqual([]);
    expect(body).toBe("<p>From $5 to $6, or $x and $y.</p>\n");
  });
});

describe("labelled equations", () => {
  it("are numbered in order; unlabelled ones are not", () => {
    const {body} = renderAlone("$$a$$ {#eq:one}\n\n$$b$$\n\n$$\nc\n$$ {#eq:two}\n");
    expect([...body.matchAll(/id="(eq-\w+)"/g)].map(m => m[1])).toEqual(["eq-one", "eq-two"]);
    expect([...body.matchAll(/>\((\d)\)<\/a>/g)].map(m => m[1])).toEqual(["1", "2"]);
  });

  it("have one label each", () => {
    const {messages} = renderAlone("$$a$$ {#eq:one}\n\n$$b$$ {#eq:one}\n");
    expect(messages).toEqual(['3 duplicate id "eq-one"; it stands on line 1 already']);
  });
});

describe("faults", () => {
  it("name the line of the file, front matter included, and the TeX", () => {
    const {messages} = renderAlone("---\ntitle: T\n---\n\nFine $a$\nand $b$ and\n$\\nope{x}$.\n");
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatch(
      /^7 TeX error in \\nope\{x\}: .*Undefined control sequence: \\nope/
    );
  });

  it.each([
    ["an undefined command in a displayed formula", "a\n\n$$\n\\nope\n$$\n", /^3 TeX error/],
    ["an unbalanced brace", "$\\frac{1}{2$\n", /^1 TeX error/],
    ["what LaTeX would not accept", "$é$\n", /^1 TeX error in é: .*strict/],
    ["a fault in a table's cell", "| a |\n|---|\n| b |\n| $\\nope$ |\n", /^4 TeX error/],
    ["a fault after a soft break in a list", "* a\n* b\n  $\\nope$\n", /^3 TeX error/],
    ["a displayed formula without end", "a\n\n$$\nx\n", /^3 display math \$\$ is not closed/],
    [
      "a formula in a summary",
      "a\n\n<details><summary>Of $x_1$</summary>\n</details>\n",
      /^3 \$x_1\$ stands in a <summary>/
    ],
    ["a single dollar", "a\nb $x and\n", /^2 unmatched \$ in "b \$x and"/]
  ])("%s", (_, source, message) => {
    expect(renderAlone(source).messages[0]).toMatch(message);
  });

  it("end a build with file:line", () => {
    const source = "# A\n\n$\\nope$\n";
    const root = fixtureSite({"sub/page.md": source});
    const md = createMarkdownIt({markdownIt: it => useNoisefloor(it, {root})});
    expect(() => parseMarkdown(source, {md, path: "/sub/page"})).toThrow(
      /sub\/page\.md:3 TeX error in \\nope/
    );
  });
});
