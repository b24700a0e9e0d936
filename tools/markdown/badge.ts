import {placeOf} from "../../claims/inventory.js";
import type {LedgerRow} from "../../claims/ledger/ledgerRow.js";
import type {Verdict} from "../../claims/ledger/verdict.js";
import {scientific, signed} from "../../src/components/format.js";
import {escapeHtml, renderText} from "./renderText.js";

/** Where the project lives; a reader contests a verdict there. */
export const repository = "https://github.com/noisefloor/noisefloor";

/** A row of the ledger, with the page that states it and the lines that compute it again, if known. */
export type BadgeRow = LedgerRow & {readonly page?: string; readonly snippet?: string};

/** The evidence by the key of its claim, as `.cache/claims.json` holds it. */
export type BadgeRows = Readonly<Record<string, BadgeRow>>;

export const signs: Readonly<Record<Verdict, string>> = {
  holds: "✓",
  "holds, corrected": "◐",
  conditional: "◇",
  fails: "✕",
  "not checkable": "–"
};

/** The rows of an id of the inventory: one, or one for each of its parts. */
export function rowsOf(id: string, rows: BadgeRows): BadgeRow[] {
  return Object.values(rows).filter(row => row.id === id);
}

/**
 * Badges of a statement as HTML, for the slot in its header: sign, verdict and the number that says
 * it shortest, each a link to its evidence. Empty where there is no claim.
 *
 * @example badgeHtml("FG-Lem4.1", rows) // <a class="badge" …>✓ holds · 1·10⁻¹⁶</a>
 */
export function badgeHtml(id: string, rows: BadgeRows): string {
  return rowsOf(id, rows)
    .map(row => {
      const part = row.key === row.id ? "" : `${row.key.slice(row.id.length + 1)}: `;
      const short = shortNumber(row);
      const text = `${part}${signs[row.verdict]} ${row.verdict}${short && ` · ${short}`}`;
      return `<a class="badge" data-claim="${escapeHtml(row.key)}" data-verdict="${escapeHtml(row.verdict)}" href="#${evidenceId(row)}">${escapeHtml(text)}</a>`;
    })
    .join("\n");
}

/** The number beside the verdict: a z, a relative difference, or by how much the print is off. */
export function shortNumber(row: LedgerRow): string {
  const {verdict, criterion, z, deviation, refutedDeviation} = row;
  if (verdict === "not checkable" || criterion === "") return "";
  if (verdict === "holds, corrected" && Number.isFinite(refutedDeviation))
    return criterion === "equal" || criterion === "close" || criterion === "sampled"
      ? `printed off by ${percentage(refutedDeviation)}`
      : "";
  if (criterion === "sampled") return `z = ${signed(z)}`;
  if (criterion === "equal" || criterion === "close")
    return deviation === 0 ? "exact" : power(deviation);
  return "";
}

/**
 * The evidence of a statement as HTML, for the end of its body: what was predicted and measured, how,
 * the mutant that the check refused, the lines that compute it again, and where to contest it.
 */
export function evidenceHtml(id: string, rows: BadgeRows): string {
  return rowsOf(id, rows).map(evidenceOf).join("\n");
}

/** What is known of a claim besides its statement, as names with their texts; what is empty is left out. */
export function evidenceLines(row: LedgerRow): [string, string][] {
  const lines: [string, string][] = [
    ["checked", row.criterion ? `${row.method}: ${row.how}` : row.note],
    ["where it is furthest off", row.where],
    ["predicted", fullNumber(row.predicted)],
    ["measured", fullNumber(row.measured, row.standardError)],
    ["z", Number.isFinite(row.z) ? signed(row.z, 2) : ""],
    ["relative difference", isNumeric(row) ? power(row.deviation) : ""],
    ["largest difference allowed", brief(row.tolerance)],
    [
      "smallest relative error seen",
      Number.isFinite(row.resolution) ? percentage(row.resolution) : ""
    ],
    ["as printed", fullNumber(row.refutedPredicted)],
    ["against", fullNumber(row.refutedMeasured)],
    ["mutant, refused", row.mutantRejected === 1 ? row.mutant : ""],
    ["assuming", row.assumptions],
    ["note", row.criterion ? row.note : ""]
  ];
  return lines.filter(([, text]) => text !== "");
}

function evidenceOf(row: BadgeRow): string {
  const {label, verdict} = row;
  const items = evidenceLines(row)
    .map(([name, text]) => `<div><dt>${escapeHtml(name)}</dt><dd>${renderText(text)}</dd></div>`)
    .join("\n");
  const code = row.snippet
    ? `<pre class="evidence-snippet"><code>${escapeHtml(row.snippet)}</code></pre>\n`
    : "";
  return (
    `<details class="evidence" id="${evidenceId(row)}" data-verdict="${escapeHtml(verdict)}">\n` +
    `<summary>Evidence: ${escapeHtml(label)} ${escapeHtml(verdict)}</summary>\n` +
    `<dl>\n${items}\n</dl>\n` +
    `<p><code>npm run ledger -- ${escapeHtml(row.key)}</code></p>\n${code}` +
    `<p><a href="${escapeHtml(contestUrl(row))}" rel="external">Contest this verdict</a></p>\n` +
    `</details>`
  );
}

/** An issue about a claim, filled in up to the reader's argument. */
export function contestUrl(row: LedgerRow): string {
  const title = `${row.key}: the verdict “${row.verdict}”`;
  const body = [
    `${row.document}, ${row.label} (${placeOf(row.section)}): ${row.statement}`,
    `Predicted ${row.predicted}, measured ${row.measured} (${row.where}).`,
    "What is wrong with this, and how can one see it?"
  ].join("\n\n");
  return `${repository}/issues/new?title=${encodeURIComponent(title)}&body=${encodeURIComponent(body)}`;
}

const evidenceId = ({key}: LedgerRow) => `evidence-${key.replace("/", "-")}`;

const isNumeric = ({criterion}: LedgerRow) => criterion === "equal" || criterion === "close";

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
