import type {Notation} from "./notation.js";

/** A symbol with a meaning of its own on one page. */
export interface LocalSymbol {
  /** The symbol, or several between commas, as TeX. */
  readonly tex: string;
  /** What it means, with TeX between dollars; or the row that it stands for, `notation#hessian`. */
  readonly meaning: string;
  /** Whose statements alone use it so, or `here` for the page. */
  readonly notation: Notation;
  /** Line in the file, from 1. */
  readonly line: number;
}

/**
 * The lines under `symbols:` in the front matter of a page:
 *
 *     symbols:
 *       y_i: gradient of one sample less their mean
 *       K: notation#hessian
 *       Fisher h: gradient of the mean loss, in that paper's statements
 *
 * @param notations the words for the notations of the documents
 */
export function readLocalSymbols(
  source: string,
  notations: readonly Notation[] = []
): LocalSymbol[] {
  const lines = source.split(/\r?\n/);
  if (lines[0] !== "---") return [];
  const end = lines.indexOf("---", 1);
  const start = lines.indexOf("symbols:");
  if (start < 0 || start > end) return [];
  const symbols: LocalSymbol[] = [];
  for (let i = start + 1; i < end && /^\s/.test(lines[i]); ++i) {
    const [, tex, meaning] = /^\s+(.+?): +(.+?)\s*$/.exec(lines[i]) ?? [];
    if (!tex) continue;
    const word = notations.find(notation => tex.startsWith(`${notation} `));
    const rest = word === undefined ? tex : tex.slice(word.length).trim();
    symbols.push({tex: rest, meaning, notation: word ?? "here", line: i + 1});
  }
  return symbols;
}
