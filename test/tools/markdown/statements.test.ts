import {describe, expect, it} from "vitest";
import {inventory} from "../../../claims/inventory.js";
import {labelOf, sourceOf, sources} from "../../../tools/markdown/sourceLabel.js";
import {statementKinds} from "../../../tools/markdown/statementKinds.js";
import {renderAlone} from "./site.js";

describe("statements", () => {
  it("carry id, kind, number, source, title and verdict", () => {
    const {body, problems} = renderAlone(
      '::: lemma FG-Lem4.1 title="of a *batch*" verdict=holds\nLet $x$ be **so**.\n:::\n'
    );
    expect(problems).toEqual([]);
    expect(body).toMatch(
      /^<section class="statement statement--lemma" id="FG-Lem4\.1" data-verdict="holds">/
    );
    expect(body).toContain('<a class="statement-label" href="#FG-Lem4.1">Lemma 4.1</a>');
    expect(body).toContain('<span class="statement-source">Fisher</span>');
    expect(body).toContain('<span class="statement-title">of a <em>batch</em></span>');
    expect(body).toMatch(/<div class="statement-body">\n<p>Let <span class="katex">/);
    expect(body).toMatch(/<strong>so<\/strong>\.<\/p>\n<\/div>\n<\/section>\n$/);
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
      "::: equation LZU-Eq11 verdict=corrected\nText.\n\n::: as-printed\n* $a$\n:::\n\n::: holds\n~~~\n:::\n~~~\n:::\n\nAfter.\n:::\n\nOutside.\n"
    );
    expect(problems).toEqual([]);
    expect(body).toContain('data-verdict="holds, corrected"');
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

describe("ids of the inventory", () => {
  it("all belong to a document", () => {
    const prefixes = new Set([...inventory.keys()].map(id => id.slice(0, id.indexOf("-"))));
    expect(prefixes).toEqual(new Set(Object.keys(sources)));
    expect(sourceOf("LZU-Thm1")).toBe("Finite rate");
  });

  it.each([
    ["FG-Thm4.3", "Theorem 4.3"],
    ["FG-LemA.1", "Lemma A.1"],
    ["FG-ExpB", "Experiment B"],
    ["FG-Eq5-7", "Equations (5)–(7)"],
    ["LZU-Eq117", "Equation (117)"],
    ["LZU-Fig3a-c", "Figure 3a–c"],
    ["NT-Prop1.2", "Proposition 1.2"],
    ["NT-1.5", undefined],
    ["FG-ThmMain5", undefined],
    ["LZU-Rem-Thm1a", undefined]
  ])("%s is called %s", (id, label) => {
    expect(inventory.has(id)).toBe(true);
    expect(labelOf(id)).toBe(label);
  });
});

describe("faults", () => {
  it.each([
    ["an unknown id", 'a\n\n::: lemma FG-Lem9.9 "L"\nx\n:::', "3 unknown id FG-Lem9.9"],
    ["no id", "::: lemma\nx\n:::", "1 lemma needs an id"],
    [
      "a duplicate id",
      "::: lemma FG-Lem4.1\nx\n:::\n\n::: lemma FG-Lem4.1\nx\n:::",
      '5 duplicate id "FG-Lem4.1"; it stands on line 1 already'
    ],
    ["no label to derive", "::: claim SM-1\nx\n:::", "1 SM-1 needs a label in quotes"],
    ["an unknown kind", "::: lemme FG-Lem4.1\nx\n:::", "1 unknown block ::: lemme"],
    ["an unknown verdict", "::: lemma FG-Lem4.1 verdict=true\nx\n:::", "1 verdict must be one of"],
    ["an unknown attribute", "::: lemma FG-Lem4.1 name=x\nx\n:::", "1 unknown attribute name="],
    ["text it cannot read", '::: lemma FG-Lem4.1 title="x\nx\n:::', '1 cannot read "title="x"'],
    ["no end", "x\n\n::: lemma FG-Lem4.1\nx\n", "3 ::: lemma is not closed"],
    ["an end too many", "x\n:::\n", '2 ":::" ends a block that was not opened'],
    [
      "a corrected one without its versions",
      "::: lemma FG-Lem4.1 verdict=corrected\nx\n:::",
      "1 FG-Lem4.1 is corrected"
    ],
    [
      "as printed without holds",
      "::: lemma FG-Lem4.1\n::: as-printed\nx\n:::\n:::",
      "2 ::: as-printed must be followed"
    ],
    ["holds alone", "::: lemma FG-Lem4.1\n::: holds\nx\n:::\n:::", "2 ::: holds must follow"],
    [
      "as printed outside",
      "::: as-printed\nx\n:::\n::: holds\nx\n:::",
      "1 ::: as-printed stands outside"
    ],
    [
      "one inside another",
      "::: lemma FG-Lem4.1\n::: remark #a\nx\n:::\n:::",
      "2 a stands inside FG-Lem4.1"
    ],
    ["a TeX error inside", "::: lemma FG-Lem4.1\na\n\n$\\nope$\n:::", "4 TeX error in \\nope"],
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
