import {describe, expect, it} from "vitest";
import {runClaim} from "../../../claims/ledger/runClaim.js";
import {
  type BadgeRows,
  badgeHtml,
  contestUrl,
  evidenceHtml,
  repository
} from "../../../tools/markdown/badge.js";
import {rowOf, says, sound} from "../../claims/plain.js";

const row = async (changes: object = {}) =>
  rowOf(await runClaim({...sound, ...changes}, {seed: 1, scale: 1}));
const rows = async (changes: object = {}): Promise<BadgeRows> => {
  const {key, ...rest} = await row(changes);
  return {[key]: {key, ...rest, snippet: "1 < 2 && 3"}};
};

describe("a badge", () => {
  it("shows sign, verdict and number, and leads to the evidence", async () => {
    const html = badgeHtml("FG-Lem4.1", await rows());
    expect(html).toContain("✓ holds · exact</a>");
    expect(html).toContain('data-verdict="holds" href="#evidence-FG-Lem4.1"');
    expect(evidenceHtml("FG-Lem4.1", await rows())).toContain('id="evidence-FG-Lem4.1"');
  });

  it("says how far the print is off", async () => {
    const second = {...sound.routes[0], measure: says(2)};
    const changes = {
      routes: [sound.routes[0], second],
      printed: {formula: "$1$", predicted: says(1)}
    };
    const html = badgeHtml("FG-Lem4.1", await rows(changes));
    expect(html).toContain("◐ holds, corrected · printed off by 50\u2009%");
  });

  it("names the part where a row has several, and is empty where there is none", async () => {
    const both = {...(await rows({part: "a"})), ...(await rows({part: "b"}))};
    expect(badgeHtml("FG-Lem4.1", both).match(/<a /g)).toHaveLength(2);
    expect(badgeHtml("FG-Lem4.1", both)).toContain(">a: ✓ holds");
    expect(badgeHtml("FG-Thm4.3", both)).toBe("");
    expect(evidenceHtml("FG-Thm4.3", both)).toBe("");
  });

  it("escapes everything that comes from a claim", async () => {
    const html = evidenceHtml("FG-Lem4.1", await rows({assumptions: ['<b a="1">']}));
    expect(html).toContain("&lt;b a=&quot;1&quot;&gt;");
    expect(html).toContain("1 &lt; 2 &amp;&amp; 3");
  });

  it("links to an issue with everything filled in but the argument", async () => {
    const url = new URL(contestUrl(await row()));
    expect(url.href.startsWith(`${repository}/issues/new?`)).toBe(true);
    expect(url.searchParams.get("title")).toBe("FG-Lem4.1: the verdict “holds”");
    expect(url.searchParams.get("body")).toContain("$1 + 1 = 2$");
  });
});
