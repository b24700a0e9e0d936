import {describe, expect, it} from "vitest";
import {fixtureSite, renderPage} from "./site.js";

const notation = `# Notation

| here | meaning | Fisher paper | notes | finite-rate paper |
|---|---|---|---|---|
| $\\eta$ {#eta} | learning rate, see [rates](./noise/a#rate) | the same | $\\eta$ | $\\lambda$ |
| $b$ {#b} | batch size | $b$ | $B$ | $S$ |
| $\\mu$ {#momentum} | momentum | – | – | $\\mu$ |
| $\\mu_F$ {#mu-F} | rate in $F$ | $\\mu_F$ | – | – |
| $F$ {#fisher} | Fisher information | $F^\\star$ | – | $J$ |
| $\\gamma_k$ {#gamma} | autocovariance | – | – | – |
`;

const site = (page: string, symbols: string[] = []) => ({
  "notation.md": notation,
  "noise/a.md": `---\ntitle: A\n${symbols.length ? `symbols:\n${symbols.map(line => `  ${line}\n`).join("")}` : ""}---\n\n# A\n\n## Rate {#rate}\n\n${page}\n`
});

const render = (page: string, symbols: string[] = []) => {
  const pages = site(page, symbols);
  return renderPage(fixtureSite(pages), "/noise/a", pages["noise/a.md"]);
};

const links = (html: string) =>
  [...html.matchAll(/<a href="([^"]*)" tabindex="-1" class="mord[^>]*>([^<]*)<\/a>/g)].map(
    ([, href, text]) => `${text} ${href}`
  );
const entries = (html: string) =>
  [
    ...html.matchAll(/<div id="((?:symbol|own)-[^"]*)"><dt>(.*?)<\/dt><dd>(.*?)<\/dd><\/div>/gs)
  ].map(([, id, , text]) => [id, text.replace(/<math.*?<\/math>/gs, "").replace(/<[^>]*>/g, "")]);

describe("symbols", () => {
  it("lead to their row, off the tab order and out of the MathML", () => {
    const {body, messages} = render("With $\\eta/b$ and\n\n$$\n2\\mu_F^2\\,\\mu\n$$\n");
    expect(messages).toEqual([]);
    expect(links(body)).toEqual([
      "η ../notation#eta",
      "b ../notation#b",
      "μ ../notation#mu-F",
      "μ ../notation#momentum"
    ]);
    expect(/<math.*?<\/math>/s.exec(body)?.[0]).not.toContain("href");
  });

  it("stand in a list at the page's end, in the order in which they appear", () => {
    const {body} = render("$b$, $\\eta$, $b$ and $\\eta_t$\n");
    expect(body).toMatch(
      /<details class="symbols">\s*<summary>Symbols on this page<\/summary>[\s\S]*<\/details>\s*$/
    );
    expect(entries(body)).toEqual([
      ["symbol-b", "batch size"],
      ["symbol-eta", "learning rate, see rates"]
    ]);
    expect(body).toContain('<dt><a href="../notation#b">');
    expect(body).toContain('see <a href="#rate">rates</a>');
  });

  it("of a statement lead where its document's letters do, and are written in the site's", () => {
    const {body, messages} = render(
      "::: FG-Lem4.1\n$F^\\star b$\n:::\n\n::: LZU-Eq1\n$\\lambda S J$\n:::\n\n$F$\n"
    );
    expect(messages).toEqual([]);
    expect(links(body)).toEqual([
      "F ../notation#fisher",
      "b ../notation#b",
      "η ../notation#eta",
      "b ../notation#b",
      "F ../notation#fisher",
      "F ../notation#fisher"
    ]);
    const held = /<script type="application\/json" id="document-letters">(.*?)<\/script>/s.exec(
      body
    );
    const [formula, ...others] = JSON.parse(held?.[1] ?? "[]");
    expect(others).toEqual([]);
    expect(links(formula)).toEqual([
      "λ ../notation#eta",
      "S ../notation#b",
      "J ../notation#fisher"
    ]);
    expect(body).toContain('<span data-letters="0"><span class="katex">');
    const fisher = entries(body).find(([id]) => id === "symbol-fisher")?.[1];
    expect(fisher).toMatch(
      /^Fisher information; F.* in the Fisher paper; J in the finite-rate paper$/
    );
  });

  it("of the only document of a page serve outside its boxes, after all others", () => {
    const {body, messages} = render("::: LZU-Eq1\nx\n:::\n\n$\\lambda b$\n");
    expect(messages).toEqual([]);
    expect(links(body)).toEqual(["η ../notation#eta", "b ../notation#b"]);
  });

  it("that a page declares lead to its list, or to the row that it names", () => {
    const {body, messages} = render("$y_i = K y$\n\n::: FG-Lem4.1\n$\\mu b$\n:::\n\n$\\mu$\n", [
      "y_i: a rest of $b$",
      "K: notation#fisher",
      "Fisher \\mu: a law"
    ]);
    expect(messages).toEqual([]);
    expect(links(body)).toEqual([
      "y #own-y-i",
      "F ../notation#fisher",
      "y #own-y-i",
      "μ #own-Fisher-mu",
      "b ../notation#b",
      "μ ../notation#momentum"
    ]);
    expect(entries(body).map(([id]) => id)).toEqual([
      "own-y-i",
      "own-Fisher-mu",
      "symbol-fisher",
      "symbol-b",
      "symbol-momentum"
    ]);
    expect(entries(body)[0][1]).toBe("a rest of b");
  });

  it("declared with an index are known under another, and alone unless that is something else", () => {
    const {body} = render("$\\gamma_0+\\gamma+x_1+x$", ["x_i: a number", "x: a point"]);
    expect(links(body)).toEqual([
      "γ ../notation#gamma",
      "γ ../notation#gamma",
      "x #own-x-i",
      "x #own-x"
    ]);
  });

  it("are plain in headings, inside links and in the cells that declare them", () => {
    const {body} = render("## On $b$\n\n[to $b$](./a)\n");
    expect(links(body)).toEqual([]);
    const {body: table, messages} = renderPage(fixtureSite(site("x")), "/notation", notation);
    expect(messages).toEqual([]);
    expect(links(table)).toEqual(["F #fisher"]);
    expect(table).toContain('<tr id="mu-F">');
    expect(table).not.toContain("Symbols on this page");
  });

  it("are plain where a site has no notation", () => {
    const {body, problems} = renderPage(fixtureSite({"a.md": ""}), "/a", "$x$");
    expect(problems).toEqual([]);
    expect(body).not.toContain("<a ");
    expect(body).not.toContain("data-symbol");
  });
});

describe("faults", () => {
  it.each([
    ["a symbol without a row", "a\n\n$b+\\nu_s x$", [], "11 $\\nu$ has neither a row on /notation"],
    ["a symbol that another index names", "$b_w$", [], "9 $b_{w}$ has neither a row"],
    ["a line that nothing uses", "$b$", ["y: a rest"], "4 no formula of the page shows y"],
    ["a line twice", "$y$", ["y: a", "x, y: b"], "5 $y$ has a line of this page already"],
    ["a line for a lost row", "$y$", ["y: notation#none"], "4 no row none on the notation page"],
    ["TeX in a line", "$y$", ["y: a $\\frac1$"], "4 TeX error in y"],
    ["words for a symbol", "$y$", ["1: a", "y: b"], "4 1 must be symbols between commas"]
  ])("%s", (_, page, symbols, message) => {
    expect(render(page, symbols).messages[0]).toContain(message);
  });

  it("a row without an id, and one symbol in two rows", () => {
    const source = `${notation}| $x$ | nothing | – | – | – |\n| $\\mu$, $z$ {#z} | law | $b$ | – | – |\n`;
    const {messages} = renderPage(
      fixtureSite({...site("x"), "notation.md": source}),
      "/notation",
      source
    );
    expect(messages).toEqual([
      "11 row $x$ has no id: write {#name} behind its symbol",
      "12 $\\mu$ is row momentum already, on line 7",
      "12 $b$ is row b already, on line 6"
    ]);
  });
});
