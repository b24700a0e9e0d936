import {describe, expect, test} from "vitest";
import {documents} from "../../../claims/documents.js";
import type {Weight} from "../../../claims/ledger/claim.js";
import type {Outcome} from "../../../claims/ledger/compare.js";
import type {Evidence} from "../../../tools/claims/evidenceFile.js";
import {claimAnchor, claimsEvidence, claimsTable} from "../../../tools/markdown/claimsTable.js";
import {errataCount, errataIndex, errataOf, erratumHtml} from "../../../tools/markdown/errata.js";
import {renderText} from "../../../tools/markdown/renderText.js";
import {verdictCounts, verdictTotal} from "../../../tools/markdown/verdictCounts.js";

const outcome = (predicted: number, measured: number): Outcome => ({
  passes: predicted === measured,
  where: "here",
  predicted,
  measured,
  standardError: Number.NaN,
  tolerance: 1e-12,
  deviation: Math.abs(measured - predicted) / measured,
  z: Number.NaN,
  resolution: Number.NaN
});
const row = (parts: Partial<Evidence>): Evidence => ({
  key: "FG-Lem4.1",
  id: "FG-Lem4.1",
  document: "fisher",
  label: "Lemma 4.1",
  section: "4.1",
  page: "/noise/alignment",
  verdict: "holds",
  statement: "$a < b$",
  assumptions: [],
  note: null,
  reason: null,
  kind: "lemma",
  criterion: "equal",
  routes: [
    {method: "enumeration", how: "by counting", outcomes: [outcome(4, 4)]},
    {method: "identity", how: "by knowing", outcomes: [outcome(4, 4)]}
  ],
  printed: null,
  condition: null,
  mutant: {description: "one more", rejected: true},
  scaled: {factor: 1.05, rejected: true},
  search: null,
  fixed: null,
  tame: null,
  snippet: null,
  ...parts
});
const corrected = row({
  key: "NT-5-2/first",
  id: "NT-5-2",
  document: "notes",
  verdict: "holds, corrected",
  printed: {
    formula: "$2+2=5$ <b>",
    weight: "formula",
    consequenceOf: null,
    outcomes: [outcome(5, 4)]
  }
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

test("claims in doubt are counted apart, and nowhere called by their verdict", () => {
  const doubtful = row({doubt: {standing: "not confirmed", why: "predicted 5, measured 4"}});
  const total = verdictTotal([row({}), doubtful]);
  expect(total).toContain("✓ <strong>1</strong> holds");
  expect(total).toContain("? <strong>1</strong> not confirmed");
  expect(verdictCounts([doubtful], documents)).toContain('data-verdict="not confirmed">? not conf');
  const inDoubt = {...corrected, doubt: doubtful.doubt};
  for (const html of [claimsTable([inDoubt], documents), erratumHtml(inDoubt)]) {
    expect(html).toContain('data-verdict="not confirmed"');
    expect(html).toContain("? not confirmed");
    expect(html).not.toContain("◐");
  }
  expect(claimsEvidence([doubtful])["FG-Lem4.1"]).toContain("predicted 5, measured 4");
});

test("verdicts are counted in one line", () => {
  const html = verdictTotal([row({}), row({key: "FG-LemA.1"}), corrected]);
  expect(html.match(/<strong>\d+/g)?.map(text => Number(text.slice(8)))).toEqual([
    3, 2, 1, 0, 0, 0
  ]);
});

test("a row has its anchor and its formula, and leaves its evidence to a file", () => {
  const html = claimsTable([row({}), corrected], documents);
  expect(html).toContain('<tr id="FG-Lem4.1"');
  expect(html).toContain(`<tr id="${claimAnchor("NT-5-2/first")}" data-claim="NT-5-2/first"`);
  expect(html).not.toContain("npm run ledger");
  const evidence = claimsEvidence([row({}), corrected]);
  expect(Object.keys(evidence)).toEqual(["FG-Lem4.1", "NT-5-2/first"]);
  expect(evidence["NT-5-2/first"]).toContain("npm run ledger -- NT-5-2/first");
  expect(html).not.toContain("<b>");
});

describe("an erratum", () => {
  test("is a claim of the document that does not simply hold", () => {
    expect(errataOf("notes", [row({}), corrected])).toEqual([
      {title: "Changes a formula or a constant", rows: [corrected]}
    ]);
    expect(errataOf("fisher", [row({}), row({verdict: "not checkable"}), corrected])).toEqual([]);
  });

  test("stands where its weight puts it, and what inherits the error after it", () => {
    const weighed = (key: string, weight: Weight, consequenceOf: string | null = null) =>
      row({...corrected, key, printed: {...corrected.printed!, weight, consequenceOf}});
    const rows = [
      row({...corrected, key: "NT-1", verdict: "conditional", printed: null}),
      weighed("NT-2", "conclusion", "NT-5"),
      weighed("NT-3", "slip"),
      weighed("NT-4", "conclusion"),
      weighed("NT-5", "formula"),
      weighed("NT-6", "slip", "FG-Lem4.1"),
      row({...corrected, key: "NT-7", verdict: "fails", printed: null})
    ];
    const order = errataOf("notes", rows).map(({title, rows: own}) => [
      title,
      ...own.map(({key}) => key)
    ]);
    expect(order).toEqual([
      ["Fails", "NT-7"],
      ["Changes a conclusion", "NT-4"],
      ["Changes a formula or a constant", "NT-5", "NT-2"],
      ["Slips", "NT-3", "NT-6"],
      ["Under a condition", "NT-1"]
    ]);
    expect(erratumHtml(rows[1])).toContain('Follows from <a href="#NT-5">NT-5</a>.');
    expect(erratumHtml(rows[5])).toContain('Follows from <a href="#FG-Lem4.1">Lemma 4.1</a>.');
    expect(erratumHtml(rows[2])).not.toContain("Follows from");
    expect(
      errataCount(rows)
        .replace(/<[^>]*>/g, "")
        .trim()
    ).toBe(
      "Of 3 corrections 1 changes a conclusion, 1 changes a formula or a constant, and 1 is a slip; " +
        "2 statements inherit one of these errors. 1 statement fails. " +
        "1 statement needs a condition that the text does not state."
    );
  });

  test("is listed by its label under the title of its group", () => {
    const conditional = row({
      ...corrected,
      label: "Remark 4.2",
      key: "NT-Rem4.2",
      verdict: "conditional",
      printed: null
    });
    const html = errataIndex(errataOf("notes", [conditional, corrected]));
    expect(html).toContain(`<a href="#${claimAnchor("NT-5-2/first")}">`);
    expect(html).toContain('<a href="#NT-Rem4.2">Remark 4.2</a>');
    expect(html.indexOf("formula or a constant (1)")).toBeLessThan(
      html.indexOf("Under a condition (1)")
    );
  });

  test("shows both forms with what they say and what was found", () => {
    const html = erratumHtml(corrected);
    expect(html.indexOf("As printed")).toBeLessThan(html.indexOf("As it should read"));
    const cells = [...html.matchAll(/<td class="number">([^<]*)<\/td>/g)].map(match => match[1]);
    expect(cells).toEqual(["5.00000", "4.00000", "4.00000", "4.00000"]);
    expect(html).toContain("Enumeration: by counting.<br>\nIdentity: by knowing.<br>");
    expect(html).not.toContain("<b>");
  });

  test("an open bound at zero is said in words", () => {
    const outcomes = [outcome(Number.MIN_VALUE, 4)];
    const printed = {...corrected.printed!, formula: "$x > 0$", outcomes};
    expect(erratumHtml({...corrected, printed})).toContain("above 0");
  });

  test("a conditional one says what happens without its condition", () => {
    const condition = {text: "$n$ must be even.", outcomes: [outcome(5, 4)]};
    const html = erratumHtml(row({verdict: "conditional", condition, note: "As ever."}));
    expect(html).toContain("without the condition");
    expect(html).toContain("must be even.</p>\n<p>As ever.</p>");
    expect(html).not.toContain("As it should read");
  });
});
