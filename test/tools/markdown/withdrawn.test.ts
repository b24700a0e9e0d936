import {expect, test} from "vitest";
import {inventory} from "../../../claims/inventory.js";
import {withdrawnTable} from "../../../tools/markdown/withdrawn.js";

const change = (claim: string, date: string, to = "conditional") => ({
  ...{claim, date, to},
  from: "holds",
  reason: "$x < y$ & [so](https://example.org/7)",
  at: "CHANGELOG.md:9"
});

test("withdrawn verdicts are listed, the newest first, with their reasons", () => {
  const html = withdrawnTable(
    [change("FG-Lem4.1", "2026-03-02"), change("FG-Gone", "2026-04-01", "removed")],
    inventory
  );
  expect(html.indexOf("2026-04-01")).toBeLessThan(html.indexOf("2026-03-02"));
  expect(html).toContain('<a href="./ledger#FG-Lem4.1">Lemma 4.1</a>');
  expect(html).toContain('<th scope="row">FG-Gone<span');
  expect(html).toContain('data-verdict="holds">holds</span><br>→ <span');
  expect(html).toContain('&amp; <a href="https://example.org/7" rel="external">so</a></td>');
  expect(html).toContain('class="katex"');
});

test("none withdrawn is said in words", () => {
  expect(withdrawnTable([], inventory)).toBe("<p>None yet.</p>\n");
});
