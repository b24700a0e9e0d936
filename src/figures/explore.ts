import {whole} from "../components/format.js";
import type {SiteTable} from "../components/siteTables.js";
import type {TableColumn} from "../components/table.js";

/** A table of the site as the build lists it. */
export type Listed = Pick<SiteTable, "name" | "title" | "columns"> & {readonly rows: number};

/** What the list of the site's tables says of each. */
export const listedColumns: readonly TableColumn<Listed>[] = [
  {header: "table", value: ({name}) => name, text: true},
  {header: "what is in it", value: ({title}) => title, text: true},
  {header: "rows", value: ({rows}) => whole(rows)},
  {header: "columns", value: ({columns}) => columns.map(([name]) => name).join(", "), text: true}
];

/** The query that the editor opens with. */
export const opening = `SELECT b, coordinate, variance, expectedVariance,
  (variance - expectedVariance) / standardError AS z
FROM batch_scaling
ORDER BY coordinate, b`;
