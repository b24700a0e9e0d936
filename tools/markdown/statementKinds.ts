/** Kinds of statement, as a page writes them after `:::`. */
export const statementKinds = [
  "theorem",
  "lemma",
  "proposition",
  "corollary",
  "definition",
  "assumption",
  "remark",
  "experiment",
  "figure",
  "table",
  "equation",
  "claim"
] as const;

export type StatementKind = (typeof statementKinds)[number];

/** Verdicts, as a page writes them after `verdict=`. */
export const verdicts = ["holds", "corrected", "conditional", "fails", "not-checkable"] as const;

export type Verdict = (typeof verdicts)[number];

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
