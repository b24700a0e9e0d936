import {inventory, placeOf} from "../../claims/inventory.js";
import type {Weight} from "../../claims/ledger/claim.js";
import {leadingOutcome, refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {weights} from "../../claims/ledger/weight.js";
import type {Evidence} from "../claims/evidenceFile.js";
import {contestUrl, fullNumber} from "./badge.js";
import {claimAnchor} from "./claimsTable.js";
import {escapeHtml, renderText} from "./renderText.js";
import {shownOf, withSign} from "./shown.js";

/** Corrections of one weight, or what needs a condition, under a title of their own. */
export interface ErrataGroup {
  readonly title: string;
  /** Each followed by what inherits its error. */
  readonly rows: readonly Evidence[];
}

/**
 * The claims of a document that do not simply hold, the gravest first: what fails, corrections by their
 * weight, and what needs a condition; within each in the order of the ledger. What inherits an error
 * follows the correction at which the error is charged, whatever its own weight, if that is of the same
 * document.
 */
export function errataOf(document: string, all: readonly Evidence[]): ErrataGroup[] {
  const rows = all.filter(row => row.document === document);
  const keys = new Set(rows.map(({key}) => key));
  const inherits = ({printed}: Evidence) =>
    printed?.consequenceOf != null && keys.has(printed.consequenceOf);
  const own = rows.filter(row => !inherits(row));
  const group = (title: string, found: readonly Evidence[]): ErrataGroup => ({
    title,
    rows: found.flatMap(row => [
      row,
      ...rows.filter(({printed}) => printed?.consequenceOf === row.key)
    ])
  });
  const corrected = own.filter(({verdict}) => verdict === "holds, corrected");
  const having = (verdict: Verdict) => own.filter(row => row.verdict === verdict);
  return [
    group("Fails", having("fails")),
    ...weights.map(weight =>
      group(
        titles[weight],
        corrected.filter(({printed}) => printed?.weight === weight)
      )
    ),
    group("Under a condition", having("conditional"))
  ].filter(each => each.rows.length > 0);
}

const titles: Readonly<Record<Weight, string>> = {
  conclusion: "Changes a conclusion",
  formula: "Changes a formula or a constant",
  slip: "Slips"
};

/** Links to corrections by their labels, group by group, as HTML. */
export function errataIndex(groups: readonly ErrataGroup[]): string {
  return groups
    .map(({title, rows}) => {
      const links = rows.map(
        ({key, label}) => `<a href="#${escapeHtml(claimAnchor(key))}">${escapeHtml(label)}</a>`
      );
      return `<p class="errata-index"><strong>${title} (${rows.length}):</strong> ${links.join(" · ")}</p>\n`;
    })
    .join("");
}

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
 * A correction as HTML: as printed, as it should read, what the two say and what was measured there,
 * how it was found, and the lines that find it again; of what inherits an error, where it is charged.
 *
 * @throws katex.ParseError if a formula of the claim is not well formed
 */
export function erratumHtml(row: Evidence): string {
  const {key, label, section, page, id, condition, note} = row;
  const shown = shownOf(row);
  const charged = row.printed?.consequenceOf;
  const notes = [condition?.text, note]
    .map(text => (text ? `<p>${renderText(text)}</p>\n` : ""))
    .join("");
  const routes = row.routes.map(
    ({method, how}) => `${escapeHtml(sentence(method).slice(0, -1))}: ${renderText(how)}.`
  );
  const anchor = escapeHtml(claimAnchor(key));
  const link = `<a class="statement-label" href="#${anchor}">${escapeHtml(label)}</a>`;
  const badge = `<a class="badge" href="./ledger#${anchor}">${escapeHtml(withSign(shown))}</a>`;
  const more = [
    page ? `<a href=".${escapeHtml(page)}#${encodeURIComponent(id)}">derivation</a>` : "",
    `<a href="./ledger#${anchor}">ledger</a>`,
    `<a href="${escapeHtml(contestUrl(row))}" rel="external">contest</a>`
  ];
  return (
    `<section class="statement erratum" id="${anchor}" data-verdict="${escapeHtml(shown)}"${charged ? ` data-charged-at="${escapeHtml(charged)}"` : ""}>\n` +
    `<header class="statement-header">${link}\n<span class="statement-source">${escapeHtml(placeOf(section))}</span>\n${badge}</header>\n` +
    `<div class="statement-body">\n${charged ? inherited(charged) : ""}<div class="versions">\n${versions(row)}</div>\n` +
    `${notes}${numbers(row)}</div>\n` +
    `<p class="erratum-method">${routes.join("<br>\n")}<br>\n` +
    `Again: <code>npm run ledger -- ${escapeHtml(key)}</code></p>\n` +
    `${again(row)}<p class="erratum-method">${more.filter(Boolean).join(" · ")}</p>\n</section>\n`
  );
}

/** The line that leads to the correction at which an error is charged. */
function inherited(charged: string): string {
  const label = escapeHtml(inventory.get(charged)?.label ?? charged);
  const anchor = escapeHtml(claimAnchor(charged));
  return `<p class="erratum-method">Follows from <a href="#${anchor}">${label}</a>.</p>\n`;
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
      `${row.condition ? "under it" : "as it should read"} (${outcome.where})`,
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
