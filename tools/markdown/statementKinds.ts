import type {StatementKind} from "../../claims/statementKind.js";

export type Verdict = "holds" | "holds, corrected" | "conditional" | "fails" | "not checkable";

/** Verdicts by what a page writes after `verdict=`. */
export const verdicts: Readonly<Record<string, Verdict>> = {
  holds: "holds",
  corrected: "holds, corrected",
  conditional: "conditional",
  fails: "fails",
  "not-checkable": "not checkable"
};

/** What a statement block says about itself on its first line. */
export interface Statement {
  readonly kind: StatementKind;
  readonly id: string;
  /** True if the id is the page's own and not the inventory's. */
  readonly local: boolean;
  readonly label: string;
  readonly title: string;
  readonly source: string;
  readonly verdict?: Verdict;
}
