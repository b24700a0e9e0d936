import type {Problem} from "../markdown/problems.js";
import {pageFiles} from "../markdown/scanPages.js";
import {sourceReader} from "../types/readSources.js";
import {cellProse} from "./cellProse.js";
import {proseReader} from "./pageProse.js";
import {typedNumbers, typedResults} from "./typedNumbers.js";

/**
 * The numbers that are typed in the prose of pages below `root`, or of some of them: in Markdown, in the
 * strings of cells, as results in formulas. Statements, quotations and what
 * `harmlessNumbers.ts` lists are left alone.
 */
export function checkNumbers({
  root,
  pages = pageFiles(root)
}: {
  readonly root: string;
  readonly pages?: readonly string[];
}): Problem[] {
  const read = proseReader(root);
  const sources = sourceReader(root);
  return pages.flatMap(page => {
    const {passages, formulas} = read(page);
    const problems: Problem[] = [];
    for (const {file, text, line} of [...passages, ...cellProse(page, sources(page))])
      for (const {number, offset} of typedNumbers(text))
        problems.push({file, line: line(offset), message: advice(number)});
    for (const {file, line, tex} of formulas)
      for (const {number, offset} of typedResults(tex))
        problems.push({
          file,
          line: line + tex.slice(0, offset).split("\n").length - 1,
          message: `"${number}" is a result typed in a formula: compute it in \${…} beside the formula`
        });
    return problems.sort((a, b) => a.line - b.line);
  });
}

const advice = (number: string) =>
  `"${number}" is typed: compute it in \${…}, or say it without a number`;
