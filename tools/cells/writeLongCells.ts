// Shortens the list of pages with long cells to what there is: npx tsx tools/cells/writeLongCells.ts
import {writeFileSync} from "node:fs";
import {join} from "node:path";
import {pageFiles} from "../markdown/scanPages.js";
import {root} from "../root.js";
import {allowedLongCells, longCells, longCellsFile} from "./longCells.js";

const source = join(root, "src");
const allowed = allowedLongCells();
const found = longCells(source, pageFiles(source));
const lines = [...found]
  .map(([page, count]): [string, number] => [page, Math.min(count, allowed.get(page) ?? 0)])
  .filter(([, count]) => count > 0)
  .sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([page, count]) => `${page}\t${count}\n`);
writeFileSync(longCellsFile, `page\tcells\n${lines.join("")}`);
console.log(`${lines.length} pages with long cells`);
