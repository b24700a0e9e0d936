import type {LocalSymbol} from "./localSymbols.js";
import type {Notation, SymbolRow} from "./notation.js";
import {renderText} from "./renderText.js";
import {anyIndex, declaredSymbols} from "./symbolTree.js";

/** What a symbol stands for: a row of the notation, or a line of the page's own. */
export type Meaning =
  | {readonly row: SymbolRow; readonly local?: undefined}
  | {readonly row?: undefined; readonly local: LocalSymbol};

/** What was found, and under which name in whose notation. */
export interface Found {
  readonly meaning: Meaning;
  readonly name: string;
  readonly notation: Notation;
  /** True if the page itself says so. */
  readonly own: boolean;
}

/** What the symbols of a page stand for. */
export interface SymbolScope {
  /**
   * The meaning of the symbol with these names, the most particular first; the page's own
   * come before those of a document in its statements, and these before the site's.
   */
  find(names: readonly string[], document?: Notation): Found | undefined;
}

/** Letters that mean the same everywhere: sets of numbers, orders, functions and laws with a name. */
const customary = new Set(
  "\\mathbb{R} \\mathbb{N} \\mathbb{Z} \\mathbb{1} \\mathbb{E} \\mathbb{P} \\mathcal{N} \\mathcal{O} O o \\Theta \\tilde{\\Theta} \\Omega e \\pi \\Gamma \\Phi \\chi".split(
    " "
  )
);

/** True for a symbol that needs no row. */
export function isCustomary(names: readonly string[]): boolean {
  return names.some(
    name => customary.has(name) || /^\\(?:operatorname|mathbb\{[EP]\}_)/.test(name)
  );
}

/**
 * The scope of a page with lines `locals` on a site whose notation has `rows`. Where all statements of the
 * page are of one document, `fallback`, its names serve outside them too, after all others.
 */
export function symbolScope(
  rows: readonly SymbolRow[],
  locals: readonly LocalSymbol[],
  fallback: Notation | undefined,
  complain: (local: LocalSymbol, message: string) => void
): SymbolScope {
  const own = new Map<Notation, Map<string, Meaning>>();
  for (const local of locals) {
    const [, id] = /^notation#([\w-]+)$/.exec(local.meaning) ?? [];
    const row = id === undefined ? undefined : rows.find(({id: other}) => other === id);
    if (id !== undefined && !row) complain(local, `no row ${id} on the notation page`);
    let names: string[] = [];
    try {
      names = declaredSymbols(local.tex);
      renderText(local.meaning);
    } catch (error) {
      complain(local, `TeX error in ${local.tex}: ${(error as Error).message}`);
      continue;
    }
    if (names.length === 0) complain(local, `${local.tex} must be symbols between commas`);
    const table = own.get(local.notation) ?? new Map<string, Meaning>();
    own.set(local.notation, table);
    for (const name of names) {
      if (table.has(name)) complain(local, `$${name}$ has a line of this page already`);
      table.set(name, row ? {row} : {local});
    }
  }
  const shared = new Map<Notation, Map<string, Meaning>>();
  for (const row of rows)
    for (const [notation, names] of row.names) {
      const table = shared.get(notation) ?? new Map<string, Meaning>();
      shared.set(notation, table);
      for (const name of names) if (!table.has(name)) table.set(name, {row});
    }
  // What is declared with an index is known under others and without, unless that is something else.
  for (const table of [...shared.values(), ...own.values()])
    for (const [name, meaning] of [...table]) {
      const [, base, index] = /^(.*)_\{([ijkt])\}$/.exec(name) ?? [];
      if (base && index !== "t" && !table.has(anyIndex(base))) table.set(anyIndex(base), meaning);
    }
  for (const table of [shared.get("here"), ...own.values()])
    for (const [name, meaning] of [...(table ?? [])]) {
      const base = /^(.*)_\{[ijkt]\}$/.exec(name)?.[1];
      if (base && !table?.has(base)) table?.set(base, meaning);
    }
  return {
    find(names, document) {
      for (const name of names) {
        const from = (notation: Notation | undefined, tables: typeof own) => {
          const meaning = notation && tables.get(notation)?.get(name);
          return meaning && {meaning, name, notation, own: tables === own};
        };
        const found =
          from(document, own) ??
          from("here", own) ??
          from(document, shared) ??
          from("here", shared) ??
          from(fallback, own) ??
          from(fallback, shared);
        if (found) return found;
      }
      return undefined;
    }
  };
}
