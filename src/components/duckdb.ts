import {answered} from "./answered.js";
import {answerKey, answersId, readAnswers} from "./answers.js";
import type {Ask} from "./engine.js";
import {pageTables} from "./siteTables.js";
import {boundQuery, type Row} from "./sqlValues.js";

export type {Row} from "./sqlValues.js";

/** A tag for SQL: resolves to plain rows; interpolated values are parameters, never SQL (`parameter`). */
export type Sql = (strings: TemplateStringsArray, ...values: unknown[]) => Promise<Row[]>;

/**
 * A DuckDB over Arrow streams, one table per name and URL. Rows come back as `plainRows` has them: decimals
 * and 64-bit integers as numbers, timestamps as dates, in lists and structs too. The engine (7 MB) is fetched
 * when a query is asked whose answer the page does not hold; at once where it holds none.
 *
 * @throws naming the file where one cannot be read as an Arrow stream; a query's error holds the
 * message and the SQL
 */
export async function database(
  tables: Readonly<Record<string, string | Promise<string>>>
): Promise<Sql> {
  const names = Object.keys(tables);
  const urls = await Promise.all(Object.values(tables));
  const files = Object.fromEntries(names.map((name, i) => [name, urls[i]]));
  for (const [name, url] of Object.entries(files)) pageTables.set(name, url);
  const text = document.getElementById(answersId)?.textContent;
  const answers = text ? readAnswers(text) : new Map<string, Row[]>();
  let connected: Promise<Ask> | undefined;
  const connect = () => {
    connected ??= import("./engine.js").then(engine => engine.connect(files));
    connected.catch(() => {
      connected = undefined;
    });
    return connected;
  };
  if (answers.size === 0) await connect();
  return async (strings, ...values) => {
    const {query, bound} = boundQuery(strings, values);
    const answer = answers.get(answerKey(query, bound, files));
    // Copies, since a cell may change its rows.
    const rows = answer ? answer.map(row => ({...row})) : await (await connect())(query, bound);
    return answered(rows, query, bound);
  };
}
