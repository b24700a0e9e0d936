import {existsSync} from "node:fs";
import {join, posix} from "node:path";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {locateTokens} from "./lines.js";
import {type Environment, type PageState, pageState, report} from "./page.js";
import type {SiteIndex} from "./scanPages.js";
import type {Site} from "./site.js";

const LOADERS = [".ts", ".js", ".sh", ".py"];

/** Notes the links that a page writes as `[words](href)`. */
export function collectLinks(state: StateCore): void {
  const page = pageState(state.env as Environment);
  for (const {token, line} of locateTokens(state.tokens)) {
    const href = token.type === "link_open" ? token.attrGet("href") : null;
    if (href !== null) page.links.push({href, line});
  }
}

/** A core rule that reports links into the site which lead nowhere. */
export function checkLinks(site: Site): (state: StateCore) => void {
  return state => {
    const env = state.env as Environment;
    const page = pageState(env);
    if (page.scanning || page.links.length === 0) return;
    const index = site.index();
    for (const {href, line} of page.links) {
      const message = linkProblem(href, page, index, site.root);
      if (message) report(env, line, message);
    }
  };
}

function linkProblem(
  href: string,
  page: PageState,
  index: SiteIndex,
  root: string
): string | undefined {
  if (href === "") return "a link has no address";
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/)/i.test(href)) return;
  const [, path, hash] = /^([^?#]*)(?:\?[^#]*)?(?:#(.*))?$/s.exec(href)!;
  const target = path ? resolvePath(page.path, decode(path)) : page.path;
  const other = target === page.path ? page : index.get(target);
  if (!other) {
    const file = join(root, target);
    // A file, or what a loader makes: a page too, whose anchors only its run can tell.
    const names = [file, ...LOADERS.flatMap(ext => [file + ext, `${file}.md${ext}`])];
    return names.some(existsSync) ? undefined : `link to ${href}: no such page or file`;
  }
  if (hash && !other.anchors.has(decode(hash)))
    return `link to ${href}: no such anchor on ${other.path}`;
}

/** The page that a relative link names, as the site spells its path. */
function resolvePath(from: string, path: string): string {
  const target = posix.resolve(posix.dirname(from), path).replace(/\.(?:html|md)$/, "");
  return path.endsWith("/") || /(?:^|\/)\.\.?$/.test(path) ? posix.join(target, "index") : target;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
