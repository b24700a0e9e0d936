import type {Document} from "../../claims/document.js";
import {placeOf} from "../../claims/inventory.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {contestUrl, evidenceLines, shortWords} from "./badge.js";
import {escapeHtml, renderText} from "./renderText.js";
import {shownOf, withSignHtml} from "./shown.js";

/** The anchor of a claim on the ledger and among the errata. */
export const claimAnchor = (key: string): string => key.replace("/", "-");

/**
 * Every claim as a row of an HTML table, which can be read, and linked to, where no script runs. Its evidence
 * is not in it, but fetched when a reader opens it (`claimsEvidence`): all of it together weighs more than
 * a page may.
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
  const {key, label, section, routes, statement} = row;
  const shown = shownOf(row);
  const from = `${name}, ${placeOf(section)}`;
  const short = [shortWords(row), routes.map(({method}) => method).join(", ")]
    .filter(Boolean)
    .join(" · ");
  return (
    `<tr id="${escapeHtml(claimAnchor(key))}" data-claim="${escapeHtml(key)}" data-verdict="${escapeHtml(shown)}">\n` +
    `<th scope="row"><a href="#${escapeHtml(claimAnchor(key))}">${escapeHtml(label)}</a>` +
    `<span class="ledger-from">${escapeHtml(from)}</span></th>\n` +
    `<td>${renderText(statement)}\n${fold(row, label)}</td>\n` +
    `<td><span class="badge">${withSignHtml(shown)}</span>` +
    `<span class="ledger-from">${escapeHtml(short)}</span></td>\n</tr>\n`
  );
}

/**
 * What the rows of `claimsTable` unfold, as HTML, by the claim's key.
 *
 * @throws katex.ParseError if a formula of a claim is not well formed
 */
export const claimsEvidence = (rows: readonly Evidence[]): Record<string, string> =>
  Object.fromEntries(rows.map(row => [row.key, evidence(row)]));

function fold({id, page}: Evidence, name: string): string {
  const link = page
    ? `<a href=".${escapeHtml(page)}#${encodeURIComponent(id)}">on its page</a>`
    : "";
  return (
    `<details class="evidence">\n<summary>evidence<span class="visually-hidden"> of ${escapeHtml(name)}</span></summary>\n` +
    `<p>${link}</p>\n</details>`
  );
}

function evidence(row: Evidence): string {
  const {key, printed, snippet} = row;
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
  return (
    `<dl>\n${lines.map(item).join("")}</dl>\n${code}` +
    `<p><a href="${escapeHtml(contestUrl(row))}" rel="external">contest this verdict</a></p>\n`
  );
}
