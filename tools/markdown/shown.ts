import type {Verdict} from "../../claims/ledger/verdict.js";
import type {Standing} from "../claims/doubts.js";
import type {Evidence} from "../claims/evidenceFile.js";

/** What a page says of a claim: its verdict, or in a preview that it cannot tell. */
export type Shown = Verdict | Standing;

/** The signs of the verdicts, in the order in which they are counted. */
export const signs: Readonly<Record<Verdict, string>> = {
  holds: "✓",
  "holds, corrected": "◐",
  conditional: "◇",
  fails: "✕",
  "not checkable": "–"
};

const standings: Readonly<Record<Standing, string>> = {
  "being checked": "…",
  "not confirmed": "?"
};

/** From what a reader must see first to what asks for least. */
const severity: readonly Shown[] = [
  "fails",
  "not confirmed",
  "being checked",
  "holds, corrected",
  "conditional",
  "holds",
  "not checkable"
];

export const shownOf = ({doubt, verdict}: Pick<Evidence, "doubt" | "verdict">): Shown =>
  doubt?.standing ?? verdict;

export const signOf = (shown: Shown): string => ({...signs, ...standings})[shown];

/** What is said with its sign: `✓ holds`. */
export const withSign = (shown: Shown): string => `${signOf(shown)} ${shown}`;

/** A sign as HTML that is seen and not read out: “circle with left half black” says nothing. */
export const signHtml = (shown: Shown): string =>
  `<span aria-hidden="true">${signOf(shown)}</span>`;

/** What is said with its sign, as HTML. */
export const withSignHtml = (shown: Shown): string => `${signHtml(shown)} ${shown}`;

/** What to say of several claims at once; undefined of none. */
export const gravest = (all: readonly Shown[]): Shown | undefined =>
  severity.find(each => all.includes(each));

/** All that is said of some claims: every verdict, and what else there is among them. */
export const shownAmong = (rows: readonly Pick<Evidence, "doubt" | "verdict">[]): Shown[] => {
  const found = new Set(rows.map(shownOf));
  const inDoubt = (Object.keys(standings) as Standing[]).filter(each => found.has(each));
  return [...(Object.keys(signs) as Verdict[]), ...inDoubt];
};
