import type {Document} from "../../claims/document.js";
import type {ClaimEvidence} from "../../claims/ledger/claimEvidence.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {signs} from "./badge.js";
import {escapeHtml} from "./renderText.js";

const count = (verdict: Verdict, rows: readonly ClaimEvidence[]) =>
  rows.filter(row => row.verdict === verdict).length;

/** How many claims there are, and how many of each verdict, as a line of HTML. */
export function verdictTotal(rows: readonly ClaimEvidence[]): string {
  const parts = (Object.keys(signs) as Verdict[]).map(
    verdict =>
      `<span data-verdict="${verdict}">${signs[verdict]} <strong>${count(verdict, rows)}</strong> ${verdict}</span>`
  );
  return `<p class="verdict-total"><span><strong>${rows.length}</strong> claims:</span> ${parts.join(" ")}</p>\n`;
}

/** How many claims of each document have which verdict, and how many in all, as an HTML table. */
export function verdictCounts(
  rows: readonly ClaimEvidence[],
  documents: readonly Document[]
): string {
  const verdicts = Object.keys(signs) as Verdict[];
  const line = (name: string, mine: readonly ClaimEvidence[]) => {
    const counts = verdicts.map(verdict => count(verdict, mine));
    const cells = [...counts, mine.length].map(n => `<td class="number">${n}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join("")}</tr>\n`;
  };
  const counted = documents
    .map(({id, name}) => ({name, mine: rows.filter(({document}) => document === id)}))
    .filter(({mine}) => mine.length > 0);
  const heads = verdicts.map(
    verdict =>
      `<th scope="col" class="number" data-verdict="${verdict}">${signs[verdict]} ${verdict}</th>`
  );
  return (
    `<div class="scroll" role="region" aria-label="Claims by document and verdict" tabindex="0">\n` +
    `<table class="verdicts">\n<thead><tr><th scope="col">claims of</th>${heads.join("")}` +
    `<th scope="col" class="number">all</th></tr></thead>\n<tbody>\n` +
    `${counted.map(({name, mine}) => line(name, mine)).join("")}</tbody>\n` +
    `<tfoot>${line("all", rows)}</tfoot>\n</table>\n</div>\n`
  );
}
