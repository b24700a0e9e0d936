import {askedQuery, type EditorOptions} from "./askedQuery.js";
import {codeEditor} from "./codeEditor.js";
import {element} from "./element.js";
import type {Answer} from "./explore.js";
import {names, QueryError, quoted} from "./queryText.js";
import {readable} from "./readable.js";
import {type SiteTable, siteTables} from "./siteTables.js";
import {table} from "./table.js";

/** Rows of a result that are fetched, and those of them that are shown. */
const fetched = 100_000;
const shown = 200;

/**
 * An editor for a query on all tables of the site: its errors in place, its result as a table, its text in the
 * address once it has run. A query that the address asks for runs at once.
 *
 * @param options may change: a figure that is drawn anew is another one to draw in
 */
export async function queryEditor(options: EditorOptions): Promise<HTMLElement> {
  const {label, figure} = options;
  const own = options.sql.trim();
  const asked = askedQuery(figure);
  const text = asked ?? own;
  const tables = await siteTables();
  const run = button("▶ run", () => void ask(), {title: "Ctrl-Enter"});
  const draw = button("use this result in the figure", () => answer && use(answer));
  const restore = button("draw the page's own rows", () => use(null));
  const permalink = element("a", {href: "#"}, "permalink");
  const status = element("span", {role: "status"});
  const fault = element("p", {class: "fault", role: "alert", hidden: true});
  const result = element("div", {class: "data"});
  const editor = codeEditor(text, {
    label: `SQL: ${label}`,
    schema: Object.fromEntries(tables.map(t => [t.name, t.columns.map(([name]) => name)])),
    run: () => void ask()
  });
  let answer: Answer | undefined;
  let underWay: AbortController | undefined;
  draw.hidden = restore.hidden = true;

  const say = (error: QueryError | null) => {
    fault.hidden = error === null;
    fault.textContent = error?.message ?? "";
    const {from, to} = error ?? {};
    editor.mark(
      error && from !== undefined && to !== undefined ? {message: error.message, from, to} : null
    );
  };
  const use = (answer: Answer | null) => {
    try {
      options.drawing?.draw(answer?.rows ?? null);
      options.again = answer ? () => use(answer) : undefined;
      restore.hidden = answer === null;
      status.textContent = answer ? "The figure shows this result." : "";
    } catch (error) {
      options.drawing?.draw(null);
      options.again = undefined;
      restore.hidden = true;
      status.textContent = "";
      say(new QueryError(`the figure cannot draw this: ${(error as Error).message}`));
    }
  };
  const ask = async () => {
    if (underWay) return underWay.abort();
    const {signal} = (underWay = new AbortController());
    const query = editor.text();
    const {href} = addressOf(query);
    history.replaceState(history.state, "", href);
    permalink.href = href;
    run.textContent = "■ stop";
    draw.hidden = true;
    say(null);
    status.textContent = "Running …";
    try {
      const {explore} = await import("./explore.js");
      const began = performance.now();
      answer = await explore(query, tables, {most: fetched, signal});
      const seconds = ((performance.now() - began) / 1000).toFixed(2);
      const {rows, more, columns} = answer;
      status.textContent = `${more ? "more than " : ""}${rows.length} ${rows.length === 1 ? "row" : "rows"} in ${seconds} s${rows.length > shown ? `, the first ${shown} below` : ""}`;
      result.replaceChildren(resultTable(answer, label));
      const {drawing} = options;
      const missing = drawing?.columns().filter(column => !columns.includes(column)) ?? [];
      draw.hidden = !drawing || rows.length === 0 || missing.length > 0;
      if (drawing && missing.length)
        status.textContent += `; to be drawn, the result would also need ${missing.join(", ")}`;
    } catch (error) {
      status.textContent = "";
      result.replaceChildren();
      say(error instanceof QueryError ? error : new QueryError((error as Error).message));
    } finally {
      run.textContent = "▶ run";
      underWay = undefined;
    }
  };
  const addressOf = (query: string) => {
    const url = new URL(location.href);
    for (const [name, value] of Object.entries({sql: query.trim(), figure}))
      if (query.trim() === own || value === undefined) url.searchParams.delete(name);
      else url.searchParams.set(name, value);
    return url;
  };
  permalink.href = addressOf(text).href;
  if (asked !== null) void ask();
  return element(
    "div",
    {class: "query"},
    editor.node,
    fault,
    element("div", {class: "actions"}, run, draw, restore, permalink, status),
    result,
    schema(tables, text, editor.insert)
  );
}

function resultTable({columns, rows}: Answer, label: string): HTMLElement {
  const numeric = (column: string) => rows.every(row => typeof row[column] !== "string");
  return table(
    rows.slice(0, shown),
    columns.map(header => ({
      header,
      value: row => readable(row[header]),
      text: !numeric(header)
    })),
    {label: `${label}: result`, hidden: true}
  );
}

/** The tables with their columns, those of the query first and open; a name that is pressed goes into the query. */
function schema(
  tables: readonly SiteTable[],
  sql: string,
  insert: (name: string) => void
): HTMLElement {
  const asked = tables.filter(({name}) => names(sql, name));
  const others = tables.filter(table => !asked.includes(table));
  const entry = ({name, title, rows, columns}: SiteTable) => {
    const details = element(
      "details",
      {},
      element("summary", {}, name, rows === undefined ? "" : ` · ${rows} rows`),
      element("p", {}, title),
      element(
        "ul",
        {},
        ...[[name, "table"] as const, ...columns].map(([word, type]) =>
          element(
            "li",
            {},
            button(word, () => insert(quoted(word))),
            ` ${type}`
          )
        )
      )
    );
    details.open = asked.some(table => table.name === name);
    return details;
  };
  return element(
    "details",
    {class: "schema"},
    element("summary", {}, `tables: ${tables.length}`),
    ...[...asked, ...others].map(entry)
  );
}

function button(
  label: string,
  action: () => void,
  attributes: Record<string, string> = {}
): HTMLButtonElement {
  const node = element("button", {type: "button", ...attributes}, label);
  node.addEventListener("click", action);
  return node;
}
