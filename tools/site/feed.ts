import type {Items} from "../../claims/inventory.js";
import type {VerdictChange} from "../claims/verdictChanges.js";

/** Where the feed lies, relative to the site. */
export const feedFile = "changes.xml";

/** Where a page has the link to it, which leads nowhere before the site is built, when Framework looks at links. */
export const feedPlace = '<p class="feed"></p>';

/** The page with the link, if it has a place for one. */
export const withFeedLink = (html: string): string =>
  html.replace(feedPlace, `<p class="feed"><a href="./${feedFile}">Feed of changes</a></p>`);

/**
 * Changes of verdicts as an Atom feed, the newest first. Entries have names of their own, whatever the address of the
 * site, and lead to it where that is known.
 *
 * @param url the site's public address without a slash at its end; empty where none is named
 */
export function changesFeed(changes: readonly VerdictChange[], items: Items, url: string): string {
  const newest = [...changes].sort((a, b) => b.date.localeCompare(a.date));
  const updated = newest[0]?.date ?? "1970-01-01";
  const link = (path: string, rel = "alternate") =>
    url && `<link rel="${rel}" href="${escaped(`${url}/${path}`)}"/>`;
  const entries = newest.map(
    ({date, claim, from, to, reason}) => `<entry>
<id>${escaped(idOf(claim, date, to))}</id>
<title>${escaped(`${items.get(claim)?.label ?? claim}: ${from} → ${to}`)}</title>
<updated>${date}T00:00:00Z</updated>
${link("changes")}
<content type="text">${escaped(reason.replace(/\$/g, ""))}</content>
</entry>`
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:noisefloor:changes</id>
<title>noisefloor: changes of verdicts</title>
<author><name>The noisefloor authors</name></author>
<updated>${updated}T00:00:00Z</updated>
${link(feedFile, "self")}
${entries.join("\n")}
</feed>
`.replace(/\n\n+/g, "\n");
}

/** A name that no later change shares. */
const idOf = (claim: string, date: string, to: string) =>
  `urn:noisefloor:changes:${encodeURIComponent(`${claim} ${date} ${to}`)}`;

const escaped = (text: string) =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
