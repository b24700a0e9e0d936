import {createMarkdownIt, parseMarkdown} from "@observablehq/framework/dist/markdown.js";
import {expect, test} from "vitest";
import {useShownProblems} from "../../../tools/markdown/shownProblems.js";
import {fixtureSite} from "./site.js";

/** A page of a site of three as a preview renders it. */
function preview(source: string, other = "# Other\n") {
  const root = fixtureSite({"page.md": source, "other.md": other, "third.md": "# Third\n"});
  const md = createMarkdownIt({linkify: false, markdownIt: it => useShownProblems(it, {root})});
  const {body} = parseMarkdown(source, {md, path: "/page"});
  const shown = /^<ul class="problems" role="alert">\n(.*?)<\/ul>/s.exec(body)?.[1] ?? "";
  return {
    body,
    problems: [...shown.matchAll(/<li>.*?page\.md:(.*)<\/li>/g)].map(([, text]) => text)
  };
}

test("a sound page shows no problem", () => {
  const {body} = preview("# A\n\n$x$, [other](./other)\n");
  expect(body).not.toContain("problems");
  expect(body).toContain("katex");
});

test("all problems of a page stand before its text, by file and line, as text", () => {
  const {body, problems} = preview("# A\n\n$\\nope<b>$\n\n@FG-Thm9.9\n\n$x$\n");
  expect(problems).toEqual([
    expect.stringMatching(/^3 TeX error in \\nope&lt;b&gt;: /),
    expect.stringMatching(/^5 unresolved reference FG-Thm9\.9/)
  ]);
  expect(body).toContain('<code class="math-error">');
  expect(body).toContain("katex");
});

test("problems of other pages are theirs", () => {
  expect(preview("# A\n\n[other](./other#o)\n", "# O {#o}\n\n$\\nope$\n").problems).toEqual([]);
});

test("what cannot be rendered at all is named too", () => {
  const source = "# A\n\n::: pages folder :::\n";
  const root = fixtureSite({
    "page.md": source,
    "folder/b.md": '# B\n\n<p class="question">$\\nope$</p>\n'
  });
  const md = createMarkdownIt({linkify: false, markdownIt: it => useShownProblems(it, {root})});
  const {body} = parseMarkdown(source, {md, path: "/page"});
  expect(body).toMatch(/^<ul class="problems" role="alert">\n<li>.*page\.md:1 KaTeX parse error/);
});
