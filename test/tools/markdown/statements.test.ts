import {readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {statementKinds} from "../../../claims/statementKind.js";
import {root} from "../../../tools/root.js";
import {renderAlone} from "./site.js";

describe("statements", () => {
  it("carry id, kind, number, source and title", () => {
    const {body, problems} = renderAlone(
      '::: FG-Lem4.1 title="of a *batch*"\nLet $x$ be **so**.\n:::\n'
    );
    expect(problems).toEqual([]);
    expect(body).toMatch(/^<section class="statement statement--lemma" id="FG-Lem4\.1">/);
    expect(body).toContain('<a class="statement-label" href="#FG-Lem4.1">Lemma 4.1</a>');
    expect(body).toContain('<span class="statement-source">Fisher paper, §4.1</span>');
    expect(body).toContain('<span class="statement-title">of a <em>batch</em></span>');
    expect(body).toMatch(/<div class="statement-body">\n<p>Let <span class="katex">/);
    expect(body).toMatch(/<strong>so<\/strong>\.<\/p>\n<\/div>\n<\/section>\n$/);
  });

  it("are written as the README writes one", () => {
    const readme = readFileSync(join(root, "README.md"), "utf8").replace(/^ {4}/gm, "");
    const [example] = /^:::[\s\S]*?^:::$/m.exec(readme) ?? [];
    const {body, problems} = renderAlone(`${example?.replace("…", "x")}\n`);
    expect(problems).toEqual([]);
    expect(body).toContain('<section class="statement');
  });

  it.each(statementKinds)("%s is a kind", kind => {
    const {body, problems} = renderAlone(`::: ${kind} #mine "Name"\nx\n:::\n`);
    expect(problems).toEqual([]);
    expect(body).toContain(`<section class="statement statement--${kind}" id="mine">`);
  });

  it("of the page's own are counted per kind and carry no badge", () => {
    const {body} = renderAlone(
      "::: remark #a\nx\n:::\n\n::: remark #b\ny\n:::\n\n::: lemma #c\nz\n:::\n"
    );
    expect([...body.matchAll(/">([A-Z]\w+ \d)<\/a>/g)].map(m => m[1])).toEqual([
      "Remark 1",
      "Remark 2",
      "Lemma 1"
    ]);
    expect(body).not.toContain("badge");
  });

  it("that are corrected show both versions side by side", () => {
    const {body, problems} = renderAlone(
      "::: LZU-Eq11\nText.\n\n::: as-printed\n* $a$\n:::\n\n::: holds\n~~~\n:::\n~~~\n:::\n\nAfter.\n:::\n\nOutside.\n"
    );
    expect(problems).toEqual([]);
    const order = [
      "Equation (11)",
      "<p>Text.</p>",
      '<div class="versions">',
      '<div class="version version--as-printed">',
      "<li>",
      '<div class="version version--holds">',
      "<pre>",
      "<p>After.</p>",
      "</section>",
      "<p>Outside.</p>"
    ].map(text => body.indexOf(text));
    expect(Math.min(...order)).toBeGreaterThanOrEqual(0);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
    expect(body.match(/<div/g)).toHaveLength(body.match(/<\/div>/g)!.length);
  });

  it("escape what their first line says", () => {
    const {body} = renderAlone('::: remark #a "<b>" source="&<i>"\nx\n:::\n');
    expect(body).toContain(">&lt;b&gt;</a>");
    expect(body).toContain(">&amp;&lt;i&gt;</span>");
  });
});

describe("items of the inventory", () => {
  const render = (line: string) => renderAlone(`::: ${line}\nx\n:::\n`).body;

  it("are what the inventory says, of its kind and from its place", () => {
    const body = render("LZU-Cor4");
    expect(body).toContain("statement--corollary");
    expect(body).toContain(">Corollary 4</a>");
    expect(body).toContain(">Finite-rate paper, §6.2 and §E.2.3</span>");
    expect(render("SM-7")).toContain(">Fisher summary, future work</span>");
  });

  it("may say where else they stand", () => {
    expect(render('FG-LemA.1 also="the same"')).toContain(">Fisher paper, §A.1; the same</span>");
  });
});

describe("faults", () => {
  it.each([
    ["an unknown id", "a\n\n::: FG-Lem9.9\nx\n:::", "3 unknown id FG-Lem9.9"],
    ["no id", "::: lemma\nx\n:::", "1 lemma needs a #name"],
    [
      "a duplicate id",
      "::: FG-Lem4.1\nx\n:::\n\n::: FG-Lem4.1\nx\n:::",
      '5 duplicate id "FG-Lem4.1"; it stands on line 1 already'
    ],
    ["an item with its kind", "::: lemma #a\nx\n:::\n\n::: lemma FG-Lem4.1\nx\n:::", "5 an item"],
    ["a label of an item", '::: FG-Lem4.1 "L"\nx\n:::', "1 FG-Lem4.1 has its label"],
    ["an unknown kind", "::: lemme #a\nx\n:::", "1 unknown block ::: lemme"],
    [
      "a verdict that the page gives to an item",
      "::: FG-Lem4.1 verdict=holds\nx\n:::",
      "1 FG-Lem4.1: the ledger says its verdict; leave out verdict="
    ],
    [
      "a verdict that the page gives to a theorem of its own",
      '::: theorem #mine "Own theorem" verdict=holds\nx\n:::',
      "1 mine: the ledger says its verdict"
    ],
    [
      "a verdict in raw HTML",
      'x\n\n<section class="statement" data-verdict="holds">x</section>',
      "3 data-verdict is the ledger's to say"
    ],
    ["a badge in raw HTML", 'a <b class="big badge">✓</b>', "1 a badge is the ledger's to give"],
    ["an unknown attribute", "::: FG-Lem4.1 name=x\nx\n:::", "1 unknown attribute name="],
    ["text it cannot read", '::: FG-Lem4.1 title="x\nx\n:::', '1 cannot read "title="x"'],
    ["no end", "x\n\n::: FG-Lem4.1\nx\n", "3 ::: FG-Lem4.1 is not closed"],
    ["an end too many", "x\n:::\n", '2 ":::" ends a block that was not opened'],
    [
      "as printed without holds",
      "::: FG-Lem4.1\n::: as-printed\nx\n:::\n:::",
      "2 ::: as-printed must be followed"
    ],
    ["holds alone", "::: FG-Lem4.1\n::: holds\nx\n:::\n:::", "2 ::: holds must follow"],
    [
      "as printed outside",
      "::: as-printed\nx\n:::\n::: holds\nx\n:::",
      "1 ::: as-printed stands outside"
    ],
    [
      "one inside another",
      "::: FG-Lem4.1\n::: remark #a\nx\n:::\n:::",
      "2 a stands inside FG-Lem4.1"
    ],
    ["a TeX error inside", "::: FG-Lem4.1\na\n\n$\\nope$\n:::", "4 TeX error in \\nope"],
    [
      "a TeX error in a title",
      'x\n\n::: remark #a title="$\\nope$"\na\n:::',
      "3 TeX error in \\nope"
    ]
  ])("%s", (_, source, message) => {
    const {messages} = renderAlone(source);
    expect(messages[0]).toContain(message);
    expect(messages).toHaveLength(1);
  });
});
