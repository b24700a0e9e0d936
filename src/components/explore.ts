import {connectionTo} from "./engine.js";
import {locate, names, QueryError} from "./queryText.js";
import type {SiteTable} from "./siteTables.js";
import {plainRows, type Row} from "./sqlValues.js";

/** What a reader's own query gives. */
export interface Answer {
  readonly columns: readonly string[];
  readonly rows: readonly Row[];
  /** Whether there are more rows than were asked for. */
  readonly more: boolean;
}

/**
 * Asks a query that a reader has written, of all tables of the site; those that it names are fetched. It can only
 * read: what would write is refused.
 *
 * @param most rows at most
 * @param signal gives the query up
 * @throws QueryError with the engine's message
 */
export async function explore(
  query: string,
  tables: readonly SiteTable[],
  {most, signal}: {readonly most: number; readonly signal: AbortSignal}
): Promise<Answer> {
  const named = tables.filter(({name}) => names(query, name));
  const connection = await connectionTo(Object.fromEntries(named.map(t => [t.name, t.url])));
  const cancel = () => void connection.cancelSent();
  try {
    signal.throwIfAborted();
    signal.addEventListener("abort", cancel);
    await connection.query("BEGIN TRANSACTION READ ONLY");
    const reader = await connection.send(query);
    await reader.open();
    const columns = reader.schema.fields.map(({name}) => String(name));
    const rows: Row[] = [];
    for await (const batch of reader) {
      signal.throwIfAborted();
      rows.push(...plainRows(batch));
      if (rows.length > most) break;
    }
    return {columns, rows: rows.slice(0, most), more: rows.length > most};
  } catch (error) {
    if (signal.aborted) throw new QueryError("stopped");
    throw locate(query, error instanceof Error ? error.message : String(error));
  } finally {
    signal.removeEventListener("abort", cancel);
    await connection.close();
  }
}
