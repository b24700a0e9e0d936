const kinds = [
  ["definition", /^(Def|FisherMetric)/],
  ["assumption", /^(Ass|2\.3-)/],
  ["lemma", /^Lem/],
  ["theorem", /^Thm/],
  ["proposition", /^Prop/],
  ["corollary", /^Cor/],
  ["remark", /^(Rem|2\.4-)/],
  ["equation", /^(Eq|Mandt)/],
  ["experiment", /^Exp/],
  ["figure", /^Fig/],
  ["table", /^Tab/]
] as const;

export type StatementKind = (typeof kinds)[number][0] | "text";

/** Every kind, in the order in which a reader would look for them. */
export const statementKinds: readonly StatementKind[] = [...kinds.map(([kind]) => kind), "text"];

/** What an id of the inventory names: a theorem, a figure, …, or a statement in the running text. */
export function statementKind(id: string): StatementKind {
  const name = id.slice(id.indexOf("-") + 1);
  return kinds.find(([, pattern]) => pattern.test(name))?.[0] ?? "text";
}
