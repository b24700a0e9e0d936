import {plainText, textNodes} from "./chart/text.js";
import {element} from "./element.js";

/** How one column of a table is headed and shown. */
export interface TableColumn<Row> {
  /** Maths stands between dollar signs. */
  readonly header: string;
  readonly value: (row: Row) => string;
  /** Text is left-aligned, and maths in it stands between dollar signs; numbers (the default) are right-aligned and tabular. */
  readonly text?: boolean;
}

export interface TableOptions {
  /** The caption: what the rows are, and in which unit. */
  readonly label: string;
  /** Whether it is folded under its caption; tables of more than twelve rows are, unless it says otherwise. */
  readonly folded?: boolean;
  /** Shown by its neighbourhood, as in a fold of that name: for those alone who hear it. */
  readonly hidden?: boolean;
}

const cell = <Row>({value, text}: TableColumn<Row>, row: Row): (Node | string)[] =>
  text ? textNodes(value(row)) : [value(row)];

/** A table with more rows is folded. */
const long = 12;

/** A table of formatted numbers with its caption; scrolls sideways by itself where it is too wide, and shows that it does. */
export function table<Row>(
  rows: Iterable<Row>,
  columns: readonly TableColumn<Row>[],
  {label, folded, hidden = false}: TableOptions
): HTMLElement {
  const kind = (column: TableColumn<Row>) => ({class: column.text ? null : "number"});
  const lines = Array.from(rows, row =>
    element("tr", {}, ...columns.map(c => element("td", kind(c), ...cell(c, row))))
  );
  const head = element(
    "thead",
    {},
    element(
      "tr",
      {},
      ...columns.map(c => element("th", {scope: "col", ...kind(c)}, ...textNodes(c.header)))
    )
  );
  const fold = !hidden && (folded ?? lines.length > long);
  const caption = hidden || fold ? null : element("caption", {}, ...textNodes(label));
  const scroll = element(
    "div",
    {class: "scroll", role: "region", "aria-label": plainText(label), tabindex: 0},
    element("table", {}, caption, head, element("tbody", {}, ...lines))
  );
  if (!fold) return scroll;
  const summary = element("summary", {}, ...textNodes(`${label} · ${lines.length} rows`));
  return element("details", {class: "long-table"}, summary, scroll);
}
