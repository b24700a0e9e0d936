import {withValues} from "./answered.js";
import {answersId} from "./answers.js";
import {askedQuery} from "./askedQuery.js";
import {fold} from "./fold.js";
import {query} from "./query.js";
import {pageTables} from "./siteTables.js";

/**
 * Fills the fold at the end of a page with the queries behind its figures, tables and sentences, each in an editor of
 * its own; at once where the address asks for one of them.
 */
export function installQueries(): void {
  const place = document.querySelector<HTMLDetailsElement>("main > details.queries");
  const text = document.getElementById(answersId)?.textContent;
  if (!place || !text) return;
  const queries = JSON.parse(text).map(([key]: [string]) => {
    const [sql, values, tables] = JSON.parse(key);
    // The page's own cells may run later than the address asks.
    for (const [name, file] of tables) if (!pageTables.has(name)) pageTables.set(name, file);
    return withValues(sql, values);
  }) as string[];
  const fill = () => {
    if (place.querySelector("details")) return;
    for (const [i, sql] of queries.entries()) {
      const figure = `query-${i + 1}`;
      const content = () => query({sql, label: `query ${i + 1}`, figure});
      place.append(fold(firstLine(sql), content, askedQuery(figure) !== null));
    }
  };
  place.addEventListener("toggle", fill);
  place.open = queries.some((_, i) => askedQuery(`query-${i + 1}`) !== null);
}

const firstLine = (sql: string) => {
  const line = sql.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
};
