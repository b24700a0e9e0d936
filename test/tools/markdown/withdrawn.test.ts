import {expect, test} from "vitest";
import {inventory} from "../../../claims/inventory.js";
import {withdrawnList} from "../../../tools/markdown/withdrawn.js";

const change = (claim: string, date: string, to = "conditional") => ({
  ...{claim, date, to},
  from: "holds",
  reason: "$x < y$ & [so](https://example.org/7)",
  at: "CHANGELOG.md:9"
});

test("withdrawn verdicts are listed, the newest first, with their reasons", () => {
  const html = withdrawnList(
    [change("FG-Lem4.1", "2026-03-02"), change("FG-Gone", "2026-04-01", "removed")],
    inventory
  );
  expect(html.indexOf("2026-04-01")).toBeLessThan(html.indexOf("2026-03-02"));
  expect(html).toContain('<a class="withdrawn-claim" href="./ledger#FG-Lem4.1">Lemma 4.1</a>');
  expect(html).toContain('FG-Gone</span> <span class="withdrawn-id">FG-Gone</span>');
  expect(html).toContain(
    'data-verdict="holds"><span aria-hidden="true">✓</span> holds</span> → <span'
  );
  expect(html).toContain('&amp; <a href="https://example.org/7" rel="external">so</a></li>');
  expect(html).toContain('data-verdict="removed">removed</span>');
  expect(html).toContain('class="katex"');
});

test("none withdrawn is said in words", () => {
  expect(withdrawnList([], inventory)).toBe("<p>None yet.</p>\n");
});
