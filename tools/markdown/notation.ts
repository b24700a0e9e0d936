/** Whose symbols: the site's own, or those of a document. */
export type Notation = "here" | "Fisher" | "Notes" | "Finite rate";

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
