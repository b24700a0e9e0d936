import {existsSync, readFileSync, statSync} from "node:fs";
import {dirname, join, relative} from "node:path";
import {isForeign} from "../markdown/foreignLoads.js";
import {htmlFiles} from "./finishPages.js";

const INERT =
  /<!--[\s\S]*?-->|<link rel="canonical"[^>]*>|<script\b[\s\S]*?<\/script\s*>|<style\b[\s\S]*?<\/style\s*>/gi;
const ADDRESS = /<([a-z][\w-]*)(?:\s[^>]*?)?\s(href|src)="([^"]*)"/gi;
const ID = /\sid="([^"]*)"/g;

/**
 * The links of a built site that lead nowhere and what its pages would load from elsewhere, each after
 * the HTML file's name: what templates, components and Framework itself write is checked here, and what
 * the Markdown says a second time.
 */
export function checkBuiltLinks(dist: string): string[] {
  const problems: string[] = [];
  const anchors = new Map<string, Set<string>>();
  const anchorsOf = (file: string) => {
    let ids = anchors.get(file);
    if (!ids) {
      ids = new Set([...readFileSync(file, "utf8").matchAll(ID)].map(([, id]) => plain(id)));
      anchors.set(file, ids);
    }
    return ids;
  };
  for (const page of htmlFiles(dist)) {
    const html = readFileSync(join(dist, page), "utf8");
    const markup = html.replace(INERT, tag => /^<script\b[^>]*>/i.exec(tag)?.[0] ?? "");
    for (const [, tag, attribute, value] of markup.matchAll(ADDRESS)) {
      const address = plain(value);
      if (isForeign(address)) {
        if (tag !== "a") problems.push(`${page}: request off the origin: ${address}`);
        continue;
      }
      if (/^[a-z][a-z\d+.-]*:/i.test(address)) continue;
      const [path, hash] = address.replace(/\?[^#]*/, "").split("#");
      const file = path ? resolve(dist, join(dirname(page), decodeURI(path))) : join(dist, page);
      if (!file) problems.push(`${page}: ${attribute} ${address} leads nowhere`);
      else if (hash && file.endsWith(".html") && !anchorsOf(file).has(decodeURIComponent(hash)))
        problems.push(`${page}: no anchor ${hash} in ${relative(dist, file)}`);
    }
  }
  return problems;
}

/** The file that a static host answers a path with. */
function resolve(dist: string, path: string): string | undefined {
  const target = join(dist, path);
  return [target, `${target}.html`, join(target, "index.html")].find(
    file => existsSync(file) && statSync(file).isFile()
  );
}

function plain(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
