import type {Document} from "../../claims/document.js";

/** Whose symbols: `here` for the site's own, else the word of a document for its notation. */
export type Notation = string;

/** Where a symbol of a notation is used so: `in the Fisher paper`; empty for the site's own. */
export function whereUsed(notation: Notation, documents: readonly Document[]): string {
  const document = documents.find(each => each.notation === notation);
  return document ? `in ${document.inProse}` : "";
}

/** A row of the notation page. */
export interface SymbolRow {
  readonly id: string;
  readonly line: number;
  /** The symbol and its meaning, as the page writes them. */
  readonly symbol: string;
  readonly meaning: string;
  /** The names of what the row defines, in each notation. */
  readonly names: ReadonlyMap<Notation, readonly string[]>;
}
