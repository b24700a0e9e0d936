import type {Document} from "../../claims/document.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {escapeHtml} from "./renderText.js";
import {type Shown, shownAmong, shownOf, signOf} from "./shown.js";

type Counted = Pick<Evidence, "document" | "doubt" | "verdict">;

const count = (shown: Shown, rows: readonly Counted[]) =>
  rows.filter(row => shownOf(row) === shown).length;

/** How many claims there are, and how many of each verdict, as a line of HTML. */
export function verdictTotal(rows: readonly Counted[]): string {
  const parts = shownAmong(rows).map(
    shown =>
      `<span data-verdict="${shown}">${signOf(shown)} <strong>${count(shown, rows)}</strong> ${shown}</span>`
  );
  return `<p class="verdict-total"><span><strong>${rows.length}</strong> claims:</span> ${parts.join(" ")}</p>\n`;
}

/** How many claims of each document have which verdict, and how many in all, as an HTML table. */
export function verdictCounts(rows: readonly Counted[], documents: readonly Document[]): string {
  const verdicts = shownAmong(rows);
  const line = (name: string, mine: readonly Counted[]) => {
    const counts = verdicts.map(verdict => count(verdict, mine));
    const cells = [...counts, mine.length].map(n => `<td class="number">${n}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join("")}</tr>\n`;
  };
  const counted = documents
    .map(({id, name}) => ({name, mine: rows.filter(({document}) => document === id)}))
    .filter(({mine}) => mine.length > 0);
  const heads = verdicts.map(
    verdict =>
      `<th scope="col" class="number" data-verdict="${verdict}">${signOf(verdict)} ${verdict}</th>`
  );
  return (
    `<div class="scroll" role="region" aria-label="Claims by document and verdict" tabindex="0">\n` +
    `<table class="verdicts">\n<thead><tr><th scope="col">claims of</th>${heads.join("")}` +
    `<th scope="col" class="number">all</th></tr></thead>\n<tbody>\n` +
    `${counted.map(({name, mine}) => line(name, mine)).join("")}</tbody>\n` +
    `<tfoot>${line("all", rows)}</tfoot>\n</table>\n</div>\n`
  );
}
