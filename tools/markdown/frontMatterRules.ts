import matter from "gray-matter";

/** What front matter may say: to Framework, and `symbols` to us. */
const keys = new Set(
  "title symbols sidebar toc index keywords draft head header footer pager style theme".split(" ")
);

export interface FrontMatterFault {
  /** Line in the file, from 1. */
  readonly line: number;
  readonly message: string;
}

/** What is wrong with the front matter of a page's source; Framework shows what it cannot read as text. */
export function frontMatterFaults(source: string): FrontMatterFault[] {
  if (!/^---[ \t]*\r?\n/.test(source)) return [];
  if (!/^---[ \t]*\r?\n(?:[\s\S]*?\r?\n)?---[ \t]*(?:\r?\n|$)/.test(source))
    return [{line: 1, message: "the front matter is not closed by a line ---"}];
  let data: unknown;
  try {
    ({data} = matter(source, {}));
  } catch (error) {
    const {reason, mark} = error as {reason?: string; mark?: {line: number}};
    const message = `the front matter is no YAML: ${reason ?? String(error)}`;
    return [{line: (mark?.line ?? 0) + 1, message}];
  }
  if (typeof data !== "object" || data === null || Array.isArray(data))
    return [{line: 2, message: "the front matter must be lines key: value"}];
  const lines = source.split("\n");
  const lineOf = (key: string) =>
    Math.max(1, lines.findIndex(line => line.replace(/^["']/, "").startsWith(key)) + 1);
  return Object.keys(data)
    .filter(key => !keys.has(key))
    .map(key => ({line: lineOf(key), message: `the front matter has ${complaint(key)}`}));
}

function complaint(key: string): string {
  if (key === "sql")
    return "sql:, which is for Framework's own DuckDB: use database({…}) in a cell";
  return `an unknown key ${key}; there are ${[...keys].join(", ")}`;
}
