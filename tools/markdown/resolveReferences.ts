import {escapeHtml} from "markdown-it/lib/common/utils.mjs";
import type StateCore from "markdown-it/lib/rules_core/state_core.mjs";
import {locateTokens} from "./lines.js";
import {type Environment, type PageState, pageState, report} from "./page.js";
import type {ReferenceItem, ReferenceMeta} from "./references.js";
import {relativeHref} from "./relativeHref.js";
import type {SiteIndex} from "./scanPages.js";
import {bibliographyPage, findTargets, type Site} from "./site.js";

/** The anchor of a bibliography entry. */
export function referenceId(key: string): string {
  return `ref-${key}`;
}

/** A core rule that makes a link of every reference of a page; what it names must exist. */
export function resolveReferences(site: Site): (state: StateCore) => void {
  return state => {
    const env = state.env as Environment;
    const page = pageState(env);
    if (page.scanning) return;
    let index: SiteIndex | undefined;
    let heading = false;
    for (const {token, line} of locateTokens(state.tokens)) {
      if (token.type === "heading_open") heading = true;
      else if (token.type === "heading_close") heading = false;
      if (token.type !== "reference") continue;
      if (heading) report(env, line, "a heading is a link to itself and cannot hold a reference");
      index ??= site.index();
      const meta = token.meta as ReferenceMeta;
      const links: string[] = [];
      for (const item of meta.items) {
        const link = resolve(item, page, index, site, message => report(env, line, message));
        links.push(link ?? `<span class="reference-error">${escapeHtml(item.key)}</span>`);
      }
      meta.html = meta.bracketed
        ? `<span class="citations">(${links.join("; ")})</span>`
        : links.join("");
    }
  };
}

function resolve(
  {key, suffix, text}: ReferenceItem,
  page: PageState,
  index: SiteIndex,
  site: Site,
  complain: (message: string) => void
): string | undefined {
  const tail = escapeHtml(suffix);
  const found = findTargets(key, page, index);
  if (found.length > 1) {
    const pages = found.map(({page: {path}}) => path).join(" and ");
    complain(`reference ${key} is ambiguous: it stands on ${pages}; write [[/page#${key}]]`);
    return;
  }
  if (found.length === 1) {
    const [{page: other, target}] = found;
    const where = other.path === page.path ? "" : `, on “${other.title}”`;
    const href = relativeHref(page.path, other.path, target.id);
    return (
      anchor(
        `reference reference--${target.kind}`,
        href,
        target.summary + where,
        text ?? target.text
      ) + tail
    );
  }
  const reference = site.bibliography().get(key);
  if (!reference) {
    complain(
      `unresolved reference ${key}: no statement, equation or bibliography entry of that name`
    );
    return;
  }
  const list = bibliographyPage(page, index);
  if (!list) {
    complain(`citation ${key} has nowhere to lead: no page carries ::: bibliography :::`);
    return;
  }
  const href = relativeHref(page.path, list.path, referenceId(key));
  return anchor("citation", href, reference.text, text ?? reference.inText) + tail;
}

function anchor(name: string, href: string, preview: string, text: string): string {
  return (
    `<a class="${name}" href="${escapeHtml(href)}" data-preview="${escapeHtml(preview)}">` +
    `${escapeHtml(text)}</a>`
  );
}
