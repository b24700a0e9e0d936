import {describe, expect, test} from "vitest";
import {documents} from "../../../claims/documents.js";
import {inventory} from "../../../claims/inventory.js";
import type {Weight} from "../../../claims/ledger/claim.js";
import type {Outcome} from "../../../claims/ledger/compare.js";
import type {Evidence} from "../../../tools/claims/evidenceFile.js";
import {claimAnchor, claimsEvidence, claimsTable} from "../../../tools/markdown/claimsTable.js";
import {
  conditionsOf,
  correctionsOf,
  errataCount,
  erratumHtml
} from "../../../tools/markdown/errata.js";
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
  cases: 2,
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
    outcomes: [outcome(5, 4)],
    corrected: 4
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

test("statements of the site's own are in no count but their own", () => {
  const own = row({key: "NF-Q1", id: "NF-Q1", document: "sampling"});
  const total = verdictTotal([row({}), own]);
  expect(total).toContain("<strong>1</strong> claims:");
  expect(total).toContain("and <strong>1</strong> statements of our own");
  expect(verdictTotal([row({})])).not.toContain("our own");
  const table = verdictCounts([row({}), own], documents);
  const lines = [...table.matchAll(/<tr><th scope="row">([^<]+)<\/th>(.*?)<\/tr>/g)];
  expect(lines.map(([, name, cells]) => [name, Number(cells.match(/\d+/g)?.at(-1))])).toEqual([
    ["Fisher paper", 1],
    ["all", 1],
    ["apart: this site", 1]
  ]);
});

test("claims in doubt are counted apart, and nowhere called by their verdict", () => {
  const doubtful = row({doubt: {standing: "not confirmed", why: "predicted 5, measured 4"}});
  const total = verdictTotal([row({}), doubtful]);
  expect(total).toContain('<span aria-hidden="true">✓</span> <strong>1</strong> holds');
  expect(total).toContain('<span aria-hidden="true">?</span> <strong>1</strong> not confirmed');
  expect(verdictCounts([doubtful], documents)).toContain(
    'data-verdict="not confirmed"><span aria-hidden="true">?</span> not conf'
  );
  const inDoubt = {...corrected, doubt: doubtful.doubt};
  for (const html of [
    claimsTable([inDoubt], documents),
    erratumHtml(inDoubt, "formula", inventory)
  ]) {
    expect(html).toContain('data-verdict="not confirmed"');
    expect(html).toMatch(/(\?<\/span> |visually-hidden">)not confirmed/);
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
  const html = (each: Evidence) => erratumHtml(each, "formula", inventory);

  test("is a claim that is corrected or fails; what is conditional stands apart", () => {
    const conditional = row({key: "NT-Eq1", document: "notes", verdict: "conditional"});
    const all = [row({}), corrected, conditional, row({verdict: "not checkable"})];
    expect(correctionsOf(all)).toEqual([
      {title: "Changes a formula or a constant", weight: "formula", rows: [corrected]}
    ]);
    expect(conditionsOf(all, inventory)).toEqual([
      {title: "Notes", weight: "condition", rows: [conditional]}
    ]);
  });

  test("stands where its weight puts it, and what inherits the error after it", () => {
    const weighed = (key: string, weight: Weight, consequenceOf: string | null = null) =>
      row({...corrected, key, printed: {...corrected.printed!, weight, consequenceOf}});
    const rows = [
      weighed("NT-2", "conclusion", "NT-5"),
      weighed("NT-3", "slip"),
      weighed("NT-4", "conclusion"),
      weighed("NT-5", "formula"),
      weighed("NT-6", "slip", "FG-Lem4.1"),
      row({...corrected, key: "NT-7", verdict: "fails", printed: null}),
      row({...corrected, key: "NT-1", verdict: "conditional", printed: null})
    ];
    expect(
      correctionsOf(rows).map(({weight, rows: own}) => [weight, ...own.map(({key}) => key)])
    ).toEqual([
      ["fails", "NT-7"],
      ["conclusion", "NT-4"],
      ["formula", "NT-5", "NT-2"],
      ["slip", "NT-3", "NT-6"]
    ]);
    expect(html(rows[0])).toContain('Follows from <a href="./ledger#NT-5">');
    expect(html(rows[4])).toContain('Follows from <a href="./ledger#FG-Lem4.1">Lemma 4.1</a>.');
    expect(html(rows[1])).not.toContain("Follows from");
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

  test("has what is printed, corrected and measured at one case", () => {
    const text = html(corrected);
    const cells = (tag: string) =>
      [...text.matchAll(new RegExp(`<${tag}[^>]*>([^<]*)</${tag}>`, "g"))].map(match => match[1]);
    expect(cells("th")).toEqual(["at", "printed", "corrected", "measured", "here"]);
    expect(cells("td")).toEqual(["5.00000", "4.00000", "4.00000"]);
    expect(text).toContain("Enumeration: by counting.<br>\nIdentity: by knowing.");
    expect(text).toContain('data-document="notes" data-weight="formula"');
    expect(text).toMatch(/<\/summary>\n<p class="erratum-printed">.*As printed/);
    expect(text).not.toContain("<b>");
  });

  test("says in LaTeX what it says in HTML", () => {
    const [, latex = ""] = /data-latex="([^"]*)"/.exec(html(corrected)) ?? [];
    expect(latex).toContain("As printed: $2+2=5$ &lt;b&gt;.");
    expect(latex).toContain("It should read: $a &lt; b$.");
    expect(latex).toContain("At here: printed $5$, measured $4$.");
  });

  test("an open bound at zero is said in words", () => {
    const outcomes = [outcome(Number.MIN_VALUE, 4)];
    const printed = {...corrected.printed!, formula: "$x > 0$", outcomes};
    expect(html({...corrected, printed})).toContain("above 0");
  });

  test("a conditional one says what happens without its condition", () => {
    const condition = {text: "$n$ must be even.", outcomes: [outcome(5, 4)]};
    const text = html(row({verdict: "conditional", condition, note: "As ever."}));
    expect(text).toContain("without the condition");
    expect(text).toContain("must be even.</p>\n<p>As ever.</p>");
    expect(text).not.toContain("As printed");
  });
});

test("what stands side by side in the line of an erratum is read out with what parts it", () => {
  const html = erratumHtml(corrected, "formula", inventory);
  const spoken = /<summary>(.*?)<span class="erratum-line">/s
    .exec(html)?.[1]
    .replace(/<[^>]*>/g, "");
  expect(spoken).toMatch(/^[^,]+.*, .*: holds, corrected, .*\.$/);
});
