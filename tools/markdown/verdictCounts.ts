import {isAside} from "../../claims/bookkeeping.js";
import type {Document} from "../../claims/document.js";
import {isOwn} from "../../claims/isOwn.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {escapeHtml, unseen} from "./renderText.js";
import {type Shown, shownAmong, shownOf, signHtml, withSignHtml} from "./shown.js";

type Counted = Pick<Evidence, "document" | "doubt" | "key" | "kind" | "verdict">;

const count = (shown: Shown, rows: readonly Counted[]) =>
  rows.filter(row => shownOf(row) === shown).length;

/**
 * How many claims of documents there are besides definitions and bookkeeping, and how many of each verdict, as a line
 * of HTML; statements of the site's own follow.
 */
export function verdictTotal(all: readonly Counted[]): string {
  const rows = all.filter(({document}) => !isOwn(document));
  const counted = rows.filter(row => !isAside(row));
  const aside = rows.length - counted.length;
  const parts = shownAmong(counted).map(
    shown =>
      `<span data-verdict="${shown}">${signHtml(shown)} <strong>${count(shown, counted)}</strong> ${shown}</span>`
  );
  const rest = aside
    ? ` <span>and <strong>${aside}</strong> definitions and bookkeeping</span>`
    : "";
  const own = all.length - rows.length;
  const ours = own ? ` <span>and <strong>${own}</strong> statements of our own</span>` : "";
  return `<p class="verdict-total"><span><strong>${counted.length}</strong> claims:</span> ${parts.join(`${unseen(",")} `)}${rest && unseen(";")}${rest}${ours}</p>\n`;
}

/**
 * How many claims of each document have which verdict, and how many in all, as an HTML table; below it how many
 * statements of the site's own.
 */
export function verdictCounts(rows: readonly Counted[], documents: readonly Document[]): string {
  const verdicts = shownAmong(rows);
  const line = (name: string, mine: readonly Counted[]) => {
    const counts = verdicts.map(verdict => count(verdict, mine));
    const cells = [...counts, mine.length].map(n => `<td class="number">${n}</td>`);
    return `<tr><th scope="row">${escapeHtml(name)}</th>${cells.join("")}</tr>\n`;
  };
  const counted = documents
    .map(({id, name, own}) => ({name, own, mine: rows.filter(({document}) => document === id)}))
    .filter(({mine}) => mine.length > 0);
  const theirs = counted.filter(({own}) => !own);
  const ours = counted.filter(({own}) => own);
  const heads = verdicts.map(
    verdict =>
      `<th scope="col" class="number" data-verdict="${verdict}">${withSignHtml(verdict)}</th>`
  );
  return (
    `<div class="scroll" role="region" aria-label="Claims by document and verdict" tabindex="0">\n` +
    `<table class="verdicts">\n<thead><tr><th scope="col">claims of</th>${heads.join("")}` +
    `<th scope="col" class="number">all</th></tr></thead>\n<tbody>\n` +
    `${theirs.map(({name, mine}) => line(name, mine)).join("")}</tbody>\n` +
    `<tfoot>${line(
      "all",
      theirs.flatMap(({mine}) => mine)
    )}${ours.map(({mine}) => line("apart: this site", mine)).join("")}</tfoot>\n</table>\n</div>\n`
  );
}
