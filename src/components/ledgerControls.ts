import {documents} from "../claims/documents.js";
import {isOwn} from "../claims/isOwn.js";
import {statementKinds} from "../claims/statementKind.js";
import {toCsv} from "../lib/workbench/export/csv.js";
import type {Choice, Words} from "./controls.js";
import {download} from "./download.js";
import {element} from "./element.js";

/** The criteria of the ledger by their words. */
export const criteria: ReadonlyMap<string, string> = new Map([
  ["equal but for rounding", "equal"],
  ["equal as far as it converges", "close"],
  ["sampled", "sampled"],
  ["at least", "atLeast"],
  ["at most", "atMost"]
]);

const verdicts = ["holds", "holds, corrected", "conditional", "fails", "not checkable"];
const methods = [
  "enumeration",
  "augmented recursion",
  "direct recursion",
  "quadrature",
  "bisection",
  "minimisation",
  "simulation",
  "identity"
];

const anyOf = (label: string, options: Iterable<string>): Choice => ({
  label,
  options: ["all", ...options],
  value: "all"
});

/** By what the ledger's rows are found, and in which order they stand. */
export const ledgerControls: {
  words: Words;
  document: Choice;
  verdict: Choice;
  kind: Choice;
  criterion: Choice;
  method: Choice;
  order: Choice;
} = {
  words: {label: "Search", placeholder: "a label, an id, a word of the statement", value: ""},
  document: anyOf(
    "Document",
    documents.map(({id}) => id)
  ),
  verdict: anyOf("Verdict", verdicts),
  kind: anyOf("Kind", statementKinds),
  criterion: anyOf("Compared as", criteria.keys()),
  method: anyOf("Method", methods),
  order: {
    label: "Order",
    options: ["of the documents", "largest |z|", "largest deviation"],
    value: "of the documents"
  }
};

/** How many claims each document has. */
export interface Counted {
  readonly document: string;
  readonly claims: number | bigint;
}

/** How many rows are found among how many claims and statements of the site's own. */
export function foundOf(count: number, all: Iterable<Counted>): string {
  const counted = (own: boolean) =>
    Array.from(all)
      .filter(({document}) => isOwn(document) === own)
      .reduce((sum, {claims}) => sum + Number(claims), 0);
  const ours = counted(true);
  return `${count} of ${counted(false)} claims${ours ? ` and ${ours} statements of our own` : ""}`;
}

type Row = Readonly<Record<string, unknown>>;

/** How many rows are found, and the files that have them: their own, and all. */
export function foundBar(
  found: Iterable<Row>,
  all: Iterable<Counted>,
  {arrow, claims}: {readonly arrow: string; readonly claims: () => Promise<Iterable<Row>>}
): HTMLElement {
  const keys = Array.from(found, ({key}) => String(key));
  const csv = element("button", {type: "button"}, "CSV");
  csv.addEventListener("click", async () => {
    const rows = new Map(Array.from(await claims(), row => [String(row["key"]), row]));
    download("ledger.csv", "text/csv", toCsv(keys.map(key => rows.get(key) ?? {})));
  });
  return element(
    "div",
    {class: "actions"},
    element("span", {role: "status"}, foundOf(keys.length, all)),
    csv,
    element("a", {href: arrow, download: "ledger.arrow"}, "Arrow")
  );
}
