const asked = Symbol.for("noisefloor: query");

/** Rows that say which query they answer, so that a figure of them shows it. */
export const answered = <R extends object>(
  rows: R,
  query: string,
  bound: readonly unknown[] = []
): R => Object.defineProperty(rows, asked, {value: withValues(query, bound).trim()});

/** The query that these rows answer, where they are the whole result of one. */
export const queryOf = (rows: object): string | undefined =>
  (rows as {readonly [asked]?: string})[asked];

/** A query with the values of its parameters in their places. */
export function withValues(sql: string, values: readonly unknown[]): string {
  let next = 0;
  return sql.replace(/'[^']*'|\?/g, found => (found === "?" ? literal(values[next++]) : found));
}

const literal = (value: unknown) =>
  typeof value === "string" ? `'${value.replaceAll("'", "''")}'` : String(value);
