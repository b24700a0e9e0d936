import {inventory, placeOf} from "../../claims/inventory.js";
import {leadingOutcome, leastSlackOf, refutedOutcome} from "../../claims/ledger/claimEvidence.js";
import {loose} from "../../claims/ledger/search/slack.js";
import {weightWords} from "../../claims/ledger/weight.js";
import {scientific, signed} from "../../src/components/format.js";
import type {Evidence, EvidenceByKey} from "../claims/evidenceFile.js";
import {offBy} from "./offBy.js";
import {escapeHtml, renderText} from "./renderText.js";
import {gravest, shownOf, withSignHtml} from "./shown.js";

/** Where the project lives; a reader contests a verdict there. */
export const repository = "https://github.com/noisefloor/noisefloor";

/** The rows of an id of the inventory: one, or one for each of its parts. */
export function rowsOf(id: string, rows: EvidenceByKey): Evidence[] {
  return Object.values(rows).filter(row => row.id === id);
}

/**
 * The badge of a statement as HTML, for the slot in its header: the gravest verdict, and how many checks it rests on
 * or the number that says it shortest; it leads to the table of checks. Empty where there is no claim.
 *
 * @example badgeHtml("FG-Lem4.1", rows) // <a class="badge" …>✓ holds · exact</a>
 */
export function badgeHtml(id: string, rows: EvidenceByKey): string {
  const own = rowsOf(id, rows);
  const shown = gravest(own.map(shownOf));
  if (shown === undefined) return "";
  const short = own.length === 1 ? shortWords(own[0]) : `${own.length} checks`;
  const text = `${withSignHtml(shown)}${short && ` · ${escapeHtml(short)}`}`;
  return `<a class="badge" data-claim="${escapeHtml(id)}" data-verdict="${escapeHtml(shown)}" href="#checks-${escapeHtml(id)}">${text}</a>`;
}

/**
 * What stands beside a verdict: that numbers are equal but for rounding, a z, a relative difference, a bound's slack, or
 * in what way the print is off. Beside a doubt there is nothing.
 */
export function shortWords(row: Evidence): string {
  if (row.doubt) return "";
  const {verdict, criterion} = row;
  const [outcome, refuted] = [leadingOutcome(row), refutedOutcome(row)];
  if (verdict === "holds, corrected" && refuted) return `printed: ${offBy(row)}`;
  const least = leastSlackOf(row);
  if (least) return `${least.slack > loose ? "loose: " : ""}slack ${least.slack.toPrecision(3)}`;
  if (!outcome || criterion === "atLeast" || criterion === "atMost") return "";
  if (criterion === "sampled") return `z = ${signed(outcome.z)}`;
  return criterion === "equal" || outcome.deviation === 0 ? "exact" : power(outcome.deviation);
}

/**
 * The evidence of a statement as HTML, for the end of its body: what was predicted and measured, how,
 * the mutant that the check refused, the lines that compute it again, and where to contest it.
 */
export function evidenceHtml(id: string, rows: EvidenceByKey): string {
  const own = rowsOf(id, rows);
  if (own.length === 0) return "";
  const shown = escapeHtml(gravest(own.map(shownOf)) ?? "");
  const checks = own.length === 1 ? "its check" : `its ${own.length} checks`;
  return (
    `<details class="evidence" id="checks-${escapeHtml(id)}" data-verdict="${shown}">\n` +
    `<summary>Evidence: ${checks}</summary>\n${checksTable(own)}` +
    `${own.map(evidenceOf).join("\n")}\n</details>`
  );
}

/** A line for each check: what was compared, the verdict, how near, on how many cases, and the error it refused. */
function checksTable(rows: readonly Evidence[]): string {
  const heads = ["check", "verdict", "difference", "cases", "mutant, refused"];
  const line = (row: Evidence) => {
    const shown = shownOf(row);
    const {routes, reason, mutant, search, cases, doubt} = row;
    const how = doubt?.why ?? routes[0]?.how ?? reason ?? "";
    const drawn = search ? ` and ${search.cases} drawn` : "";
    return (
      `<tr data-verdict="${escapeHtml(shown)}"><th scope="row">${rows.length > 1 ? `${escapeHtml(row.label)}: ` : ""}${renderText(how)}</th>` +
      `<td class="check-verdict">${withSignHtml(shown)}</td><td>${escapeHtml(shortWords(row))}</td>` +
      `<td>${doubt || !cases ? "" : `${cases}${drawn}`}</td>` +
      `<td>${mutant?.rejected && !doubt ? renderText(mutant.description) : ""}</td></tr>\n`
    );
  };
  return (
    `<div class="scroll" role="region" aria-label="Checks of ${escapeHtml(rows[0].id)}" tabindex="0">\n<table class="checks">\n` +
    `<thead><tr>${heads.map(head => `<th scope="col">${head}</th>`).join("")}</tr></thead>\n` +
    `<tbody>\n${rows.map(line).join("")}</tbody>\n</table>\n</div>\n`
  );
}

/**
 * What is known of a claim besides its statement, as names with their texts; what is empty is left out. Of a
 * claim in doubt it is the doubt alone.
 */
export function evidenceLines(row: Evidence): [string, string][] {
  if (row.doubt) return [[row.doubt.standing, row.doubt.why]];
  const {routes, criterion, mutant, printed, condition, assumptions, note, reason, search} = row;
  const {fixed, tame} = row;
  const least = leastSlackOf(row);
  const [outcome, refuted] = [leadingOutcome(row), refutedOutcome(row)];
  const lines: [string, string | null | undefined][] = [
    ["checked", reason],
    ...routes.map(({method, how}, i): [string, string] => [
      i === 0 ? "checked" : "checked again",
      `${method}: ${how}`
    ]),
    ["where it is furthest off", outcome?.where],
    ["predicted", outcome && fullNumber(outcome.predicted)],
    ["measured", outcome && fullNumber(outcome.measured, outcome.standardError)],
    ["z", outcome && Number.isFinite(outcome.z) ? signed(outcome.z, 2) : ""],
    [
      "relative difference",
      criterion === "equal" || criterion === "close" ? outcome && power(outcome.deviation) : ""
    ],
    ["largest difference allowed", outcome && brief(outcome.tolerance)],
    [
      "smallest relative error seen",
      outcome && Number.isFinite(outcome.resolution) ? percentage(outcome.resolution) : ""
    ],
    [condition ? "without its condition" : "as printed", refuted && fullNumber(refuted.predicted)],
    ["against", refuted && fullNumber(refuted.measured)],
    ["the correction", printed && weightOf(printed)],
    ["mutant, refused", mutant?.rejected ? mutant.description : ""],
    ["not refuted by", search && `${search.cases} drawn cases: ${search.ranges}`],
    [
      "least slack of the bound",
      least &&
        `a factor of ${fullNumber(least.slack)}, at ${least.at}${least.slack > loose ? ": the bound is loose" : ""}`
    ],
    ["no drawn cases", fixed],
    ["why so tame", tame],
    ["assuming", assumptions.join("; ")],
    ["condition", condition?.text],
    ["note", note]
  ];
  return lines.filter((line): line is [string, string] => Boolean(line[1]));
}

/** What a correction changes, in words, and where it is charged if not here. */
export function weightOf({weight, consequenceOf}: NonNullable<Evidence["printed"]>): string {
  const charged = consequenceOf && (inventory.get(consequenceOf)?.label ?? consequenceOf);
  return charged ? `${weightWords[weight]}, which follows from ${charged}` : weightWords[weight];
}

function evidenceOf(row: Evidence): string {
  const shown = escapeHtml(shownOf(row));
  const items = evidenceLines(row)
    .map(([name, text]) => `<div><dt>${escapeHtml(name)}</dt><dd>${renderText(text)}</dd></div>`)
    .join("\n");
  const code = row.snippet
    ? `<pre class="evidence-snippet"><code>${escapeHtml(row.snippet)}</code></pre>\n`
    : "";
  return (
    `<details class="numbers" id="${evidenceId(row)}" data-verdict="${shown}">\n` +
    `<summary>All numbers: ${escapeHtml(row.label)}, ${shown}</summary>\n` +
    `<dl>\n${items}\n</dl>\n` +
    `<p><code>npm run ledger -- ${escapeHtml(row.key)}</code></p>\n${code}` +
    `<p><a href="${escapeHtml(contestUrl(row))}" rel="external">Contest this verdict</a></p>\n` +
    `</details>`
  );
}

/** An issue about a claim, filled in up to the reader's argument. */
export function contestUrl(row: Evidence): string {
  const title = `${row.key}: the verdict “${shownOf(row)}”`;
  const outcome = leadingOutcome(row);
  const body = [
    `${row.document}, ${row.label} (${placeOf(row.section)}): ${row.statement}`,
    ...(outcome
      ? [`Predicted ${outcome.predicted}, measured ${outcome.measured} (${outcome.where}).`]
      : []),
    "What is wrong with this, and how can one see it?"
  ].join("\n\n");
  return `${repository}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}

const evidenceId = ({key}: Evidence) => `evidence-${key.replace("/", "-")}`;

const power = (x: number) => scientific(x, 0);

const percentage = (x: number) =>
  x < 10 ? `${Number((100 * x).toPrecision(2))}\u2009%` : `a factor of ${Math.round(x + 1)}`;

/** Six digits, as many as anyone compares by eye; with its standard error where it has one. */
export function fullNumber(value: number, standardError = Number.NaN): string {
  if (!Number.isFinite(value)) return "";
  const text = readable(value, 6);
  return Number.isFinite(standardError) ? `${text} ± ${readable(standardError, 2)}` : text;
}

function brief(value: number): string {
  return Number.isFinite(value) ? readable(value, 2) : "";
}

function readable(x: number, digits: number): string {
  const size = Math.abs(x);
  if (x === 0) return "0";
  if (size < 1e-4 || size >= 1e6) return scientific(x, digits - 1);
  return x.toPrecision(digits).replace("-", "\u2212");
}
