import {queryOf} from "../answered.js";
import {figure} from "../figure.js";
import type {Evidence, Row} from "../provenance.js";
import {chartRows, chartWords} from "./chartRows.js";
import type {Chart} from "./declaration.js";
import {drawChart} from "./drawChart.js";
import {readable} from "./readout.js";

export interface ChartOptions<R extends object> extends Omit<Evidence, "data"> {
  /** What the figure is declared from: the result of `sql`, or of the query that they carry. */
  readonly rows?: readonly R[];
}

/**
 * A figure that is declared: its picture, its words, its table and its files come from what `declare` makes of the
 * page's rows, or of a reader's own in their place.
 */
export function chart<R extends object = Row>(
  declare: (rows: readonly R[]) => Chart,
  {rows = [], sql = queryOf(rows), ...evidence}: ChartOptions<R> = {}
): HTMLElement {
  const declared = declare(rows);
  const {title, caption} = declared;
  const from = (others: readonly object[]) => declare(others as readonly R[]);
  return figure({
    ...evidence,
    sql,
    title,
    caption,
    description: chartWords(declared),
    data: rows as readonly object[] as readonly Row[],
    redrawn: declare.length > 0,
    tabulate: others => chartRows(from(others)),
    draw: (width, others) => readable(drawChart(from(others), width))
  });
}
