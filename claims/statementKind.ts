const kinds = [
  ["definition", "Definition"],
  ["assumption", "Assumption"],
  ["lemma", "Lemma"],
  ["theorem", "Theorem"],
  ["proposition", "Proposition"],
  ["corollary", "Corollary"],
  ["remark", "Remark"],
  ["equation", "Equation"],
  ["experiment", "Experiment"],
  ["figure", "Figure"],
  ["table", "Table"]
] as const;

export type StatementKind = (typeof kinds)[number][0] | "text";

/** Every kind, in the order in which a reader would look for them. */
export const statementKinds: readonly StatementKind[] = [...kinds.map(([kind]) => kind), "text"];

/** What a label names, by its first word: a theorem, a figure, …, or a statement in the running text. */
export function statementKind(label: string): StatementKind {
  const [word] = label.split(/[\s.:,]/, 1);
  return kinds.find(([, name]) => word === name || word === `${name}s`)?.[0] ?? "text";
}
