import {describe, expect, test} from "vitest";
import {documents} from "../../../claims/documents.js";
import {inventory} from "../../../claims/inventory.js";
import type {Evidence, EvidenceByKey} from "../../../tools/claims/evidenceFile.js";
import {
  chaptersOf,
  countedInWords,
  paperHtml,
  papersHtml,
  stripHtml
} from "../../../tools/markdown/papers.js";

/** Every claim of the inventory, with verdicts in turn. */
const verdicts = ["holds", "holds, corrected", "conditional", "not checkable"] as const;
const evidence: EvidenceByKey = Object.fromEntries(
  [...inventory].map(([key, item], i) => [
    key,
    {
      key,
      id: item.id,
      document: item.document.id,
      label: item.label,
      verdict: verdicts[i % verdicts.length],
      statement: `$x_{${i}}$`,
      page: "/noise/setup"
    } as unknown as Evidence
  ])
);

describe.each(documents)("$name, in its own order", document => {
  const html = paperHtml(document, inventory, evidence);
  const keys = [...inventory].flatMap(([key, item]) => (item.document === document ? [key] : []));

  test("has a line for every id and every part, in the order of the inventory", () => {
    const lines = [...html.matchAll(/data-item="([^"]+)"/g)].map(([, key]) => key);
    expect([...lines].sort()).toEqual([...keys].sort());
    const whole = keys.filter(key => !key.includes("/"));
    const chapters = chaptersOf(document, inventory, evidence);
    const ordered = chapters.flatMap(({statements}) => statements.map(({item}) => item.id));
    expect([...ordered].sort()).toEqual([...whole].sort());
    expect(lines.filter(key => !key.includes("/"))).toEqual(ordered);
  });

  test("has a tick for every statement, with words, which leads to its line", () => {
    const ticks = [...html.matchAll(/<a data-verdict="([^"]+)" href="#([^"]+)" title="([^"]+)"/g)];
    expect(ticks).toHaveLength(keys.filter(key => !key.includes("/")).length);
    for (const [, verdict, anchor, title] of ticks) {
      expect(html).toContain(`<li id="${anchor}"`);
      expect(title.endsWith(`: ${verdict}`), title).toBe(true);
    }
  });
});

test("a statement with parts has the gravest of their verdicts", () => {
  const [document] = documents;
  const parts = [...inventory].filter(([, {id, part}]) => id === "FG-Rem3.4" && part);
  const rows = Object.fromEntries(
    parts.map(([key], i) => [
      key,
      {...evidence[key], verdict: i ? "holds" : "conditional"} as Evidence
    ])
  );
  const statement = chaptersOf(document, inventory, rows)
    .flatMap(({statements}) => statements)
    .find(({item}) => item.id === "FG-Rem3.4");
  expect(parts.length).toBeGreaterThan(1);
  expect(statement?.shown).toBe("conditional");
});

test("the front page has each document as one small strip without links of its own", () => {
  const html = papersHtml(documents, inventory, evidence);
  const theirs = documents.filter(({own}) => !own);
  expect(html.match(/<a /g)).toHaveLength(theirs.length);
  for (const {id} of theirs) expect(html).toContain(`href="./papers/${id}"`);
  const [first] = documents;
  const chapters = chaptersOf(first, inventory, evidence);
  const count = chapters.reduce((sum, {statements}) => sum + statements.length, 0);
  expect(stripHtml(chapters, {small: true}).match(/<i /g)).toHaveLength(count);
  expect(countedInWords(chapters)).toMatch(/^\d+ .+, \d+ /);
  const [one] = chapters;
  const failing = {...one, statements: [{...one.statements[0], shown: "fails" as const}]};
  expect(countedInWords([failing])).toBe("1 fails");
});
