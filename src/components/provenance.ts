import {toCsv} from "../lib/workbench/export/csv.js";
import {askedQuery, type Drawing} from "./askedQuery.js";
import {plainText} from "./chart/text.js";
import {download} from "./download.js";
import {element} from "./element.js";
import {fold} from "./fold.js";
import {query} from "./query.js";
import {readable} from "./readable.js";
import {table} from "./table.js";

/** What the build knows of a sweep's output (`src/provenance/`). */
export interface Sidecar {
  readonly experiment: string;
  readonly loader: string;
  readonly seed: number;
  readonly scale: number;
  readonly closure: string;
  readonly sha256: string;
  readonly seconds: number;
  readonly workers: number;
  readonly commit: string;
  /** What ran; left out where it is long. */
  readonly spec?: object;
}

export type Row = Readonly<Record<string, unknown>>;

/** Where a figure's numbers come from. */
export interface Evidence<R extends Row = Row> {
  readonly sidecar?: Sidecar;
  /** URL of the Arrow stream. */
  readonly arrow?: string;
  readonly sql?: string;
  /** The rows that are drawn, or what gives those of the moment; they stand behind the figure as a table and a CSV download. */
  readonly data?: readonly R[] | (() => readonly R[]);
}

/** The figure that the line stands under. */
export interface FigureOf {
  readonly title: string;
  readonly id: string;
  readonly picture: Element;
  readonly drawing?: Drawing;
}

/** The line under a figure: file, seed, scale, commit, hash, time, SQL, data, downloads. */
export function provenance(
  {sidecar, arrow, sql, data}: Evidence,
  {title, id, picture, drawing}: FigureOf
): HTMLElement {
  const line = element("div", {class: "provenance"});
  const page =
    location.pathname
      .split("/")
      .at(-1)
      ?.replace(/\.html$/, "") || "noisefloor";
  const name = `${page}-${id.replace(/^figure-/, "")}`;
  if (sidecar) {
    const {experiment, loader, seed, scale, commit, sha256, closure, seconds, workers} = sidecar;
    line.append(
      element("span", {title: loader}, `${experiment}.arrow`),
      element("span", {}, `seed ${seed}`),
      element("span", {}, `scale ${scale}`),
      element("span", {title: "commit"}, commit),
      element("span", {title: `SHA-256 of the records: ${sha256}`}, `sha ${short(sha256)}`),
      element(
        "span",
        {title: `SHA-256 of all that determines it: ${closure}`},
        `closure ${short(closure)}`
      ),
      element("span", {title: `on ${workers} workers`}, `${seconds.toFixed(1)} s`),
      fold("reproduce", () => code(command(experiment, scale)))
    );
    const {spec} = sidecar;
    if (spec) line.append(fold("spec", () => code(specText(spec))));
  }
  if (sql) {
    const figure = id.replace(/^figure-/, "");
    const open = askedQuery(figure) !== null;
    line.append(fold("SQL", () => query({sql, label: plainText(title), figure, drawing}), open));
  }
  if (typeof data === "function" || data?.length) {
    const rows = typeof data === "function" ? data : () => data;
    line.append(
      fold("data", () => dataTable(name, rows())),
      button("CSV", () => download(`${name}.csv`, "text/csv", toCsv(rows())))
    );
  }
  if (arrow)
    line.append(
      element("a", {href: arrow, download: `${sidecar?.experiment ?? name}.arrow`}, "Arrow")
    );
  line.append(
    button("SVG", async () => {
      const {origin, pathname, search} = location;
      const address = `${origin}${pathname}${search}#${id}`;
      const {exportSvg} = await import("./exportSvg.js");
      download(`${name}.svg`, "image/svg+xml", await exportSvg(picture, {title, address}));
    })
  );
  return line;
}

function dataTable(name: string, rows: readonly Row[]): HTMLElement {
  const columns = Object.keys(rows[0] ?? {}).map(header => ({
    header,
    value: (row: Row) => readable(row[header])
  }));
  return element(
    "div",
    {class: "data"},
    table(rows, columns, {label: `${name}: data`, hidden: true})
  );
}

function command(experiment: string, scale: number): string {
  return `npm run data -- ${experiment}${scale === 1 ? "" : ` --scale ${scale}`} --force`;
}

/** JSON with one line for every property, and for every item of a list of objects. */
function specText(spec: object): string {
  const lines = (value: unknown, indent: string): string => {
    const flat = JSON.stringify(value);
    if (value === null || typeof value !== "object" || flat.length + indent.length <= 72)
      return flat;
    const inner = `${indent}  `;
    const items = Array.isArray(value)
      ? value.map(item => lines(item, inner))
      : Object.entries(value).map(([key, item]) => `${JSON.stringify(key)}: ${lines(item, inner)}`);
    const [open, close] = Array.isArray(value) ? "[]" : "{}";
    return `${open}\n${inner}${items.join(`,\n${inner}`)}\n${indent}${close}`;
  };
  return lines(spec, "");
}

function code(text: string): HTMLElement {
  return element("pre", {tabindex: 0}, element("code", {}, text));
}

const short = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

function button(label: string, action: () => void): HTMLElement {
  const node = element("button", {type: "button"}, label);
  node.addEventListener("click", action);
  return node;
}
