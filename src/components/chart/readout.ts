import {element} from "../element.js";
import {fixed} from "../format.js";
import {kinds, shapeOf} from "./declaration.js";
import type {DrawnChart} from "./drawChart.js";
import type {DrawnMark} from "./drawPanel.js";
import {svg} from "./svg.js";
import {plainText} from "./text.js";

/** Rows of pictures that are charts, for the table and the CSV of the figure that shows them. */
export const declaredRows = new WeakMap<Element, readonly Readonly<Record<string, unknown>>[]>();

/** A pointer farther from every mark shows none, in pixels. */
const reach = 28;

/** The picture with the value of the mark under the pointer, or of the one that arrow keys have reached. */
export function readable({node, marks}: DrawnChart): HTMLElement {
  const value = element("output", {class: "readout", hidden: true});
  const ring = svg("circle", {
    class: "ring",
    r: 7,
    fill: "none",
    stroke: "var(--ink)",
    "stroke-width": 1.2,
    visibility: "hidden",
    "aria-hidden": "true"
  });
  const box = element(
    "div",
    {
      class: "chart",
      tabindex: marks.length ? 0 : null,
      role: "group",
      "aria-label": "Values: arrow keys go from mark to mark and from series to series"
    },
    node,
    value
  );
  node.append(ring);
  let current: DrawnMark | undefined;
  const show = (mark: DrawnMark | undefined) => {
    current = mark;
    value.hidden = !mark;
    ring.setAttribute("visibility", mark ? "visible" : "hidden");
    if (!mark) return;
    value.textContent = wordsOf(mark);
    ring.setAttribute("transform", `translate(${mark.px},${mark.py})`);
    const scale = box.clientWidth / Number(node.getAttribute("width")) || 1;
    const left = Math.min(mark.px * scale + 12, box.clientWidth - value.offsetWidth);
    value.style.left = `${Math.max(0, left)}px`;
    // Above the mark where there is room, else below it.
    const above = mark.py * scale - value.offsetHeight - 10;
    value.style.top = `${above < 0 ? mark.py * scale + 14 : above}px`;
  };
  node.addEventListener("pointermove", event => {
    const {left, top, width} = node.getBoundingClientRect();
    const scale = Number(node.getAttribute("width")) / width;
    show(nearest(marks, scale * (event.clientX - left), scale * (event.clientY - top), reach));
  });
  node.addEventListener("pointerleave", () => show(undefined));
  box.addEventListener("blur", () => show(undefined));
  box.addEventListener("keydown", event => {
    if (event.key === "Escape") return show(undefined);
    const next = neighbour(marks, current, event.key);
    if (!next) return;
    event.preventDefault();
    show(next);
  });
  return box;
}

/** The mark nearest to a place, if one is within reach. */
export function nearest(
  marks: readonly DrawnMark[],
  x: number,
  y: number,
  within: number
): DrawnMark | undefined {
  let [best, least]: [DrawnMark | undefined, number] = [undefined, within];
  for (const mark of marks) {
    const distance = Math.hypot(mark.px - x, mark.py - y);
    if (distance <= least) [best, least] = [mark, distance];
  }
  return best;
}

/** The mark that an arrow key leads to: along the series, or to the nearest mark of the next or previous series. */
export function neighbour(
  marks: readonly DrawnMark[],
  current: DrawnMark | undefined,
  key: string
): DrawnMark | undefined {
  const along = {ArrowRight: 1, ArrowLeft: -1}[key];
  const across = {ArrowDown: 1, ArrowUp: -1}[key];
  if (along === undefined && across === undefined) return undefined;
  if (!current) return marks[0];
  const {series} = current;
  if (shapeOf(series) === "cells") {
    const next = inMap(marks, current, along ?? across ?? 0, along === undefined ? "px" : "py");
    if (next || along !== undefined) return next ?? current;
  }
  if (along !== undefined) {
    const own = marks.filter(mark => mark.series === series).sort((a, b) => a.px - b.px);
    return own[own.indexOf(current) + along] ?? current;
  }
  const all = [...new Set(marks.map(mark => mark.series))];
  const other = all[(all.indexOf(series) + (across ?? 0) + all.length) % all.length];
  const others = marks.filter(mark => mark.series === other);
  return nearest(others, current.px, current.py, Number.POSITIVE_INFINITY);
}

/** The field of a map so many steps away, in the same row, or in the same column. */
function inMap(
  marks: readonly DrawnMark[],
  current: DrawnMark,
  steps: number,
  same: "px" | "py"
): DrawnMark | undefined {
  const other = same === "px" ? "py" : "px";
  const line = marks
    .filter(mark => mark.series === current.series && Math.abs(mark[same] - current[same]) < 1e-6)
    .sort((a, b) => a[other] - b[other]);
  return line[line.indexOf(current) + steps];
}

function wordsOf({series, mark, panel, x, y, z}: DrawnMark): string {
  const {standardError, low, high} = mark;
  const error =
    standardError !== undefined
      ? ` ± ${digits(standardError, 2)}`
      : low !== undefined && high !== undefined
        ? ` (${digits(low)} to ${digits(high)})`
        : "";
  const name = plainText(series.name);
  const is = name === kinds[series.is] ? name : `${name}, ${kinds[series.is]}`;
  const where = panel.name ? `${plainText(panel.name)} · ` : "";
  const said = ({axis}: DrawnMark["x"], value: number | undefined) =>
    axis.names ? axis.names[value ?? -1] : `${plainText(axis.label)} ${digits(value)}`;
  const spans = shapeOf(series) === "spans";
  const about = z && mark.z !== undefined ? `, ${plainText(z.label)} ${digits(mark.z)}` : "";
  return `${where}${is}: ${said(x, mark.x)}${spans ? error : ""}, ${said(y, mark.y)}${spans ? "" : error}${about}`;
}

/** A value to so many digits that count. */
function digits(value: number | undefined, count = 4): string {
  if (value === undefined || !Number.isFinite(value)) return "–";
  if (Number.isInteger(value) && Math.abs(value) < 1e6) return fixed(value, 0);
  const power = Math.floor(Math.log10(Math.abs(value)));
  if (power < -5 || power > 6) {
    const [factor, exponent] = value.toExponential(count - 1).split("e");
    return `${factor.replace("-", "−")}·10^${exponent.replace("+", "").replace("-", "−")}`;
  }
  return fixed(value, Math.max(0, count - 1 - power));
}
