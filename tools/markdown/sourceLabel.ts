import type {Notation} from "./notation.js";

/** The documents by the prefix of their ids. */
export const sources: Readonly<Record<string, string>> = {
  FG: "Fisher",
  SM: "Fisher summary",
  NT: "Notes",
  LZU: "Finite rate"
};

const names: Readonly<Record<string, string>> = {
  Thm: "Theorem",
  Lem: "Lemma",
  Prop: "Proposition",
  Cor: "Corollary",
  Def: "Definition",
  Ass: "Assumption",
  Rem: "Remark",
  Exp: "Experiment",
  Fig: "Figure",
  Tab: "Table",
  Alg: "Algorithm",
  Sec: "Section",
  App: "Appendix"
};

/** The document that an id of the inventory belongs to: "FG-Lem4.1" is "Fisher"'s. */
export function sourceOf(id: string): string | undefined {
  return sources[id.slice(0, id.indexOf("-"))];
}

/** Whose notation the item of that id is written in; the summary keeps to the Fisher paper's. */
export function documentOf(id: string): Notation | undefined {
  return sourceOf(id)?.replace(" summary", "") as Notation | undefined;
}

/**
 * What the document calls the item, where its id tells: "FG-Lem4.1" is "Lemma 4.1", "LZU-Eq2-3" is
 * "Equations (2)–(3)"; undefined for an id that is only a section or a topic.
 */
export function labelOf(id: string): string | undefined {
  const name = id.slice(id.indexOf("-") + 1);
  const equation = /^Eq(\d+)(?:-(\d+))?$/.exec(name);
  if (equation)
    return equation[2]
      ? `Equations (${equation[1]})–(${equation[2]})`
      : `Equation (${equation[1]})`;
  const match = /^([A-Z][a-z]+)(\d[\d.]*[a-z]?(?:-[a-z])?|[A-E](?:\.\d+)?)$/.exec(name);
  const kind = match && names[match[1]];
  return kind ? `${kind} ${match[2].replace("-", "–")}` : undefined;
}
