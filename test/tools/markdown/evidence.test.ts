import {describe, expect, test} from "vitest";
import type {Doubt, Doubts} from "../../../tools/claims/doubts.js";
import type {Evidence, EvidenceByKey} from "../../../tools/claims/evidenceFile.js";
import {withDoubts} from "../../../tools/claims/evidenceFile.js";
import {judge} from "../../../tools/markdown/evidence.js";
import type {Statement} from "../../../tools/markdown/statementKinds.js";
import {fixtureSite, renderPage} from "./site.js";

const statement: Statement = {
  kind: "lemma",
  id: "FG-Lem4.1",
  local: false,
  label: "Lemma 4.1",
  title: "",
  source: "Fisher"
};

const row = (key: string, verdict: Evidence["verdict"], how = "every batch"): Evidence => ({
  key,
  id: key.split("/")[0],
  label: "Lemma 4.1",
  document: "fisher",
  section: "4.1",
  statement: "$x$",
  verdict,
  kind: "lemma",
  criterion: "equal",
  routes: [
    {
      method: "enumeration",
      how,
      outcomes: [
        {
          passes: true,
          where: "n = 7",
          predicted: 1,
          measured: 1,
          standardError: Number.NaN,
          tolerance: 1e-13,
          deviation: 2e-16,
          z: Number.NaN,
          resolution: Number.NaN
        }
      ]
    }
  ],
  printed: null,
  condition: null,
  mutant: {description: "n for n − 1", rejected: true},
  scaled: null,
  search: null,
  fixed: null,
  tame: null,
  assumptions: [],
  note: null,
  reason: null,
  cases: 2,
  page: null,
  snippet: "1 < 2"
});

describe("judge", () => {
  test("a statement without a claim has neither verdict nor badge", () => {
    expect(judge(statement, {})).toEqual({badge: "", evidence: ""});
  });

  test("nor has one of the page's own that is called like a claim", () => {
    const rows = {"FG-Lem4.1": row("FG-Lem4.1", "holds")};
    expect(judge({...statement, local: true}, rows)).toEqual({badge: "", evidence: ""});
  });

  test("the verdict comes from the claims, the gravest of them first", () => {
    const rows: EvidenceByKey = {
      "FG-Lem4.1/a": row("FG-Lem4.1/a", "holds"),
      "FG-Lem4.1/b": row("FG-Lem4.1/b", "holds, corrected")
    };
    const {shown, badge} = judge(statement, rows);
    expect(shown).toBe("holds, corrected");
    expect(badge).toContain('<span aria-hidden="true">◐</span> holds, corrected · 2 checks');
    expect(badge).not.toContain("✓");
  });

  test("in a preview a verdict in doubt is not shown, and neither are its numbers", () => {
    const why = "the ledger has not looked at it";
    const doubts: Doubts = {claims: {}, others: {standing: "being checked", why}};
    const rows = withDoubts({"FG-Lem4.1": row("FG-Lem4.1", "holds")}, doubts);
    const {shown, badge, evidence} = judge(statement, rows, doubts);
    expect(shown).toBe("being checked");
    expect(badge).toMatch(
      /data-verdict="being checked" href="#checks-FG-Lem4\.1"><span aria-hidden="true">…<\/span> being checked</
    );
    expect(evidence).toContain(why);
    for (const text of ["✓", "holds", "n = 7"]) expect(badge + evidence).not.toContain(text);
  });

  test("a claim of which nothing is known yet is in doubt like the others", () => {
    const refused: Doubt = {standing: "not confirmed", why: "predicted 5, measured 4"};
    const doubts: Doubts = {claims: {"FG-Lem4.1/b": refused}, others: null};
    expect(judge(statement, {}, doubts)).toEqual({
      shown: "not confirmed",
      badge:
        '<span class="badge" data-verdict="not confirmed"><span aria-hidden="true">?</span> not confirmed</span>',
      evidence: ""
    });
    expect(judge({...statement, id: "FG-Thm4.3"}, {}, doubts)).toEqual({badge: "", evidence: ""});
  });

  test("what a page says of a corrected statement is marked, and must be both versions", () => {
    const evidence = () => ({"FG-Lem4.1": row("FG-Lem4.1", "holds, corrected")});
    const render = (body: string) => {
      const source = `::: FG-Lem4.1\n${body}\n:::\n`;
      return renderPage(fixtureSite({"page.md": source}), "/page", source, {evidence});
    };
    const both = render("::: as-printed\nx\n:::\n::: holds\ny\n:::");
    expect(both.messages).toEqual([]);
    expect(both.body).toContain('id="FG-Lem4.1" data-verdict="holds, corrected">');
    expect(render("x").messages).toEqual([
      "1 FG-Lem4.1 is corrected: it needs ::: as-printed and ::: holds"
    ]);
  });

  test("the evidence shows number, mutant, command and where to contest it; text is never markup", () => {
    const rows = {"FG-Lem4.1": row("FG-Lem4.1", "holds", "<img src=x>")};
    const {badge, evidence} = judge(statement, rows);
    expect(badge).toContain('<span aria-hidden="true">✓</span> holds · exact');
    expect(evidence).toContain("n for n − 1");
    expect(evidence).toContain("npm run ledger -- FG-Lem4.1");
    expect(evidence).toContain("/issues/new?title=");
    expect(evidence).toContain("1 &lt; 2");
    expect(evidence).not.toContain("<img");
  });
});
