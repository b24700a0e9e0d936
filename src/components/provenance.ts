import {download, toCsv} from "./download.js";
import {element} from "./element.js";
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

type Row = Readonly<Record<string, unknown>>;

/** Where a figure's numbers come from. */
export interface Evidence {
  readonly sidecar?: Sidecar;
  /** URL of the Arrow stream. */
  readonly arrow?: string;
  readonly sql?: string;
  /** The rows that are drawn, or what gives those of the moment; they stand behind the figure as a table and a CSV download. */
  readonly data?: readonly Row[] | (() => readonly Row[]);
}

/** The line under a figure: file, seed, scale, commit, hash, time, SQL, data, downloads. */
export function provenance(
  {sidecar, arrow, sql, data}: Evidence,
  svg: () => SVGElement | null
): HTMLElement {
  const line = element("div", {class: "provenance"});
  const name = sidecar?.experiment ?? "figure";
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
  if (sql) line.append(fold("SQL", () => code(sql.trim())));
  if (typeof data === "function" || data?.length) {
    const rows = typeof data === "function" ? data : () => data;
    line.append(
      fold("data", () => dataTable(name, rows())),
      button("CSV", () => download(`${name}.csv`, "text/csv", toCsv(rows())))
    );
  }
  if (arrow) line.append(element("a", {href: arrow, download: `${name}.arrow`}, "Arrow"));
  line.append(
    button("SVG", () => {
      const picture = svg();
      if (picture) download(`${name}.svg`, "image/svg+xml", standalone(picture));
    })
  );
  return line;
}

function dataTable(name: string, rows: readonly Row[]): HTMLElement {
  const columns = Object.keys(rows[0] ?? {}).map(header => ({
    header,
    value: (row: Row) => readable(row[header])
  }));
  return element("div", {class: "data"}, table(rows, columns, {label: `${name}: data`}));
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

/** Six digits are enough to read; the CSV has them all. */
function readable(value: unknown): string {
  return String(typeof value === "number" ? Number(value.toPrecision(6)) : value);
}

function code(text: string): HTMLElement {
  return element("pre", {tabindex: 0}, element("code", {}, text));
}

const short = (hash: string) => `${hash.slice(0, 4)}…${hash.slice(-2)}`;

/** Filled when it is opened: what it shows may have changed since, and few are opened. */
function fold(label: string, content: () => HTMLElement): HTMLElement {
  const summary = element("summary", {}, label);
  const details = element("details", {"data-fold": label}, summary);
  details.addEventListener("toggle", () => {
    if (details.open) details.replaceChildren(summary, content());
  });
  return details;
}

function button(label: string, action: () => void): HTMLElement {
  const node = element("button", {type: "button"}, label);
  node.addEventListener("click", action);
  return node;
}

/** The picture as a file of its own, with the colours that the page's style sheet gives it now. */
function standalone(svg: SVGElement): string {
  const copy = svg.cloneNode(true) as SVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  for (const [i, node] of [copy, ...copy.querySelectorAll<SVGElement>("*")].entries()) {
    const style = getComputedStyle(originals[i]);
    for (const property of ["fill", "stroke", "font-family", "font-size", "color"])
      node.style.setProperty(property, style.getPropertyValue(property));
  }
  copy.setAttribute("xmlns", "http://www.w3.org/2000/svg");
  return new XMLSerializer().serializeToString(copy);
}
