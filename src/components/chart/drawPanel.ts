import * as Plot from "@observablehq/plot";
import {formatOf, ticksOf, within} from "./axes.js";
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

/** A panel on the paper that is its own. */
export interface DrawnPanel {
  readonly group: SVGGElement;
  readonly width: number;
  readonly height: number;
  readonly marks: readonly DrawnMark[];
  readonly frame: Box;
  readonly place: (mark: Mark) => Point;
  /** Series whose labels found no place. */
  readonly unplaced: readonly Series[];
}

/** Ends of a panel's two axes. */
export type Domains = Readonly<Record<"x" | "y", readonly [number, number]>>;

/** What surrounds a frame, and its size. */
export interface Layout {
  readonly left: number;
  readonly right: number;
  /** Between the two margins. */
  readonly inner: number;
  /** Height of the frame. */
  readonly tall: number;
  /** Lines of keys above the frame, of which some may be empty. */
  readonly lines: number;
  /** What stands in the key. */
  readonly keyed: readonly Series[];
  /** Whether the values of y are written at its left; else those of the panel beside it hold. */
  readonly scaled: boolean;
}

/** Size of the words at axes, and the height of a line of them. */
const [axisSize, line] = [12, 18];

/** Room for the values of y at the left of a frame. */
export function roomForTicks(axis: Axis, domain: readonly [number, number], tall: number): number {
  const {values, format} = ticksOf(axis, domain, tall, "y");
  return 12 + Math.max(18, ...values.map(value => textWidth(format(value), axisSize)));
}

/** Series with a label to be placed. */
export const labelledOf = ({series}: Panel): Series[] =>
  series.filter(({label, marks}) => label !== false && marks.length > 0);

/** Room that the labels of a panel take beside its frame. */
export const roomBeside = (panel: Panel): number =>
  14 + Math.max(0, ...labelledOf(panel).map(each => textWidth(labelOf(each), labelSize)));

/** Lines of a key with these series. */
export const keyLines = (keyed: readonly Series[], width: number): KeyRow[] =>
  keyed.length ? keyOf(keyed, width, labelSize) : [];

/** A panel with its axes, its key and the labels that find a place. */
export function drawPanel(
  chart: Chart,
  panel: Panel,
  domains: Domains,
  layout: Layout
): DrawnPanel {
  const {left, right, inner, tall, lines, keyed, scaled} = layout;
  const axes = axesOf(chart, panel);
  const width = left + inner + right;
  const key = keyLines(keyed, width);
  const top = (panel.name ? line + 4 : 0) + line * lines + line + 8;
  const bottom = 2 * line + 6;
  const height = top + tall + bottom;
  const yTicks = ticksOf(axes.y, domains.y, tall, "y");
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
        text: yTicks.values.map(scaled ? yTicks.format : () => ""),
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
  words(group, panel, axes, frame, {width, height, key, scaled});
  const labelled = labelledOf(panel).filter(each => !keyed.includes(each));
  const unplaced = placeOnLines(group, panel, labelled, place, {frame, edge: width});
  const marks = drawnMarks(panel, {...axes, z: chart.z}, domains, place, frame);
  return {group, width, height, marks, unplaced, frame, place};
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
  {
    width,
    height,
    key,
    scaled
  }: {width: number; height: number; key: readonly KeyRow[]; scaled: boolean}
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
  if (scaled) write(`↑ ${fitting(axes.y)}`, 2, frame.top - 12, "start");
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
