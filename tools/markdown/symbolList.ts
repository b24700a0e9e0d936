import {posix} from "node:path";
import {escapeHtml} from "markdown-it/lib/common/utils.mjs";
import type {LocalSymbol} from "./localSymbols.js";
import {relativeHref} from "./relativeHref.js";
import {renderText} from "./renderText.js";
import type {Notation} from "./symbolRows.js";
import type {Meaning} from "./symbolScope.js";

/** A symbol of a page with the names that its documents' statements give it there. */
export interface ListedSymbol {
  readonly meaning: Meaning;
  readonly theirs: Map<string, Set<Notation>>;
}

const documents: Readonly<Record<Notation, string>> = {
  here: "",
  Fisher: "in the Fisher paper",
  Notes: "in the notes",
  "Finite rate": "in the finite-rate paper"
};

/** The anchor of a symbol of the page's own. */
export function localSymbolId({tex}: LocalSymbol): string {
  return `symbol-${tex.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "")}`;
}

/** The symbols of a page in the order in which they appear, folded; the same for a reader without a pointer. */
export function symbolList(
  symbols: readonly ListedSymbol[],
  path: string,
  notation: string
): string {
  if (symbols.length === 0) return "";
  const entries = symbols.map(({meaning: {row, local}, theirs}) => {
    const id = row ? `symbol-${row.id}` : localSymbolId(local);
    const symbol = row
      ? `<a href="${escapeHtml(relativeHref(path, notation, row.id))}">${renderText(row.symbol)}</a>`
      : renderText(`$${local.tex}$`);
    const text = row
      ? withLinks(row.meaning, path, notation)
      : `${renderText(local.meaning)}, on this page`;
    const names = [...theirs].map(([name, from]) => {
      const where = [...from].map(document => documents[document]).join(" and ") || "here, too";
      return `; ${renderText(`$${name}$`)} ${where}`;
    });
    return `<div id="${id}"><dt>${symbol}</dt><dd>${text}${names.join("")}</dd></div>\n`;
  });
  return `<details class="symbols">\n<summary>Symbols on this page</summary>\n<dl>\n${entries.join("")}</dl>\n</details>\n`;
}

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
