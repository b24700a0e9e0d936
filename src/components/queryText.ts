/** An error of a query, with the part of its text that is to blame where the engine says so. */
export class QueryError extends Error {
  constructor(
    message: string,
    readonly from?: number,
    readonly to?: number
  ) {
    super(message);
  }
}

/** Whether a query has a table's name as a word. */
export const names = (query: string, table: string): boolean =>
  new RegExp(`(?<![\\w.])${table}(?!\\w)`, "i").test(query);

/** The engine's message without the line that it repeats, and what of the query its caret points at. */
export function locate(query: string, message: string): QueryError {
  const text = message.split("\n\nLINE ")[0].trim();
  const [, number, excerpt, margin] = /\nLINE (\d+): (.*)\n( *)\^/.exec(message) ?? [];
  if (number === undefined) return new QueryError(text);
  const lines = query.split("\n");
  const line = lines[Number(number) - 1] ?? "";
  const start = lines.slice(0, Number(number) - 1).join("\n").length + (number === "1" ? 0 : 1);
  const [cut] = /^\.\.\./.exec(excerpt) ?? [""];
  const shift = Math.max(0, line.indexOf(excerpt.slice(cut.length).replace(/\.\.\.$/, "")));
  const from = start + shift + margin.length - `LINE ${number}: `.length - cut.length;
  const [word] = /^(?:\w+|"[^"]*"?|.)/.exec(query.slice(from)) ?? [""];
  return new QueryError(text, from, from + word.length);
}

/** A name as SQL writes it: in quotation marks where it is a word of the language, or no word at all. */
export const quoted = (name: string): string =>
  /^[a-z_]\w*$/i.test(name) && !reserved.has(name.toLowerCase()) ? name : `"${name}"`;

/** The engine's own list, `duckdb_keywords()`, and what it takes for the beginning of a clause. */
const reserved = new Set(
  (
    "all analyse analyze and any array as asc asymmetric at both case cast check collate column constraint create " +
    "default deferrable desc describe distinct do else end except false fetch for foreign from group having in " +
    "initially intersect into lambda lateral leading limit not null offset on only or order pivot pivot_longer pivot_wider placing primary " +
    "qualify references returning select show some summarize symmetric table then to trailing true union unique " +
    "unpivot using variadic when where window with"
  ).split(" ")
);
