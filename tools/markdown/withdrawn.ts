import type {Items} from "../../claims/inventory.js";
import type {VerdictChange} from "../claims/verdictChanges.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";

/**
 * Verdicts that were withdrawn, the newest first, as an HTML table: when, of what, from which to which,
 * and why. A claim that is still there leads to its line in the ledger.
 *
 * @throws katex.ParseError if a formula of a reason is not well formed
 */
export function withdrawnTable(changes: readonly VerdictChange[], inventory: Items): string {
  if (changes.length === 0) return "<p>None yet.</p>\n";
  const newest = [...changes].sort((a, b) => b.date.localeCompare(a.date));
  const row = ({date, claim, from, to, reason}: VerdictChange) =>
    `<tr><td class="withdrawn-date">${escapeHtml(date)}</td>` +
    `<th scope="row">${nameOf(claim, to, inventory)}<span class="ledger-from">${escapeHtml(claim)}</span></th>` +
    `<td>${verdict(from)}<br>→ ${verdict(to)}</td><td>${withLinks(renderText(reason))}</td></tr>\n`;
  return (
    `<div class="withdrawn scroll" role="region" aria-label="Withdrawn verdicts" tabindex="0">\n<table>\n` +
    `<thead><tr><th scope="col">date</th><th scope="col">claim</th><th scope="col">verdict</th><th scope="col">reason</th></tr></thead>\n` +
    `<tbody>\n${newest.map(row).join("")}</tbody>\n</table>\n</div>\n`
  );
}

function nameOf(claim: string, to: string, inventory: Items): string {
  const item = inventory.get(claim);
  const label = escapeHtml(item?.label ?? claim);
  if (!item || to === "removed") return label;
  return `<a href="./ledger#${escapeHtml(claimAnchor(claim))}">${label}</a>`;
}

const verdict = (name: string) =>
  `<span class="withdrawn-verdict" data-verdict="${escapeHtml(name)}">${escapeHtml(name)}</span>`;

/** Links of Markdown in text that is HTML already. */
const withLinks = (html: string) =>
  html.replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '<a href="$2" rel="external">$1</a>');
