import {type Items, placeOf, sourceOf} from "../../claims/inventory.js";
import type {Weight} from "../../claims/ledger/claim.js";
import {leadingOutcome, refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {weights} from "../../claims/ledger/weight.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {contestUrl, fullNumber} from "./badge.js";
import {claimAnchor} from "./claimsTable.js";
import {erratumLatex} from "./erratumLatex.js";
import {offBy} from "./offBy.js";
import {escapeHtml, renderText, unseen} from "./renderText.js";
import {shownOf} from "./shown.js";

/** Corrections of one weight, or what needs a condition, under a title of their own. */
export interface ErrataGroup {
  readonly title: string;
  readonly weight: Weight | "fails" | "condition";
  /** Each followed by what inherits its error. */
  readonly rows: readonly Evidence[];
}

/**
 * The claims that do not simply hold, the gravest first: what fails, and corrections by their weight, within each in
 * the order of the documents. What inherits an error follows the correction at which the error is charged, whatever
 * its own weight, if both are of one document and that one is a correction too.
 */
export function correctionsOf(rows: readonly Evidence[]): ErrataGroup[] {
  const charged = rows.filter(({verdict}) => ["fails", "holds, corrected"].includes(verdict));
  const keys = new Map(charged.map(({key, document}) => [key, document]));
  const inherits = ({printed, document}: Evidence) =>
    printed?.consequenceOf != null && keys.get(printed.consequenceOf) === document;
  const own = rows.filter(row => !inherits(row));
  const followed = (found: readonly Evidence[]) =>
    found.flatMap(row => [
      row,
      ...rows.filter(each => inherits(each) && each.printed?.consequenceOf === row.key)
    ]);
  const having = (verdict: Verdict) => own.filter(row => row.verdict === verdict);
  const corrected = having("holds, corrected");
  return [
    {title: "Fails", weight: "fails" as const, rows: followed(having("fails"))},
    ...weights.map(weight => ({
      title: titles[weight],
      weight,
      rows: followed(corrected.filter(({printed}) => printed?.weight === weight))
    }))
  ].filter(group => group.rows.length > 0);
}

/** What needs a condition that its document does not state, document by document. */
export function conditionsOf(rows: readonly Evidence[], items: Items): ErrataGroup[] {
  const conditional = rows.filter(({verdict}) => verdict === "conditional");
  const documents = [...new Set(conditional.map(({document}) => document))];
  return documents.map(id => ({
    title: [...items.values()].find(({document}) => document.id === id)?.document.name ?? id,
    weight: "condition",
    rows: conditional.filter(({document}) => document === id)
  }));
}

const titles: Readonly<Record<Weight, string>> = {
  conclusion: "Changes a conclusion",
  formula: "Changes a formula or a constant",
  slip: "Slips"
};

/** How many corrections there are of each weight, and what needs a condition, in a sentence of HTML. */
export function errataCount(rows: readonly Evidence[]): string {
  const corrections = rows.filter(({verdict}) => verdict === "holds, corrected");
  const own = corrections.filter(({printed}) => !printed?.consequenceOf);
  const [conclusions, formulas, slips] = weights.map(
    weight => own.filter(({printed}) => printed?.weight === weight).length
  );
  const count = (verdict: Verdict) => rows.filter(row => row.verdict === verdict).length;
  const [failing, conditional, inherited] = [
    count("fails"),
    count("conditional"),
    corrections.length - own.length
  ];
  const are = (n: number, one: string, many: string) =>
    `<strong>${n}</strong> ${n === 1 ? one : many}`;
  return (
    `<p class="errata-count">Of ${own.length} corrections ` +
    `${are(conclusions, "changes a conclusion", "change a conclusion")}, ` +
    `${are(formulas, "changes a formula or a constant", "change a formula or a constant")}, and ` +
    `${are(slips, "is a slip", "are slips")}; ${are(inherited, "statement inherits", "statements inherit")} ` +
    `one of these errors. ${failing ? `${are(failing, "statement fails", "statements fail")}. ` : ""}` +
    `${are(conditional, "statement needs", "statements need")} a condition that the text does not state.</p>\n`
  );
}

/**
 * A correction as HTML: a line with what it should read, and folded below it what is printed, both beside what was
 * measured at one case, how that was found, and where it is charged if it inherits an error.
 *
 * @throws katex.ParseError if a formula of the claim is not well formed
 */
export function erratumHtml(row: Evidence, group: ErrataGroup["weight"], items: Items): string {
  const {key, label, page, id, condition, note, section} = row;
  const shown = shownOf(row);
  const charged = row.printed?.consequenceOf;
  const item = items.get(key);
  const anchor = escapeHtml(claimAnchor(key));
  const kind = offBy(row);
  const notes = [condition?.text, note]
    .map(text => (text ? `<p>${renderText(text)}</p>\n` : ""))
    .join("");
  const routes = row.routes.map(
    ({method, how}) => `${escapeHtml(capital(method))}: ${renderText(how)}.`
  );
  const more = [
    page ? `<a href=".${escapeHtml(page)}#${encodeURIComponent(id)}">derivation</a>` : "",
    `<a href="./ledger#${anchor}">all evidence</a>`,
    `<a href="${escapeHtml(contestUrl(row))}" rel="external">contest</a>`
  ];
  return (
    `<details class="erratum" id="${anchor}" data-verdict="${escapeHtml(shown)}" data-document="${escapeHtml(row.document)}" ` +
    `data-weight="${group}"${charged ? ` data-charged-at="${escapeHtml(charged)}"` : ""} data-latex="${escapeHtml(erratumLatex(row, item))}">\n` +
    `<summary><span class="erratum-label">${escapeHtml(label)}${unseen(",")}</span> ` +
    `<span class="erratum-source">${escapeHtml(item ? sourceOf(item) : placeOf(section))}${unseen(":")}</span> ` +
    `<span class="erratum-kind">${unseen(kind ? `${shown}, ` : shown)}${escapeHtml(kind)}${unseen(".")}</span>` +
    `<span class="erratum-line">${renderText(row.statement)}</span></summary>\n` +
    `${charged ? inherited(charged, items) : ""}${asPrinted(row)}${numbers(row)}${notes}` +
    `<p class="erratum-method">${routes.join("<br>\n")}</p>\n` +
    `<p class="erratum-method">${more.filter(Boolean).join(" · ")}</p>\n</details>\n`
  );
}

/** The line that leads to the claim at which an error is charged: a correction, or what needs a condition. */
function inherited(charged: string, items: Items): string {
  const label = escapeHtml(items.get(charged)?.label ?? charged);
  return `<p class="erratum-method">Follows from <a href="./ledger#${escapeHtml(claimAnchor(charged))}">${label}</a>.</p>\n`;
}

function asPrinted({verdict, printed}: Evidence): string {
  if (verdict === "conditional" || verdict === "fails") return "";
  return printed
    ? `<p class="erratum-printed"><span class="version-label">As printed</span> ${renderText(printed.formula)}</p>\n`
    : "";
}

/** What is printed, what should be, and what was measured, at the case at which the print is furthest off. */
function numbers(row: Evidence): string {
  const outcome = refutedOutcome(row) ?? leadingOutcome(row);
  if (!outcome) return "";
  const {where, predicted, measured, standardError} = outcome;
  const corrected = row.printed?.corrected ?? Number.NaN;
  const says = row.verdict === "conditional" ? "without the condition" : "printed";
  const columns: [string, string][] = [
    [says, bound(predicted)],
    ...(Number.isFinite(corrected) ? [["corrected", bound(corrected)] as [string, string]] : []),
    ["measured", fullNumber(measured, standardError)]
  ];
  const cells = (tag: string, texts: readonly string[]) =>
    texts.map(text => `<${tag} class="number">${text}</${tag.split(" ")[0]}>`).join("");
  return (
    `<div class="scroll" role="region" aria-label="${escapeHtml(row.key)}: printed and measured" tabindex="0">\n` +
    `<table>\n<thead><tr><th scope="col">at</th>${cells(
      'th scope="col"',
      columns.map(([name]) => name)
    )}</tr></thead>\n` +
    `<tbody>\n<tr><th scope="row">${escapeHtml(where)}</th>${cells(
      "td",
      columns.map(([, text]) => text)
    )}</tr>\n` +
    `</tbody>\n</table>\n</div>\n`
  );
}

/** An open bound at zero is held against the smallest number there is. */
const bound = (x: number) => (x === Number.MIN_VALUE ? "above 0" : fullNumber(x));

const capital = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
