import type {Document} from "../../claims/document.js";
import {type Item, type Items, placeOf} from "../../claims/inventory.js";
import type {Evidence, EvidenceByKey} from "../claims/evidenceFile.js";
import {rowsOf} from "./badge.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";
import {gravest, type Shown, shownAmong, shownOf, withSignHtml} from "./shown.js";

/** A statement of a document with the items that are parts of it. */
interface Statement {
  readonly item: Item;
  readonly parts: readonly (readonly [key: string, item: Item])[];
  /** The gravest of what is said of it; undefined where the ledger has not run. */
  readonly shown: Shown | undefined;
}

/** A chapter of a document: what its sections' numbers begin with. */
interface Chapter {
  readonly name: string;
  readonly anchor: string;
  readonly statements: readonly Statement[];
}

/** The statements of a document in its own order, chapter by chapter. */
export function chaptersOf(document: Document, items: Items, evidence: EvidenceByKey): Chapter[] {
  const chapters: {name: string; anchor: string; statements: Statement[]}[] = [];
  const own = [...items].filter(([, item]) => item.document === document);
  for (const [, item] of own) {
    if (item.part !== undefined) continue;
    const parts = own.filter(([, other]) => other.id === item.id && other.part !== undefined);
    const shown = gravest(rowsOf(item.id, evidence).map(shownOf));
    const number = item.section.split(", ")[0].split(".")[0];
    const name = chapterName(number);
    const known = chapters.find(chapter => chapter.name === name);
    const statement = {item, parts, shown};
    if (known) known.statements.push(statement);
    else
      chapters.push({
        name,
        anchor: `part-${number.toLowerCase().replace(/\W+/g, "-")}`,
        statements: [statement]
      });
  }
  return chapters;
}

const chapterName = (number: string): string => {
  if (/^\d+$/.test(number)) return `Section ${number}`;
  if (/^[A-Z]$/.test(number)) return `Appendix ${number}`;
  return number.charAt(0).toUpperCase() + number.slice(1);
};

/** A strip with a tick for each statement, each a link to its line; `small` has none, and stands for itself. */
export function stripHtml(chapters: readonly Chapter[], {small = false} = {}): string {
  const tick = ({item, shown}: Statement) => {
    const verdict = escapeHtml(shown ?? "not run");
    if (small) return `<i data-verdict="${verdict}"></i>`;
    const words = escapeHtml(`${item.label}, ${placeOf(item.section)}: ${shown ?? "not run"}`);
    return (
      `<li><a data-verdict="${verdict}" href="#${escapeHtml(claimAnchor(item.id))}" title="${words}">` +
      `<span class="visually-hidden">${words}</span></a></li>`
    );
  };
  const chapter = ({name, anchor, statements}: Chapter) => {
    const ticks = statements.map(tick).join("");
    return small
      ? `<b>${ticks}</b>`
      : `<div class="strip-chapter"><a class="strip-name" href="#${anchor}">${escapeHtml(name)}</a><ol>${ticks}</ol></div>\n`;
  };
  const inside = chapters.map(chapter).join("");
  return small
    ? `<span class="strip strip--small" aria-hidden="true">${inside}</span>`
    : `<nav class="strip" aria-label="Statements by section and verdict">\n${inside}</nav>\n`;
}

/** How many statements there are of each verdict, in words. */
export function countedInWords(chapters: readonly Chapter[]): string {
  const all = chapters.flatMap(({statements}) => statements.map(({shown}) => shown));
  const known = all.filter((shown): shown is Shown => shown !== undefined);
  const counts = [...new Set(known)]
    .map(shown => [shown, known.filter(each => each === shown).length] as const)
    .sort((a, b) => b[1] - a[1]);
  return counts.map(([shown, n]) => `${n} ${words[shown]?.[n === 1 ? 0 : 1] ?? shown}`).join(", ");
}

/** Each verdict as the verb of one statement, and of several. */
const words: Readonly<Partial<Record<Shown, readonly [one: string, many: string]>>> = {
  holds: ["holds", "hold"],
  "holds, corrected": ["holds as corrected", "hold as corrected"],
  conditional: ["holds under a condition", "hold under a condition"],
  fails: ["fails", "fail"],
  "not checkable": ["is not checkable", "are not checkable"]
};

/** The documents with their small strips, as HTML for the front page. */
export function papersHtml(
  documents: readonly Document[],
  items: Items,
  evidence: EvidenceByKey
): string {
  const theirs = documents.filter(({own}) => !own);
  const lines = theirs.map(document => {
    const chapters = chaptersOf(document, items, evidence);
    return (
      `<li><a href="./papers/${escapeHtml(document.id)}"><strong>${escapeHtml(document.title)}</strong> ` +
      `${stripHtml(chapters, {small: true})}</a> <span class="paper-counts">of its statements ${escapeHtml(countedInWords(chapters))}</span></li>\n`
    );
  });
  return `<ul class="papers">\n${lines.join("")}</ul>\n`;
}

/** A document's statements in its own order, a line each, below their strip. */
export function paperHtml(document: Document, items: Items, evidence: EvidenceByKey): string {
  const chapters = chaptersOf(document, items, evidence);
  const rows = shownAmong(Object.values(evidence).filter(row => row.document === document.id));
  const legend = rows
    .filter(shown => chapters.some(each => each.statements.some(one => one.shown === shown)))
    .map(shown => `<span data-verdict="${shown}"><i></i> ${withSignHtml(shown)}</span>`);
  const chapter = ({name, anchor, statements}: Chapter) =>
    `<h2 id="${anchor}" tabindex="-1">${escapeHtml(name)}</h2>\n<ul class="paper">\n${statements.map(each => lines(each, evidence)).join("")}</ul>\n`;
  return (
    `${stripHtml(chapters)}<p class="strip-legend">${legend.join(" ")}</p>\n` +
    `<p>${chapters.reduce((sum, {statements}) => sum + statements.length, 0)} statements: ${escapeHtml(countedInWords(chapters))}.</p>\n` +
    chapters.map(chapter).join("")
  );
}

function lines({item, parts, shown}: Statement, evidence: EvidenceByKey): string {
  const whole = evidence[item.id];
  if (parts.length === 0) return line(item.id, item, whole);
  const first = evidence[parts[0][0]];
  const head = line(item.id, item, first && {...first, statement: "", key: item.id}, shown);
  const nested = parts.map(([key, part]) => line(key, part, evidence[key])).join("");
  return head.replace(/<\/li>\n$/, `<ul>\n${nested}</ul></li>\n`);
}

function line(
  key: string,
  item: Item,
  row: Evidence | undefined,
  shown = row && shownOf(row)
): string {
  const target = row?.page ? `..${row.page}#${encodeURIComponent(item.id)}` : "";
  const label = target
    ? `<a href="${escapeHtml(target)}">${escapeHtml(item.label)}</a>`
    : escapeHtml(item.label);
  const place =
    item.part === undefined
      ? ` <span class="paper-place">${escapeHtml(placeOf(item.section))}</span>`
      : "";
  const said = row?.statement
    ? ` <span class="paper-said">${renderText(row.statement)}</span>`
    : "";
  const verdict = shown ? ` <span class="paper-verdict">${withSignHtml(shown)}</span>` : "";
  return `<li id="${escapeHtml(claimAnchor(key))}" data-item="${escapeHtml(key)}" data-verdict="${escapeHtml(shown ?? "not run")}"><strong>${label}</strong>${place}${verdict}${said}</li>\n`;
}
