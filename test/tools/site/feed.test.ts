import {parseHTML} from "linkedom";
import {expect, test} from "vitest";
import {inventory} from "../../../claims/inventory.js";
import {readVerdictChanges} from "../../../tools/claims/verdictChanges.js";
import {changesFeed, feedPlace, withFeedLink} from "../../../tools/site/feed.js";

const change = (date: string, reason = "Because.") => ({
  date,
  claim: "FG-Lem4.1",
  from: "holds",
  to: "holds, corrected",
  reason,
  at: ""
});
const entries = (xml: string) => [...xml.matchAll(/<entry>([\s\S]*?)<\/entry>/g)].map(([, e]) => e);

test("the newest change comes first, with its label, verdicts and reason", () => {
  const xml = changesFeed(
    [change("2026-01-02"), change("2026-03-04", "$a<b$ & more")],
    inventory,
    "https://example.org/site"
  );
  const [first, second] = entries(xml);
  expect(first).toContain("<title>Lemma 4.1: holds → holds, corrected</title>");
  expect(first).toContain("a&lt;b &amp; more");
  expect(first).toContain('href="https://example.org/site/changes"');
  expect(second).toContain("<updated>2026-01-02T00:00:00Z</updated>");
  expect(xml).toContain('<updated>2026-03-04T00:00:00Z</updated>\n<link rel="self"');
});

test("where the site’s address is not known there are no links", () => {
  expect(changesFeed([change("2026-01-02")], inventory, "")).not.toContain("<link");
});

test("every change of the project is an entry with a name of its own", () => {
  const changes = readVerdictChanges();
  const xml = changesFeed(changes, inventory, "");
  const ids = entries(xml).map(entry => /<id>([^<]+)<\/id>/.exec(entry)?.[1]);
  expect(ids).toHaveLength(changes.length);
  expect(new Set(ids).size).toBe(changes.length);
  const {document} = parseHTML(xml);
  expect(document.querySelectorAll("entry")).toHaveLength(changes.length);
});

test("the page of changes gets its link once the feed is there", () => {
  expect(withFeedLink(`<main>${feedPlace}</main>`)).toContain('<a href="./changes.xml">');
  expect(withFeedLink("<main></main>")).toBe("<main></main>");
});
