import {existsSync, readFileSync, statSync} from "node:fs";
import {citationJs} from "./citationJs.js";

/** One entry of a bibliography, formatted by a CSL processor in the APA style. */
export interface Reference {
  readonly key: string;
  /** "Liu et al., 2021" */
  readonly inText: string;
  readonly html: string;
  readonly text: string;
}

/** Entries by key, in the order of the references page. */
export type Bibliography = ReadonlyMap<string, Reference>;

const style = {template: "apa", lang: "en-US"};
const read = new Map<string, {stamp: string; bibliography: Bibliography}>();

/** The bibliography in the CSL-JSON file `file`, read again when the file changes; empty without one. */
export function readBibliography(file: string): Bibliography {
  if (!existsSync(file)) return new Map();
  const {mtimeMs, size} = statSync(file);
  const stamp = `${mtimeMs} ${size}`;
  const cached = read.get(file);
  if (cached?.stamp === stamp) return cached.bibliography;
  const bibliography = formatBibliography(JSON.parse(readFileSync(file, "utf8")));
  read.set(file, {stamp, bibliography});
  return bibliography;
}

/**
 * CSL-JSON items as formatted references.
 *
 * @throws RangeError if two items share an id
 */
export function formatBibliography(items: readonly {readonly id: string}[]): Bibliography {
  const seen = new Set<string>();
  for (const {id} of items) {
    if (seen.has(id)) throw new RangeError(`bibliography keys must be unique; got ${id} twice`);
    seen.add(id);
  }
  if (items.length === 0) return new Map();
  const cite = new (citationJs().Cite)(items);
  const entries = cite.format("bibliography", {...style, format: "html", asEntryArray: true});
  return new Map(
    entries.map(([key, entry]) => {
      const html = entry.trim().replace(/^<div[^>]*>|<\/div>$/g, "");
      const inText = cite.format("citation", {...style, entry: key}).replace(/^\(|\)$/g, "");
      return [key, {key, inText, html: linkUrls(html), text: plainText(html)}];
    })
  );
}

function linkUrls(html: string): string {
  return html.replace(/https:\/\/[^\s<]+[^\s<.]/g, url => `<a href="${url}">${url}</a>`);
}

function plainText(html: string): string {
  return html
    .replace(/<[^>]+>/g, "")
    .replace(/&#38;|&amp;/g, "&")
    .replace(/&#60;|&lt;/g, "<")
    .replace(/&#62;|&gt;/g, ">");
}
