import type * as scope from "./cellScope.js";

const provided: Record<keyof typeof scope, true> = {
  FileAttachment: true,
  Generators: true,
  Mutable: true,
  dark: true,
  display: true,
  invalidation: true,
  now: true,
  resize: true,
  view: true,
  visibility: true,
  width: true,
  Buffer: true,
  clearImmediate: true,
  global: true,
  process: true,
  require: true,
  setImmediate: true,
  __dirname: true,
  __filename: true
};

/** What `cellScope.d.ts` describes: Framework's names, and Node's as a browser knows them. */
export const builtins: ReadonlySet<string> = new Set(Object.keys(provided));

/** What Framework would fetch from a CDN for a page that mentions it without an import. */
export const remote: ReadonlySet<string> = new Set(
  (
    "_ Arrow DuckDBClient Inputs L Plot React ReactDOM SQLite SQLiteDatabaseClient aq d3 dot duckdb echarts htl " +
    "html mapboxgl mermaid sql svg tex topojson vg vl aapl alphabet cars citywages diamonds flare industries " +
    "miserables olympians penguins pizza weather"
  ).split(" ")
);
