/** Something that stands between quotation marks, or in a block that is marked as printed. */
export interface Quotation {
  readonly file: string;
  readonly line: number;
  readonly text: string;
}

/** Fewer words are a term, a name or a doubt, and no quotation. */
const fewestWords = 3;

/** What the reader sees between the marks: “…”, and "…" outside of code, within a paragraph. */
const marked = /“([^“”]+)”/g;
const straight = /(?<![=\w])"([^"\n]+)"/g;

/**
 * The quotations of a page: of three or more words between “ and ”, anywhere; between straight marks in
 * its prose; and blocks `::: as-printed` without marks that have three words in a row. A formula counts as
 * one word, but not within a row.
 */
export function quotationsOfPage(text: string, file: string): Quotation[] {
  const prose = blank(
    blank(text, /^(```|~~~)[\s\S]*?^\1|`[^`\n]*`|<[^>\n]*>|^:::.*$|^---\n[\s\S]*?^---$/gm),
    interpolation
  );
  return [
    ...found(blank(text, interpolation), marked, file),
    ...found(prose, straight, file),
    ...printedBlocks(text, file)
  ].sort((a, b) => a.line - b.line);
}

/** The quotations in the words of claims: of three or more words between “ and ”, escapes resolved. */
export function quotationsOfClaims(source: string, file: string): Quotation[] {
  return found(source, marked, file).map(each => ({
    ...each,
    text: each.text.replace(/\\\\/g, "\\")
  }));
}

/** What a page computes, up to two braces deep. */
const interpolation = /\$\{(?:[^{}]|\{(?:[^{}]|\{[^{}]*\})*\})*\}/g;

/** The text with what matches as blanks, line for line; `…` for what is computed. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, match =>
    match.startsWith("${") && !match.includes("\n") ? "…" : match.replace(/[^\n]/g, " ")
  );
}

function found(text: string, marks: RegExp, file: string): Quotation[] {
  return [...text.matchAll(marks)]
    .map(match => ({file, line: lineAt(text, match.index), text: withoutMarks(match[1])}))
    .filter(each => wordsOf(each.text) >= fewestWords);
}

function printedBlocks(text: string, file: string): Quotation[] {
  return [...text.matchAll(/^::: as-printed\n([\s\S]*?)^:::$/gm)]
    .map(match => ({file, line: lineAt(text, match.index) + 1, text: match[1].trim()}))
    .filter(({text: printed}) => !/[“"]/.test(printed) && longestRow(printed) >= fewestWords);
}

/** The numbers of a list are the page's own. */
const withoutMarks = (text: string) => text.replace(/^\s*\d+\.\s/gm, "… ").trim();

const lineAt = (text: string, index: number) => text.slice(0, index).split("\n").length;

const formulas = /\$\$[\s\S]*?\$\$|\$[^$]*\$/g;
const rowEnd = /\$\$[\s\S]*?\$\$|\$[^$]*\$|\n\s*\n/;

const wordsOf = (text: string) => text.replace(formulas, " x ").trim().split(/\s+/).length;

/** The most words that stand in a row, with no formula and no end of a paragraph between them. */
const longestRow = (text: string) =>
  Math.max(
    ...text.split(rowEnd).map(row => row.split(/\s+/).filter(word => /\p{L}/u.test(word)).length)
  );
