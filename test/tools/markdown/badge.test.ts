import {describe, expect, it} from "vitest";
import {runClaim} from "../../../claims/ledger/runClaim.js";
import type {Evidence, EvidenceByKey} from "../../../tools/claims/evidenceFile.js";
import {badgeHtml, contestUrl, evidenceHtml, repository} from "../../../tools/markdown/badge.js";
import {evidenceOf, says, sound} from "../../claims/plain.js";

const row = async (changes: object = {}): Promise<Evidence> => ({
  ...evidenceOf(await runClaim({...sound, ...changes}, {seed: 1, scale: 1})),
  page: null,
  snippet: "1 < 2 && 3"
});
const rows = async (changes: object = {}): Promise<EvidenceByKey> => {
  const evidence = await row(changes);
  return {[evidence.key]: evidence};
};
/** What is 2 and at most the bound. */
const bounded = (bound: number) =>
  row({
    criterion: {kind: "atMost", slack: 0},
    predicted: says(bound),
    mutant: {description: "at most 1", predicted: says(1)}
  });

describe("a badge", () => {
  it("shows sign, verdict and number, and leads to the evidence", async () => {
    const html = badgeHtml("FG-Lem4.1", await rows());
    expect(html).toContain('<span aria-hidden="true">✓</span> holds · exact</a>');
    expect(html).toContain('data-verdict="holds" href="#checks-FG-Lem4.1"');
    const evidence = evidenceHtml("FG-Lem4.1", await rows());
    for (const id of ["checks-FG-Lem4.1", "evidence-FG-Lem4.1"])
      expect(evidence).toContain(`id="${id}"`);
  });

  it("says in what way the print is off", async () => {
    const second = {...sound.routes[0], measure: says(2)};
    const changes = {
      routes: [sound.routes[0], second],
      printed: {formula: "$1$", weight: "formula", predicted: says(1)}
    };
    const html = badgeHtml("FG-Lem4.1", await rows(changes));
    expect(html).toContain(
      '<span aria-hidden="true">◐</span> holds, corrected · printed: factor 1/2'
    );
  });

  it("leads to evidence that says what a correction changes, and where it is charged", async () => {
    const routes = [sound.routes[0], {...sound.routes[0], measure: says(2)}];
    const printed = {formula: "$1$", weight: "slip", predicted: says(1)};
    const html = evidenceHtml("FG-Lem4.1", await rows({routes, printed}));
    expect(html).toContain("<dt>the correction</dt><dd>a slip</dd>");
    const charged = {...printed, consequenceOf: "FG-Lem3.2"};
    const consequence = evidenceHtml("FG-Lem4.1", await rows({routes, printed: charged}));
    expect(consequence).toContain("<dd>a slip, which follows from Lemma 3.2</dd>");
  });

  it("leads to evidence that has a line for each route, and one for the condition", async () => {
    const second = {...sound.routes[0], method: "identity", how: "knowing", measure: says(2)};
    const routes = [sound.routes[0], second];
    const condition = {text: "$2 > 1$", predicted: says(5), routes};
    const html = evidenceHtml("FG-Lem4.1", await rows({routes, condition, note: "as ever"}));
    const line = (name: string, text: string) => `<dt>${name}</dt><dd>${text}</dd>`;
    expect(html).toContain(line("checked", "enumeration: counting"));
    expect(html).toContain(line("checked again", "identity: knowing"));
    expect(html).toContain(line("without its condition", "5.00000"));
    expect(html).toContain(line("note", "as ever."));
    expect(html).toMatch(
      /<dt>condition<\/dt><dd><span class="unbroken short"><span class="katex">/
    );
  });

  it("says from where cases were drawn, and how near a bound came", async () => {
    const plain = await bounded(3);
    const search = (leastSlack: number) => ({
      cases: 20,
      ranges: "d = 1 … 6",
      refuted: null,
      leastSlack,
      leastSlackAt: "d = 2",
      mutantRefused: true
    });
    const searched = (leastSlack: number) => ({
      "FG-Lem4.1": {...plain, search: search(leastSlack)}
    });
    const html = evidenceHtml("FG-Lem4.1", searched(1.25));
    expect(html).toContain("<dt>not refuted by</dt><dd>20 drawn cases: d = 1 … 6</dd>");
    expect(html).toContain("<dd>a factor of 1.25000, at d = 2</dd>");
    expect(badgeHtml("FG-Lem4.1", searched(1.25))).toContain(
      '<span aria-hidden="true">✓</span> holds · slack 1.25<'
    );
    // The fixed case is nearer: 3 for 2.
    expect(badgeHtml("FG-Lem4.1", searched(7))).toContain(
      '<span aria-hidden="true">✓</span> holds · slack 1.50<'
    );
  });

  it("says in words that a bound is loose", async () => {
    const plain = await bounded(30);
    const loose = {"FG-Lem4.1": plain};
    expect(badgeHtml("FG-Lem4.1", loose)).toContain(
      '<span aria-hidden="true">✓</span> holds · loose: slack 15.0<'
    );
    expect(evidenceHtml("FG-Lem4.1", loose)).toContain("at case: the bound is loose</dd>");
  });

  it("is one for several checks, with a table that has a line for each", async () => {
    const both = {...(await rows({part: "a"})), ...(await rows({part: "b"}))};
    const badge = badgeHtml("FG-Lem4.1", both);
    expect(badge.match(/<a /g)).toHaveLength(1);
    expect(badge).toContain('<span aria-hidden="true">✓</span> holds · 2 checks');
    const table = evidenceHtml("FG-Lem4.1", both);
    expect(table.match(/<tr data-verdict="holds">/g)).toHaveLength(2);
    expect(table).toContain("counting</th>");
    expect(table).toContain(
      '<td class="check-verdict"><span aria-hidden="true">✓</span> holds</td><td>exact</td><td>1</td>'
    );
    expect(table).toContain('<span class="katex">');
    expect(badgeHtml("FG-Thm4.3", both)).toBe("");
    expect(evidenceHtml("FG-Thm4.3", both)).toBe("");
  });

  it("escapes everything that comes from a claim", async () => {
    const html = evidenceHtml("FG-Lem4.1", await rows({assumptions: ['<b a="1">']}));
    expect(html).toContain("&lt;b a=“1”&gt;");
    expect(html).toContain("1 &lt; 2 &amp;&amp; 3");
  });

  it("links to an issue with everything filled in but the argument", async () => {
    const url = new URL(contestUrl(await row()));
    expect(url.href.startsWith(`${repository}/issues/new?`)).toBe(true);
    expect(url.searchParams.get("title")).toBe("FG-Lem4.1: the verdict “holds”");
    expect(url.searchParams.get("body")).toContain("$1 + 1 = 2$");
  });
});
