import type {Drawing} from "./askedQuery.js";
import {declaredRows} from "./chart/readout.js";
import {plainText, textNodes} from "./chart/text.js";
import {element} from "./element.js";
import {drawnWidth, isStandard, pictureWidths} from "./pictureWidths.js";
import {type Evidence, provenance, type Row} from "./provenance.js";

export interface FigureOptions<R extends Row> extends Evidence<R> {
  /** First phrase of the caption, bold: what is plotted. */
  readonly title: string;
  /** The rest of the caption: what to see; maths stands between dollar signs. */
  readonly caption: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  /**
   * Draws the picture at a width in pixels; the caller reads its colours from the style sheet. Where it takes rows,
   * these are `data`, or a reader's own in their place.
   */
  readonly draw: (width: number, rows: readonly R[]) => Element;
  /** Whether it can be drawn with a reader's rows; if `draw` takes rows, unless it says otherwise. */
  readonly redrawn?: boolean;
  /** What is drawn of these rows, for the table and the CSV; the rows themselves unless given. */
  readonly tabulate?: (rows: readonly R[]) => readonly Row[];
}

let column = 0;

/**
 * Width of the page's column in pixels. It is asked for once and then heard of: to ask while the page is
 * being changed makes the browser lay all of it out at once, for every figure.
 */
function columnWidth(): number {
  const main = document.querySelector("main");
  if (column === 0 && main) {
    column = main.clientWidth;
    new ResizeObserver(() => {
      column = main.clientWidth;
    }).observe(main);
  }
  return column;
}

/** A figure: drawn anew when its width changes, with caption, data table, provenance, downloads, and its query in an editor. */
export function figure<R extends Row = Row>(options: FigureOptions<R>): HTMLElement {
  const {title, caption, description, data, draw} = options;
  const {redrawn = draw.length > 1, tabulate} = options;
  const id = `figure-${slug(title)}`;
  const picture = element("div", {class: "picture"});
  const own = () => (typeof data === "function" ? data() : (data ?? []));
  let others: readonly R[] | null = null;
  let drawn = 0;
  const render = () => {
    const content = draw(drawn, others ?? own());
    const svg = content instanceof SVGElement ? content : content.querySelector("svg");
    (svg ?? content).setAttribute("role", "img");
    (svg ?? content).setAttribute("aria-label", `${plainText(title)}. ${plainText(description)}`);
    // Plot's own style sheet: the site's has its rules, and a page's policy allows no inline one.
    for (const style of content.querySelectorAll("style")) style.remove();
    // The picture is one image to those who hear it; its parts cannot have names of their own.
    for (const group of content.querySelectorAll("g[aria-label], rect[aria-label]"))
      group.removeAttribute("aria-label");
    const note = others && element("p", {class: "altered"}, "Drawn with the result of your query.");
    if (isStandard(drawn))
      for (const part of [content, ...content.querySelectorAll("svg")])
        if (part.localName === "svg" && Number(part.getAttribute("width")) === drawn)
          part.classList.add("full");
    picture.replaceChildren(...(note ? [note, content] : [content]));
  };
  const drawing: Drawing = {
    columns: () => columnsRead(own(), rows => draw(drawn, rows)),
    draw: rows => {
      others = rows as readonly R[] | null;
      render();
    }
  };
  const empty = !tabulate && (!data || (typeof data !== "function" && data.length === 0));
  const shown = () => tabulate?.(others ?? own()) ?? rowsDrawn(picture) ?? others ?? own();
  const evidence = {...options, data: empty ? undefined : shown};
  const node = element(
    "figure",
    {"aria-label": plainText(title), id},
    picture,
    element(
      "figcaption",
      {},
      element("strong", {}, ...textNodes(`${title}. `)),
      ...textNodes(caption)
    ),
    provenance(evidence, {title, id, picture, drawing: redrawn ? drawing : undefined})
  );
  const redraw = (column: number) => {
    const width = drawnWidth(column);
    if (width === drawn || column === 0) return;
    drawn = width;
    render();
  };
  const {wide} = pictureWidths;
  redraw(Math.min(wide, columnWidth() || wide));
  new ResizeObserver(([entry]) => redraw(Math.round(entry.contentRect.width))).observe(picture);
  return node;
}

/** What the charts of a picture have drawn, where it consists of charts. */
function rowsDrawn(picture: Element): readonly Row[] | undefined {
  const rows = [...picture.querySelectorAll(".chart")].flatMap(
    node => declaredRows.get(node) ?? []
  );
  return rows.length ? rows : undefined;
}

/** A title as part of an address and of a file's name. */
export const slug = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z\d]+/g, "-")
    .replace(/^-|-$/g, "");

/** The columns of rows that a picture is drawn from. */
function columnsRead<R extends Row>(
  rows: readonly R[],
  draw: (rows: readonly R[]) => unknown
): string[] {
  const read = new Set<string>();
  const get = (row: R, name: string | symbol) => {
    if (typeof name === "string" && name in row) read.add(name);
    return Reflect.get(row, name);
  };
  draw(rows.map(row => new Proxy(row, {get})));
  return [...read];
}
