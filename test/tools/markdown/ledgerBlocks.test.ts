import {describe, expect, test} from "vitest";
import {documents} from "../../../claims/documents.js";
import type {BadgeRow} from "../../../tools/markdown/badge.js";
import {claimAnchor, claimsTable} from "../../../tools/markdown/claimsTable.js";
import {correctionsOf, errataIndex, erratumHtml} from "../../../tools/markdown/errata.js";
import {renderText} from "../../../tools/markdown/renderText.js";
import {verdictCounts, verdictTotal} from "../../../tools/markdown/verdictCounts.js";

const row = (parts: Partial<BadgeRow>): BadgeRow => ({
  key: "FG-Lem4.1",
  id: "FG-Lem4.1",
  document: "fisher",
  label: "Lemma 4.1",
  section: "4.1",
  page: "/noise/alignment",
  verdict: "holds",
  statement: "$a < b$",
  printed: "",
  assumptions: "",
  note: "",
  kind: "lemma",
  criterion: "equal",
  method: "enumeration",
  how: "by counting",
  where: "here",
  predicted: 4,
  measured: 4,
  standardError: Number.NaN,
  tolerance: 1e-12,
  deviation: 0,
  z: Number.NaN,
  resolution: Number.NaN,
  secondDeviation: Number.NaN,
  secondZ: Number.NaN,
  refutedPredicted: Number.NaN,
  refutedMeasured: Number.NaN,
  refutedDeviation: Number.NaN,
  mutant: "one more",
  mutantRejected: 1,
  scaledBy: 1.05,
  scaledRejected: 1,
  drawnCases: 0,
  drawnFrom: "",
  leastSlack: Number.NaN,
  leastSlackAt: "",
  ...parts
});
const corrected = row({
  key: "NT-5-2/first",
  id: "NT-5-2",
  document: "notes",
  verdict: "holds, corrected",
  printed: "$2+2=5$ <b>",
  refutedPredicted: 5,
  refutedMeasured: 4
});

describe("renderText", () => {
  test("renders formulas and escapes the rest", () => {
    const html = renderText("<i> $x$ & $y$");
    expect(html.match(/class="katex"/g)).toHaveLength(2);
    expect(html.startsWith("&lt;i&gt; <span")).toBe(true);
    expect(html).toContain(" &amp; ");
  });

  test("refuses TeX that is none", () => {
    expect(() => renderText("$\\frac{1$")).toThrow(/KaTeX/);
  });
});

test("verdicts are counted by document and in all", () => {
  const html = verdictCounts([row({}), row({key: "FG-LemA.1"}), corrected], documents);
  const lines = [...html.matchAll(/<tr><th scope="row">([^<]+)<\/th>(.*?)<\/tr>/g)];
  const counts = lines.map(([, name, cells]) => [name, ...(cells.match(/\d+/g) ?? []).map(Number)]);
  expect(counts).toEqual([
    ["Fisher paper", 2, 0, 0, 0, 0, 2],
    ["Notes", 0, 1, 0, 0, 0, 1],
    ["all", 2, 1, 0, 0, 0, 3]
  ]);
});

test("verdicts are counted in one line", () => {
  const html = verdictTotal([row({}), row({key: "FG-LemA.1"}), corrected]);
  expect(html.match(/<strong>\d+/g)?.map(text => Number(text.slice(8)))).toEqual([
    3, 2, 1, 0, 0, 0
  ]);
});

test("a row has its anchor, its formula and its evidence", () => {
  const html = claimsTable([row({}), corrected], documents);
  expect(html).toContain('<tr id="FG-Lem4.1"');
  expect(html).toContain(`<tr id="${claimAnchor("NT-5-2/first")}" data-claim="NT-5-2/first"`);
  expect(html).toContain("npm run ledger -- NT-5-2/first");
  expect(html).not.toContain("<b>");
});

describe("an erratum", () => {
  test("is a claim of the document that does not simply hold", () => {
    expect(correctionsOf("notes", [row({}), corrected])).toEqual([corrected]);
    expect(correctionsOf("fisher", [row({}), row({verdict: "not checkable"}), corrected])).toEqual(
      []
    );
  });

  test("is listed by its label, corrections before conditions", () => {
    const conditional = row({label: "Remark 4.2", key: "FG-Rem4.2", verdict: "conditional"});
    const html = errataIndex([conditional, corrected]);
    expect(html).toContain(`<a href="#${claimAnchor("NT-5-2/first")}">`);
    expect(html).toContain('<a href="#FG-Rem4.2">Remark 4.2</a>');
    expect(html.indexOf("To be corrected (1)")).toBeLessThan(html.indexOf("Under a condition (1)"));
    expect(errataIndex([corrected])).not.toContain("condition");
  });

  test("shows both forms with what they say and what was found", () => {
    const html = erratumHtml(corrected);
    expect(html.indexOf("As printed")).toBeLessThan(html.indexOf("As it should read"));
    const cells = [...html.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(match => match[1]);
    expect(cells).toEqual(["5.00000", "4.00000", "4.00000", "4.00000"]);
    expect(html).not.toContain("<b>");
  });

  test("an open bound at zero is said in words", () => {
    expect(erratumHtml({...corrected, refutedPredicted: Number.MIN_VALUE})).toContain("above 0");
  });

  test("a conditional one says what happens without its condition", () => {
    const html = erratumHtml({...corrected, verdict: "conditional", note: "n must be even."});
    expect(html).toContain("without the condition");
    expect(html).toContain("n must be even.");
    expect(html).not.toContain("As it should read");
  });
});
