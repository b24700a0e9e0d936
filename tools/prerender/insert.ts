import {escapeHtml} from "../markdown/renderText.js";
import {origin} from "./browser.js";

/** Where a cell displays, with what Framework puts there in the meantime if the cell stands in a line. */
const place = /(<observablehq-loading><\/observablehq-loading>)?<!--:([0-9a-f]{8}(?:-\d+)?):-->/g;

/**
 * Puts what cells displayed where they stand in a page. Framework's client takes what stands in
 * `<observablehq-loading>` for a cell's first display and swaps it for the next, so nothing is there
 * twice; a cell that displays nothing needs none, and one without a value keeps its own.
 *
 * @param displays HTML by the cell's id; an empty text for a cell that displays nothing
 */
export function insertDisplays(html: string, displays: ReadonlyMap<string, string>): string {
  return html.replace(place, (found, _waiting, id: string) => {
    const display = displays.get(id);
    if (display === undefined) return found;
    const shown =
      display && `<observablehq-loading class="shown">${display}</observablehq-loading>`;
    return `${shown}<!--:${id}:-->`;
  });
}

/** What a cell displays as HTML, as Framework's client shows it: nodes as they are, anything else as text. */
export function displayHtml(nodes: readonly unknown[], inline: boolean): string {
  return nodes
    .flatMap(value => (inline && isList(value) ? [...value] : [value]))
    .map(value => (isNode(value) ? markup(value) : escapeHtml(String(value))))
    .join("");
}

const isList = (value: unknown): value is Iterable<unknown> =>
  typeof value === "object" && value !== null && !isNode(value) && Symbol.iterator in value;

const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && "nodeType" in value;

function markup(node: Node): string {
  if (node.nodeType === 3) return escapeHtml(node.textContent ?? "");
  if (node.nodeType === 11) return [...node.childNodes].map(markup).join("");
  return (node as Element).outerHTML.replace(/<svg[\s\S]*<\/svg>/g, shortCoordinates);
}

/** Pictures with their coordinates to a tenth of a pixel: what the browser draws in their place has them all. */
const shortCoordinates = (svg: string): string =>
  svg.replace(/\s(?:d|x[12]?|y[12]?|c[xy]|transform)="[^"]*"/g, attribute =>
    /\b(?:scale|rotate|matrix)\(/.test(attribute)
      ? attribute
      : attribute.replace(/(\.\d)\d+/g, "$1")
  );

/** Addresses that begin where the build believed the page to stand, made relative to the page. */
export function relativeAddresses(html: string, path: string): string {
  const up = "../".repeat(path.split("/").length - 1) || "./";
  return html.replaceAll(`${origin}${path}`, "").replaceAll(origin, up);
}

/** What no reader should see in a text. */
export function badText(html: string): string | null {
  const text = html
    .replace(/<(script|style|pre|code)\b[\s\S]*?<\/\1>/g, "")
    .replace(/<[^>]*>/g, " ");
  return (
    /\bNaN\b|\bundefined\b|\[object \w+\]/.exec(text)?.[0] ??
    (text.trim() === "null" ? "null" : null)
  );
}
