import type {Document} from "../../claims/document.js";
import {placeOf} from "../../claims/inventory.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {contestUrl, evidenceLines, shortNumber, signs} from "./badge.js";
import {escapeHtml, renderText} from "./renderText.js";

/** The anchor of a claim on the ledger and among the errata. */
export const claimAnchor = (key: string): string => key.replace("/", "-");

/**
 * Every claim as a row of an HTML table, with its evidence folded: it can be read, and linked to, where
 * no script runs.
 *
 * @throws katex.ParseError if a formula of a claim is not well formed
 */
export function claimsTable(rows: readonly Evidence[], documents: readonly Document[]): string {
  const names = new Map(documents.map(({id, name}) => [id, name]));
  return (
    `<div class="ledger scroll" role="region" aria-label="Claims" tabindex="0">\n<table>\n` +
    `<thead><tr><th scope="col">claim</th><th scope="col">what holds</th><th scope="col">verdict</th></tr></thead>\n` +
    `<tbody>\n${rows.map(row => claimRow(row, names.get(row.document) ?? row.document)).join("")}</tbody>\n</table>\n</div>\n`
  );
}

function claimRow(row: Evidence, name: string): string {
  const {key, label, section, verdict, routes, statement} = row;
  const from = `${name}, ${placeOf(section)}`;
  const short = [shortNumber(row), routes.map(({method}) => method).join(", ")]
    .filter(Boolean)
    .join(" · ");
  return (
    `<tr id="${escapeHtml(claimAnchor(key))}" data-claim="${escapeHtml(key)}" data-verdict="${escapeHtml(verdict)}">\n` +
    `<th scope="row"><a href="#${escapeHtml(claimAnchor(key))}">${escapeHtml(label)}</a>` +
    `<span class="ledger-from">${escapeHtml(from)}</span></th>\n` +
    `<td>${renderText(statement)}\n${evidence(row, label)}</td>\n` +
    `<td><span class="badge">${signs[verdict]} ${escapeHtml(verdict)}</span>` +
    `<span class="ledger-from">${escapeHtml(short)}</span></td>\n</tr>\n`
  );
}

function evidence(row: Evidence, name: string): string {
  const {key, id, page, printed, snippet} = row;
  const item = ([term, html]: readonly [string, string]) =>
    `<div><dt>${escapeHtml(term)}</dt><dd>${html}</dd></div>\n`;
  const lines: [string, string][] = evidenceLines(row).map(([term, text]) => [
    // The printed form itself stands above under this name.
    term === "as printed" ? "the printed form says" : term,
    renderText(text)
  ]);
  if (printed) lines.unshift(["as printed", renderText(printed.formula)]);
  lines.push(["again", `<code>npm run ledger -- ${escapeHtml(key)}</code>`]);
  const code = snippet
    ? `<pre class="evidence-snippet" tabindex="0"><code>${escapeHtml(snippet)}</code></pre>\n`
    : "";
  const link = page
    ? `<a href=".${escapeHtml(page)}#${encodeURIComponent(id)}">on its page</a> · `
    : "";
  return (
    `<details class="evidence">\n<summary>evidence<span class="visually-hidden"> of ${escapeHtml(name)}</span></summary>\n` +
    `<dl>\n${lines.map(item).join("")}</dl>\n${code}` +
    `<p>${link}<a href="${escapeHtml(contestUrl(row))}" rel="external">contest this verdict</a></p>\n</details>`
  );
}
