import {element} from "./element.js";
import {type Evidence, provenance} from "./provenance.js";

export interface FigureOptions extends Evidence {
  /** First phrase of the caption, bold: what is plotted. */
  readonly title: string;
  /** The rest of the caption: what to see. */
  readonly caption: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  /** Draws the picture at a width in pixels; the caller reads its colours from the style sheet. */
  readonly draw: (width: number) => Element;
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

/** A figure: drawn anew when its width changes, with caption, data table, provenance, downloads. */
export function figure(options: FigureOptions): HTMLElement {
  const {title, caption, description, draw} = options;
  const picture = element("div", {class: "picture"});
  const node = element(
    "figure",
    {"aria-label": title},
    picture,
    element("figcaption", {}, element("strong", {}, `${title}. `), caption),
    provenance(options, () => picture.querySelector("svg"))
  );
  let drawn = 0;
  const redraw = (width: number) => {
    if (width === drawn || width === 0) return;
    drawn = width;
    const content = draw(width);
    const svg = content instanceof SVGElement ? content : content.querySelector("svg");
    (svg ?? content).setAttribute("role", "img");
    (svg ?? content).setAttribute("aria-label", `${title}. ${description}`);
    // Plot's own style sheet: the site's has its rules, and a page's policy allows no inline one.
    for (const style of content.querySelectorAll("style")) style.remove();
    // The picture is one image to those who hear it; its parts cannot have names of their own.
    for (const group of content.querySelectorAll("g[aria-label], rect[aria-label]"))
      group.removeAttribute("aria-label");
    picture.replaceChildren(content);
  };
  redraw(Math.min(736, columnWidth() || 736));
  new ResizeObserver(([entry]) => redraw(Math.round(entry.contentRect.width))).observe(picture);
  return node;
}
