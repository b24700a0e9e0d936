import {readFileSync, writeFileSync} from "node:fs";
import {join} from "node:path";
import type {Problem} from "../markdown/problems.js";
import {formatFences, lintFences} from "./biome.js";
import {type Fence, readFences} from "./fences.js";

/** What the linter and the formatter find in the code of pages below `source`, by the pages' own lines. */
export function checkCells(source: string, pages: readonly string[]): Problem[] {
  const fences = readFences(source, pages);
  const formatted = formatFences(fences);
  const unformatted = fences.flatMap(({file, line, code}, i) => {
    const place = firstDifference(code, formatted[i]);
    return place < 0
      ? []
      : [{file, line: line + place, message: "not in the project's format: npm run format"}];
  });
  const remarks = lintFences(fences).map(({fence: {file, line}, line: within, message}) => ({
    file,
    line: line + within - 1,
    message
  }));
  return [...unformatted, ...remarks].sort((a, b) =>
    a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1
  );
}

/**
 * Rewrites the code of pages in the project's format, with the linter's safe fixes.
 *
 * @returns the pages that changed
 */
export function formatCells(source: string, pages: readonly string[]): string[] {
  const fences = readFences(source, pages);
  const formatted = formatFences(fences, {fix: true});
  return pages.filter(page => {
    const path = join(source, page);
    const before = readFileSync(path, "utf8");
    const lines = before.split("\n");
    // From the last on, so that the lines of those before stay where they are.
    for (const [i, fence] of [...fences.entries()].reverse())
      if (fence.page === page) replace(lines, fence, formatted[i]);
    const after = lines.join("\n");
    if (after !== before) writeFileSync(path, after);
    return after !== before;
  });
}

/** Puts code in a fence's place, as far from the margin as the fence is. */
function replace(lines: string[], {line, code}: Fence, text: string): void {
  const indent = /^\s*/.exec(lines[line - 2])![0];
  const fresh = text.trimEnd().split("\n");
  lines.splice(
    line - 1,
    code.trimEnd().split("\n").length,
    ...fresh.map(each => (each === "" ? each : indent + each))
  );
}

/** The first line, from 0, in which two texts differ; negative where they are the same. */
function firstDifference(a: string, b: string): number {
  const [left, right] = [a.split("\n"), b.split("\n")];
  const length = Math.max(left.length, right.length);
  for (let i = 0; i < length; i++) if (left[i] !== right[i]) return i;
  return -1;
}
