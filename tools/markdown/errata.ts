import {placeOf} from "../../claims/inventory.js";
import {leadingOutcome, refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {contestUrl, fullNumber, signs} from "./badge.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";

/** The claims of a document that do not simply hold, in the order of the ledger. */
export function correctionsOf(document: string, rows: readonly Evidence[]): Evidence[] {
  return rows.filter(
    row => row.document === document && !["holds", "not checkable"].includes(row.verdict)
  );
}

/** Links to a document's corrections, and to its statements that need a condition, as HTML. */
export function errataIndex(rows: readonly Evidence[]): string {
  const line = (name: string, found: readonly Evidence[]) => {
    const links = found.map(
      ({key, label}) => `<a href="#${escapeHtml(claimAnchor(key))}">${escapeHtml(label)}</a>`
    );
    return links.length
      ? `<p class="errata-index"><strong>${name} (${links.length}):</strong> ${links.join(" · ")}</p>\n`
      : "";
  };
  return (
    line(
      "To be corrected",
      rows.filter(({verdict}) => verdict !== "conditional")
    ) +
    line(
      "Under a condition",
      rows.filter(({verdict}) => verdict === "conditional")
    )
  );
}

/**
 * A correction as HTML: as printed, as it should read, what the two say and what was measured there,
 * how it was found, and the lines that find it again.
 *
 * @throws katex.ParseError if a formula of the claim is not well formed
 */
export function erratumHtml(row: Evidence): string {
  const {key, label, section, verdict, page, id, condition, note} = row;
  const notes = [condition?.text, note]
    .map(text => (text ? `<p>${renderText(text)}</p>\n` : ""))
    .join("");
  const routes = row.routes.map(
    ({method, how}) => `${escapeHtml(sentence(method).slice(0, -1))}: ${renderText(how)}.`
  );
  const anchor = escapeHtml(claimAnchor(key));
  const link = `<a class="statement-label" href="#${anchor}">${escapeHtml(label)}</a>`;
  const badge = `<a class="badge" href="./ledger#${anchor}">${signs[verdict]} ${escapeHtml(verdict)}</a>`;
  const more = [
    page ? `<a href=".${escapeHtml(page)}#${encodeURIComponent(id)}">derivation</a>` : "",
    `<a href="./ledger#${anchor}">ledger</a>`,
    `<a href="${escapeHtml(contestUrl(row))}" rel="external">contest</a>`
  ];
  return (
    `<section class="statement erratum" id="${anchor}" data-verdict="${escapeHtml(verdict)}">\n` +
    `<header class="statement-header">${link}\n<span class="statement-source">${escapeHtml(placeOf(section))}</span>\n${badge}</header>\n` +
    `<div class="statement-body">\n<div class="versions">\n${versions(row)}</div>\n` +
    `${notes}${numbers(row)}</div>\n` +
    `<p class="erratum-method">${routes.join("<br>\n")}<br>\n` +
    `Again: <code>npm run ledger -- ${escapeHtml(key)}</code></p>\n` +
    `${again(row)}<p class="erratum-method">${more.filter(Boolean).join(" · ")}</p>\n</section>\n`
  );
}

function versions({verdict, printed, statement}: Evidence): string {
  const version = (name: string, title: string, text: string) =>
    `<div class="version version--${name}">\n<p class="version-label">${title}</p>\n<p>${renderText(text)}</p>\n</div>\n`;
  const asPrinted = printed?.formula ?? statement;
  if (verdict === "fails") return version("as-printed", "As printed", asPrinted);
  if (verdict === "conditional")
    return version("as-printed", "As printed, where it needs a condition", statement);
  return (
    version("as-printed", "As printed", asPrinted) +
    version("holds", "As it should read", statement)
  );
}

/** What each form says where it is furthest off, beside what was measured there. */
function numbers(row: Evidence): string {
  const [outcome, refuted] = [leadingOutcome(row), refutedOutcome(row)];
  const lines: [string, number, string][] = [];
  if (refuted)
    lines.push([
      row.condition ? "without the condition" : "as printed",
      refuted.predicted,
      fullNumber(refuted.measured)
    ]);
  if (outcome)
    lines.push([
      `as it should read (${outcome.where})`,
      outcome.predicted,
      fullNumber(outcome.measured, outcome.standardError)
    ]);
  const body = lines.map(
    ([name, says, found]) =>
      `<tr><th scope="row">${escapeHtml(name)}</th><td class="number">${bound(says)}</td>` +
      `<td class="number">${found}</td></tr>\n`
  );
  return (
    `<div class="scroll" role="region" aria-label="${escapeHtml(row.key)}: what it says and what is found" tabindex="0">\n` +
    `<table>\n<thead><tr><th scope="col">form</th><th scope="col" class="number">it says</th>` +
    `<th scope="col" class="number">found</th></tr></thead>\n<tbody>\n${body.join("")}</tbody>\n</table>\n</div>\n`
  );
}

/** An open bound at zero is held against the smallest number there is. */
const bound = (x: number) => (x === Number.MIN_VALUE ? "above 0" : fullNumber(x));

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

function again({snippet}: Evidence): string {
  if (!snippet) return "";
  return (
    `<details><summary>The form that holds and the measurement, computed again</summary>\n` +
    `<pre class="evidence-snippet" tabindex="0"><code>${escapeHtml(snippet)}</code></pre>\n</details>\n`
  );
}
