import {describe, expect, it} from "vitest";
import {fixtureSite, renderPage} from "./site.js";

const bibliography = JSON.stringify([
  {
    id: "liu2021",
    type: "article-journal",
    title: "Finite rate",
    author: [{family: "Liu"}, {family: "Ziyin"}, {family: "Ueda"}],
    issued: {"date-parts": [[2021]]},
    DOI: "10.1/x"
  },
  {
    id: "box1958",
    type: "article-journal",
    title: "A <i>note</i>",
    author: [{family: "Box"}, {family: "Muller"}],
    issued: {"date-parts": [[1958]]}
  }
]);

const pages = {
  "index.md": "---\ntitle: Home\n---\n\n# noisefloor\n",
  "noise/a.md":
    '---\ntitle: "Batch noise"\n---\n\n# A\n\n::: FG-Lem4.1 title="exact"\nx\n:::\n\n$$a$$ {#eq:one}\n\n$$b$$ {#eq:two}\n\n## Method\n',
  "rate/b.md": "# B\n\n$$c$$ {#eq:one}\n\n::: remark #speed\nx\n:::\n",
  "references.md": "# References\n\n::: bibliography :::\n",
  "references.json": bibliography
};

const links = (html: string) =>
  [...html.matchAll(/<a class="(\w+)[^"]*" href="([^"]*)" data-preview="([^"]*)">(.*?)<\/a>/g)].map(
    ([, kind, href, preview, text]) => ({kind, href, preview, text})
  );

const render = (path: string, source: string) => renderPage(fixtureSite(pages), path, source);

describe("references", () => {
  it("to statements and equations of other pages become links with a preview", () => {
    const {body, problems} = render(
      "/rate/b",
      "By @FG-Lem4.1, [[FG-Lem4.1|the lemma]] and @eq:two.\n"
    );
    expect(problems).toEqual([]);
    expect(links(body)).toEqual([
      {
        kind: "reference",
        href: "../noise/a#FG-Lem4.1",
        preview: "Fisher paper, §4.1, Lemma 4.1: exact, on “Batch noise”",
        text: "Lemma 4.1"
      },
      {
        kind: "reference",
        href: "../noise/a#FG-Lem4.1",
        preview: "Fisher paper, §4.1, Lemma 4.1: exact, on “Batch noise”",
        text: "the lemma"
      },
      {
        kind: "reference",
        href: "../noise/a#eq-two",
        preview: "Equation (2), on “Batch noise”",
        text: "(2)"
      }
    ]);
  });

  it("prefer the page that they stand on, as it is being rendered", () => {
    const {body, problems} = render("/rate/b", "@eq:one\n\n$$z$$ {#eq:zero}\n\n$$c$$ {#eq:one}\n");
    expect(problems).toEqual([]);
    expect(links(body)).toEqual([
      {kind: "reference", href: "#eq-one", preview: "Equation (2)", text: "(2)"}
    ]);
  });

  it("name a page where a label stands on two", () => {
    const {body, messages} = render("/index", "[[eq:one]] and [[/rate/b#eq:one]], [[speed]]\n");
    expect(messages).toEqual([
      "4 reference eq:one is ambiguous: it stands on /noise/a and /rate/b; write [[/page#eq:one]]"
    ]);
    expect(links(body).map(link => link.href)).toEqual(["./rate/b#eq-one", "./rate/b#speed"]);
  });

  it("see an edit of another page", async () => {
    const {writeFileSync} = await import("node:fs");
    const {createMarkdownIt, parseMarkdown} = await import(
      "@observablehq/framework/dist/markdown.js"
    );
    const {useNoisefloor} = await import("../../../tools/markdown/index.js");
    const root = fixtureSite(pages);
    const md = createMarkdownIt({markdownIt: it => useNoisefloor(it, {root})});
    const read = () => links(parseMarkdown("@eq:two\n", {md, path: "/index"}).body)[0].text;
    expect(read()).toBe("(2)");
    // What is done without a pause sees one state of the files.
    await null;
    writeFileSync(`${root}/noise/a.md`, "$$b$$ {#eq:two}\n");
    expect(read()).toBe("(1)");
  });

  it("leave code, e-mail addresses, links and scopes alone", () => {
    const source = "`@eq:nope` a@FG-x.org @observablehq/plot [@a](./noise/a) \\@eq:nope `[[x]]`\n";
    const {body, problems} = render("/index", source);
    expect(problems).toEqual([]);
    expect(links(body)).toEqual([]);
  });
});

describe("citations", () => {
  it("lead to the entry on the references page", () => {
    const {body, problems} = render(
      "/noise/a",
      "See [@liu2021, §4.1; @box1958] and [@FG-Lem4.1].\n\n::: FG-Lem4.1\nx\n:::\n"
    );
    expect(problems).toEqual([]);
    expect(body).toMatch(
      />Liu et al\., 2021<\/a>, §4\.1; <a [^>]*>Box &amp; Muller, 1958<\/a>\)<\/span> and <span class="citations">\(<a [^>]*>Lemma 4\.1<\/a>\)/
    );
    expect(links(body)[0]).toEqual({
      kind: "citation",
      href: "../references#ref-liu2021",
      preview: "Liu, Ziyin, &amp; Ueda. (2021). Finite rate. https://doi.org/10.1/x",
      text: "Liu et al., 2021"
    });
  });

  it("stand between formulas and expressions", () => {
    const {body, code, problems} = render("/index", `$x$ [@liu2021] $\\{1\\}$ \${1} @eq:two\n`);
    expect(problems).toEqual([]);
    expect(links(body)).toHaveLength(2);
    expect(code).toHaveLength(1);
  });

  it("are listed on the references page, each with its anchor", () => {
    const {body, problems} = render("/references", pages["references.md"]);
    expect(problems).toEqual([]);
    expect([...body.matchAll(/<li id="([^"]*)">/g)].map(m => m[1])).toEqual([
      "ref-box1958",
      "ref-liu2021"
    ]);
    expect(body).toContain('<a href="https://doi.org/10.1/x">https://doi.org/10.1/x</a>');
  });
});

describe("faults", () => {
  it.each([
    ["an unknown key", "a\n[@nope2020]", "5 unresolved reference nope2020"],
    ["a reference in a heading", "## By @eq:two", "4 a heading is a link to itself"],
    ["an unknown equation", "a\n\n* b @eq:nope", "6 unresolved reference eq:nope"],
    ["an item that no page states", "@LZU-Thm1", "4 unresolved reference LZU-Thm1"],
    [
      "an unknown statement on a known page",
      "[[/rate/b#nope]]",
      "4 unresolved reference /rate/b#nope"
    ],
    ["an item that another page states", "::: FG-Lem4.1\nx\n:::", "4 FG-Lem4.1 stands at "]
  ])("%s", (_, source, message) => {
    const {messages} = render("/index", source);
    expect(messages[0]).toContain(message);
    expect(messages).toHaveLength(1);
  });

  it("a bibliography without a page", () => {
    const root = fixtureSite({...pages, "references.md": "# R\n"});
    expect(renderPage(root, "/rate/b", "[@liu2021]").messages).toEqual([
      "1 citation liu2021 has nowhere to lead: no page carries ::: bibliography :::"
    ]);
  });
});
