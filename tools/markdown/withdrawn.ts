import type {Items} from "../../claims/inventory.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import type {VerdictChange} from "../claims/verdictChanges.js";
import {feedPlace} from "../site/feed.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";
import {signHtml, signs} from "./shown.js";

/**
 * Verdicts that were withdrawn, the newest first, as an HTML list: when, of what, from which to which, and
 * why. A claim that is still there leads to its line in the ledger.
 *
 * @throws katex.ParseError if a formula of a reason is not well formed
 */
export function withdrawnList(changes: readonly VerdictChange[], inventory: Items): string {
  if (changes.length === 0) return "<p>None yet.</p>\n";
  const newest = [...changes].sort((a, b) => b.date.localeCompare(a.date));
  const item = ({date, claim, from, to, reason}: VerdictChange) =>
    `<li><span class="withdrawn-head"><time>${escapeHtml(date)}</time> ${nameOf(claim, to, inventory)} ` +
    `<span class="withdrawn-id">${escapeHtml(claim)}</span> ` +
    `<span>${verdict(from)} → ${verdict(to)}</span></span>${withLinks(renderText(reason))}</li>\n`;
  return `${feedPlace}\n<ul class="withdrawn">\n${newest.map(item).join("")}</ul>\n`;
}

function nameOf(claim: string, to: string, inventory: Items): string {
  const item = inventory.get(claim);
  const label = escapeHtml(item?.label ?? claim);
  if (!item || to === "removed") return `<span class="withdrawn-claim">${label}</span>`;
  return `<a class="withdrawn-claim" href="./ledger#${escapeHtml(claimAnchor(claim))}">${label}</a>`;
}

/** The verdict with its sign; `removed` has none. */
function verdict(name: string): string {
  const sign = name in signs ? `${signHtml(name as Verdict)} ` : "";
  return `<span class="withdrawn-verdict" data-verdict="${escapeHtml(name)}">${sign}${escapeHtml(name)}</span>`;
}

/** Links of Markdown in text that is HTML already. */
const withLinks = (html: string) =>
  html.replace(/\[([^\]]+)\]\((https:[^)\s]+)\)/g, '<a href="$2" rel="external">$1</a>');
