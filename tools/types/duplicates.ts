import type {Problem} from "../markdown/problems.js";
import type {Cell} from "./readCell.js";

/** A page may give a name once; type imports, which are gone at run time, may be repeated. */
export function duplicates(cells: readonly Cell[]): Problem[] {
  const first = new Map<string, {line: number; erased: boolean; cell: Cell}>();
  const problems: Problem[] = [];
  for (const cell of cells)
    for (const {name, start, value, imported} of cell.declarations) {
      const {file} = cell.source;
      const line = cell.source.line + cell.code.slice(0, start).split("\n").length - 1;
      const erased = imported && !value;
      const other = first.get(name);
      if (!other) first.set(name, {line, erased, cell});
      // Within a cell this is for the compiler, which knows overloads and merging.
      else if (other.cell !== cell && !(erased && other.erased))
        problems.push({
          file,
          line,
          message: `${name} is defined more than once; it stands on line ${other.line} already`
        });
    }
  return problems;
}
