import {element} from "./element.js";

/** How one column of a table is headed and shown. */
export interface TableColumn<Row> {
  readonly header: string;
  readonly value: (row: Row) => string;
  /** Text is left-aligned; numbers (the default) are right-aligned and tabular. */
  readonly text?: boolean;
}

/** A table of formatted numbers; scrolls sideways by itself where it is too wide. */
export function table<Row>(
  rows: Iterable<Row>,
  columns: readonly TableColumn<Row>[],
  {label}: {label: string}
): HTMLElement {
  const kind = (column: TableColumn<Row>) => ({class: column.text ? null : "number"});
  const body = element(
    "tbody",
    {},
    ...Array.from(rows, row =>
      element("tr", {}, ...columns.map(c => element("td", kind(c), c.value(row))))
    )
  );
  const head = element(
    "thead",
    {},
    element("tr", {}, ...columns.map(c => element("th", {scope: "col", ...kind(c)}, c.header)))
  );
  return element(
    "div",
    {class: "scroll", role: "region", "aria-label": label, tabindex: 0},
    element("table", {}, head, body)
  );
}
