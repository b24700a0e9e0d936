import {posix} from "node:path";
import {escapeHtml} from "markdown-it/lib/common/utils.mjs";
import type {Document} from "../../claims/document.js";
import type {LocalSymbol} from "./localSymbols.js";
import {type Notation, whereUsed} from "./notation.js";
import {relativeHref} from "./relativeHref.js";
import {renderText} from "./renderText.js";
import type {Meaning} from "./symbolScope.js";

/** A symbol of a page with the names that its documents' statements give it there. */
export interface ListedSymbol {
  readonly meaning: Meaning;
  readonly theirs: Map<string, Set<Notation>>;
}

/** The anchor of a symbol of the page's own. */
export function localSymbolId({tex, notation}: LocalSymbol): string {
  const whose = notation === "here" ? "" : `${notation.replaceAll(" ", "-")}-`;
  return `own-${whose}${tex.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/**
 * The symbols of a page, folded: those that it uses for itself, and those of the whole site, each in the
 * order in which they appear. It says to a reader without a pointer what the links say to one with it.
 */
export function symbolList(
  symbols: readonly ListedSymbol[],
  path: string,
  notation: string,
  documents: readonly Document[]
): string {
  const own = symbols.flatMap(({meaning: {local}}) =>
    local ? [entry(localSymbolId(local), renderText(texOf(local)), renderText(local.meaning))] : []
  );
  const shared = symbols.flatMap(({meaning: {row}, theirs}) => {
    if (!row) return [];
    const href = escapeHtml(relativeHref(path, notation, row.id));
    const places = new Map<string, string[]>();
    for (const [name, from] of theirs) {
      const where =
        [...from].map(whose => whereUsed(whose, documents)).join(" and ") || "here, too";
      places.set(where, [...(places.get(where) ?? []), renderText(`$${name}$`)]);
    }
    const names = [...places].map(([where, list]) => `; ${list.join(", ")} ${where}`);
    return entry(
      `symbol-${row.id}`,
      `<a href="${href}">${renderText(row.symbol)}</a>`,
      withLinks(row.meaning, path, notation) + names.join("")
    );
  });
  const groups = [
    group("For this page alone", own),
    group(`As <a href="${escapeHtml(relativeHref(path, notation))}">everywhere</a>`, shared)
  ].join("");
  return (
    groups &&
    `<details class="symbols">\n<summary>Symbols on this page</summary>\n${groups}</details>\n`
  );
}

const entry = (id: string, symbol: string, text: string) =>
  `<div id="${id}"><dt>${symbol}</dt><dd>${text}</dd></div>\n`;

const group = (title: string, entries: readonly string[]) =>
  entries.length ? `<p>${title}</p>\n<dl>\n${entries.join("")}</dl>\n` : "";

const texOf = ({tex}: LocalSymbol) => `$${tex}$`;

/** A cell of the notation page as it reads on the page at `path`. */
function withLinks(cell: string, path: string, notation: string): string {
  return cell
    .split(/(\[[^\]]*\]\([^)]*\))/)
    .map(piece => {
      const [, words, href] = /^\[([^\]]*)\]\(([^)]*)\)$/.exec(piece) ?? [];
      if (href === undefined) return renderText(piece);
      const [to, id] = href.split("#");
      const target = posix.resolve(posix.dirname(notation), to);
      return `<a href="${escapeHtml(relativeHref(path, target, id))}">${renderText(words)}</a>`;
    })
    .join("");
}
