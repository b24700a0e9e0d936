import * as Plot from "@observablehq/plot";
import {domainOf, formatOf, ticksOf, within} from "./axes.js";
import {
  type Axis,
  axesOf,
  type Chart,
  labelOf,
  type Mark,
  type Panel,
  type Series,
  shapeOf
} from "./declaration.js";
import {type KeyRow, keyOf} from "./key.js";
import {labelSize, placeOnLines} from "./labels.js";
import {colourOf, looks} from "./looks.js";
import type {Box, Point} from "./placeLabels.js";
import {svg} from "./svg.js";
import {setText, textWidth} from "./text.js";

/** A mark where it was drawn, for the value under the pointer. */
export interface DrawnMark {
  readonly px: number;
  readonly py: number;
  readonly series: Series;
  readonly mark: Mark;
  readonly panel: Panel;
  readonly x: {readonly axis: Axis; readonly format: (value: number) => string};
  readonly y: {readonly axis: Axis; readonly format: (value: number) => string};
  readonly z?: Pick<Axis, "label">;
}

export interface DrawnChart {
  readonly node: SVGSVGElement;
  readonly marks: readonly DrawnMark[];
  /** The frame of each panel, and where in the picture a mark lies. */
  readonly frames: readonly {readonly frame: Box; readonly place: (mark: Mark) => Point}[];
}

/** Size of the words at axes, and the height of a line of them. */
const [axisSize, line] = [12, 18];
const gap = 18;

/** A column of panels is at least so wide; one of three may be narrower, and one of upright frames narrower still. */
const narrowest = (chart: Chart) =>
  isUpright(chart) ? 100 : chart.panels.length === 3 ? 215 : 250;

/** Whether frames of one scale are at least twice as tall as wide. */
const isUpright = ({square, x, y}: Chart) =>
  Boolean(square && x.domain && y.domain && lengthOf(y.domain) >= 2 * lengthOf(x.domain));

const lengthOf = ([from, to]: readonly [number, number]) => to - from;

/**
 * The picture of a chart at a width in pixels: panels beside one another where there is room, labels on their
 * lines, or in a key above the frame where they would be crossed.
 */
export function drawChart(chart: Chart, width: number): DrawnChart {
  const count = chart.panels.length;
  const columns = Math.max(
    1,
    Math.min(count, Math.floor((width + gap) / (narrowest(chart) + gap)), 3)
  );
  const across = Math.floor((width - gap * (columns - 1)) / columns);
  const node = svg("svg", {width, fill: "currentColor", "text-anchor": "middle"});
  const marks: DrawnMark[] = [];
  const frames: DrawnChart["frames"][number][] = [];
  let top = 0;
  for (let first = 0; first < count; first += columns) {
    const row = chart.panels.slice(first, first + columns);
    const drawn = row.map((panel, k) => {
      const left = k * (across + gap);
      const drawnPanel = drawPanel(chart, panel, {width: across, narrow: width < 500});
      drawnPanel.group.setAttribute("transform", `translate(${left},${top})`);
      node.append(drawnPanel.group);
      for (const mark of drawnPanel.marks)
        marks.push({...mark, px: mark.px + left, py: mark.py + top});
      frames.push(moved(drawnPanel, left, top));
      return drawnPanel;
    });
    top += Math.max(...drawn.map(({height}) => height)) + (first + columns < count ? 14 : 0);
  }
  node.setAttribute("height", String(top));
  node.setAttribute("viewBox", `0 0 ${width} ${top}`);
  return {node, marks, frames};
}

const moved = (
  {frame, place}: Pick<DrawnPanel, "frame" | "place">,
  left: number,
  top: number
): DrawnChart["frames"][number] => ({
  frame: {
    left: frame.left + left,
    right: frame.right + left,
    top: frame.top + top,
    bottom: frame.bottom + top
  },
  place: mark => {
    const [x, y] = place(mark);
    return [x + left, y + top];
  }
});

interface Size {
  readonly width: number;
  readonly narrow: boolean;
}

interface DrawnPanel {
  readonly group: SVGGElement;
  readonly height: number;
  readonly marks: DrawnMark[];
  readonly frame: Box;
  readonly place: (mark: Mark) => Point;
}

/** What surrounds a frame. */
interface Margins {
  readonly right: number;
  readonly key: readonly KeyRow[];
}

function drawPanel(chart: Chart, panel: Panel, size: Size): DrawnPanel {
  const labelled = panel.series.filter(({label, marks}) => label !== false && marks.length > 0);
  const free = attempt(chart, panel, size, labelled, {right: 14, key: []});
  if (free.unplaced.length === 0) return free;
  const beside = 14 + Math.max(...labelled.map(each => textWidth(labelOf(each), labelSize)));
  if (beside < 0.3 * size.width) {
    const roomy = attempt(chart, panel, size, labelled, {right: beside, key: []});
    if (roomy.unplaced.length === 0) return roomy;
  }
  const key = keyOf(free.unplaced, size.width, labelSize);
  const rest = labelled.filter(each => !free.unplaced.includes(each));
  return attempt(chart, panel, size, rest, {right: 14, key});
}

function attempt(
  chart: Chart,
  panel: Panel,
  {width, narrow}: Size,
  labelled: readonly Series[],
  {right, key}: Margins
): DrawnPanel & {unplaced: Series[]} {
  const axes = axesOf(chart, panel);
  const domains = {x: domainOf(axes.x, panel, "x"), y: domainOf(axes.y, panel, "y")};
  const top = (panel.name ? line + 4 : 0) + line * key.length + line + 8;
  const bottom = 2 * line + 6;
  const ratio = chart.shape ?? (narrow ? 0.78 : width < 500 ? 0.8 : 0.46);
  const high = Math.round(width * (narrow ? Math.max(ratio, 0.7) : ratio));
  const yTicks = ticksOf(axes.y, domains.y, high, "y");
  const left = 12 + Math.max(18, ...yTicks.values.map(v => textWidth(yTicks.format(v), axisSize)));
  const inner = width - left - right;
  const tall = chart.square ? squareHeight(domains, inner) : high;
  const height = top + tall + bottom;
  const xTicks = ticksOf(axes.x, domains.x, inner, "x");
  const plot = Plot.plot({
    width,
    height,
    marginLeft: left,
    marginRight: right,
    marginTop: top,
    marginBottom: bottom,
    x: scaleOf(axes.x, domains.x),
    y: scaleOf(axes.y, domains.y),
    r: {type: "identity"},
    marks: [
      Plot.axisX(xTicks.values, {
        text: xTicks.values.map(xTicks.format),
        fontSize: axisSize,
        label: null
      }),
      Plot.axisY(yTicks.values, {
        text: yTicks.values.map(yTicks.format),
        fontSize: axisSize,
        label: null
      }),
      ...panel.series.map(series =>
        looks(
          {
            ...series,
            marks: series.marks.filter(mark => within(series, mark, domains.x, domains.y))
          },
          axes
        )
      )
    ]
  });
  const group = svg("g", {"text-anchor": "middle"});
  for (const child of [...plot.children]) if (child.localName !== "style") group.append(child);
  for (const text of group.querySelectorAll("text"))
    if (text.textContent?.includes("$")) setText(text, text.textContent);
  const place = placer(plot);
  const frame: Box = {left, top: top, right: width - right, bottom: height - bottom};
  words(group, panel, axes, frame, {width, height, key});
  const unplaced = placeOnLines(group, panel, labelled, place, {frame, edge: width});
  const marks = drawnMarks(panel, {...axes, z: chart.z}, domains, place, frame);
  return {group, height, marks, unplaced, frame, place};
}

const scaleOf = (
  {scale = "linear", linearTo}: Axis,
  domain: readonly [number, number]
): Plot.ScaleOptions => ({
  type: scale,
  domain: [...domain],
  label: null,
  ...(scale === "symlog" && {constant: linearTo ?? 1})
});

function squareHeight(
  {x, y}: Readonly<Record<"x" | "y", readonly [number, number]>>,
  inner: number
): number {
  return Math.round(((y[1] - y[0]) / (x[1] - x[0])) * inner);
}

/** Where a mark lies in the picture; a rule has one coordinate alone. */
function placer(plot: ReturnType<typeof Plot.plot>): (mark: Mark) => Point {
  const [x, y] = [plot.scale("x"), plot.scale("y")];
  return ({x: px, y: py}) => [
    px === undefined ? Number.NaN : Number(x?.apply(px)),
    py === undefined ? Number.NaN : Number(y?.apply(py))
  ];
}

/** The panel's name, the key and the names of the axes. */
function words(
  group: SVGGElement,
  panel: Panel,
  axes: {readonly x: Axis; readonly y: Axis},
  frame: Box,
  {width, height, key}: {width: number; height: number; key: readonly KeyRow[]}
): void {
  const write = (text: string, x: number, y: number, anchor: string, look = {}) => {
    const node = svg("text", {x, y, "text-anchor": anchor, "font-size": axisSize, ...look});
    setText(node, text);
    group.append(node);
  };
  const bold = {"font-size": labelSize, "font-weight": 600};
  if (panel.name) write(panel.name, frame.left, 13, "start", bold);
  for (const [i, row] of key.entries())
    for (const {x, series, swatch} of row) {
      const y = (panel.name ? line + 4 : 0) + 13 + line * i;
      for (const path of swatch)
        group.append(svg("path", {...path, transform: `translate(${x},${y - 4})`}));
      write(labelOf(series), x + 26, y, "start", {...bold, fill: colourOf(series.is)});
    }
  const fitting = (axis: Axis) =>
    axis.short && textWidth(axis.label, axisSize) > width - 30 ? axis.short : axis.label;
  write(`↑ ${fitting(axes.y)}`, 2, frame.top - 12, "start");
  write(`${fitting(axes.x)} →`, frame.right, height - 4, "end");
}

function drawnMarks(
  panel: Panel,
  axes: {readonly x: Axis; readonly y: Axis; readonly z: Chart["z"]},
  domains: Readonly<Record<"x" | "y", readonly [number, number]>>,
  place: (mark: Mark) => Point,
  frame: Box
): DrawnMark[] {
  const x = {axis: axes.x, format: formatOf(axes.x, domains.x)};
  const y = {axis: axes.y, format: formatOf(axes.y, domains.y)};
  return panel.series
    .filter(series => !["rule", "arrow", "band"].includes(shapeOf(series)))
    .flatMap(series =>
      series.marks.flatMap(mark => {
        const [px, py] = place(mark);
        const seen =
          px >= frame.left - 1 &&
          px <= frame.right + 1 &&
          py >= frame.top - 1 &&
          py <= frame.bottom + 1;
        return seen ? [{px, py, series, mark, panel, x, y, z: axes.z}] : [];
      })
    );
}
