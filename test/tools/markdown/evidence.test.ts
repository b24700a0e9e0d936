import {describe, expect, test} from "vitest";
import type {Evidence, EvidenceByKey} from "../../../tools/claims/evidenceFile.js";
import {judge} from "../../../tools/markdown/evidence.js";
import type {Statement} from "../../../tools/markdown/statementKinds.js";

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
  page: null,
  snippet: "1 < 2"
});

describe("judge", () => {
  test("a statement without a claim keeps what its page says, with no badge", () => {
    expect(judge({...statement, verdict: "holds"}, {})).toEqual({
      verdict: "holds",
      badge: "",
      evidence: ""
    });
  });

  test("the verdict comes from the claims, the gravest of them first", () => {
    const rows: EvidenceByKey = {
      "FG-Lem4.1/a": row("FG-Lem4.1/a", "holds"),
      "FG-Lem4.1/b": row("FG-Lem4.1/b", "holds, corrected")
    };
    const {verdict, badge, complaint} = judge(statement, rows);
    expect(verdict).toBe("holds, corrected");
    expect(badge).toContain("✓ holds");
    expect(badge).toContain("◐ holds, corrected");
    expect(complaint).toBeUndefined();
  });

  test("a page that says another verdict than its claims is told so", () => {
    const rows = {"FG-Lem4.1": row("FG-Lem4.1", "fails")};
    expect(judge({...statement, verdict: "holds"}, rows).complaint).toBe(
      'FG-Lem4.1 is marked "holds"; its claims say "fails"'
    );
  });

  test("the evidence shows number, mutant, command and where to contest it; text is never markup", () => {
    const rows = {"FG-Lem4.1": row("FG-Lem4.1", "holds", "<img src=x>")};
    const {badge, evidence} = judge(statement, rows);
    expect(badge).toContain("✓ holds · 2·10⁻¹⁶");
    expect(evidence).toContain("n for n − 1");
    expect(evidence).toContain("npm run ledger -- FG-Lem4.1");
    expect(evidence).toContain("/issues/new?title=");
    expect(evidence).toContain("1 &lt; 2");
    expect(evidence).not.toContain("<img");
  });
});
