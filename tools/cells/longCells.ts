import {readFileSync} from "node:fs";
import {join} from "node:path";
import {root} from "../root.js";
import {type Fence, readFences} from "./fences.js";

/** The most lines that a cell may have, imports and blank lines left out. */
export const mostLines = 10;

/** How many cells of pages are longer, by the page; what draws and computes stands in `src/figures/` and `lib/`. */
export function longCells(source: string, pages: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const fence of readFences(source, pages))
    if (linesOf(fence) > mostLines) counts.set(fence.page, (counts.get(fence.page) ?? 0) + 1);
  return counts;
}

/** Lines of a cell without its imports. */
export function linesOf({code}: Pick<Fence, "code">): number {
  return code
    .replace(/^import\b[^;]*;/gm, "")
    .split("\n")
    .filter(line => line.trim()).length;
}

/** The list of pages that still have longer cells, and how many: it may only become shorter. */
export const longCellsFile = join(root, "tools/cells/longCells.tsv");

/** The counts of the list. */
export function allowedLongCells(): Map<string, number> {
  const [, ...lines] = readFileSync(longCellsFile, "utf8").trimEnd().split("\n");
  return new Map(
    lines.map(line => {
      const [page, count] = line.split("\t");
      return [page, Number(count)];
    })
  );
}
