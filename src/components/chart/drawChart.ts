import {domainOf} from "./axes.js";
import {axesOf, type Chart, type Mark, type Panel, type Series} from "./declaration.js";
import {
  type Domains,
  type DrawnMark,
  type DrawnPanel,
  drawPanel,
  keyLines,
  type Layout,
  labelledOf,
  roomBeside,
  roomForTicks
} from "./drawPanel.js";
import type {Box, Point} from "./placeLabels.js";
import {svg} from "./svg.js";

export interface DrawnChart {
  readonly node: SVGSVGElement;
  readonly marks: readonly DrawnMark[];
  /** The frame of each panel, and where in the picture a mark lies. */
  readonly frames: readonly {readonly frame: Box; readonly place: (mark: Mark) => Point}[];
}

/** Between two panels; beside a frame without values; at the right of a frame. */
const [gap, bare, edge] = [18, 6, 14];

/** A column of panels is at least so wide; one of three may be narrower, and one of upright frames narrower still. */
const narrowest = (chart: Chart) =>
  isUpright(chart) ? 100 : chart.panels.length === 3 ? 215 : 250;

/** Whether frames of one scale are at least twice as tall as wide. */
const isUpright = ({square, x, y}: Chart) =>
  Boolean(square && x.domain && y.domain && lengthOf(y.domain) >= 2 * lengthOf(x.domain));

const lengthOf = ([from, to]: readonly [number, number]) => to - from;

/** How many panels stand beside one another, rows being as even as can be. */
function columnsOf(chart: Chart, width: number): number {
  const count = chart.panels.length;
  const most = Math.min(count, Math.floor((width + gap) / (narrowest(chart) + gap)), 3);
  return Math.ceil(count / Math.ceil(count / Math.max(1, most)));
}

/** Whether all panels stand on one axis, the figure's. */
const onOne = ({panels}: Chart, along: "x" | "y") =>
  panels.length > 1 && panels.every(panel => !panel[along]);

/** The ends of each panel's axes: an axis of the figure has the same ends wherever it is used. */
function domainsOf(chart: Chart): Domains[] {
  const common = (along: "x" | "y") => ({
    series: chart.panels.filter(panel => !panel[along]).flatMap(({series}) => series)
  });
  return chart.panels.map(panel => {
    const axes = axesOf(chart, panel);
    const ends = (along: "x" | "y") =>
      domainOf(axes[along], panel[along] ? panel : common(along), along);
    return {x: ends("x"), y: ends("y")};
  });
}

/** What a panel asks for itself. */
interface Wanted {
  readonly right: number;
  readonly keyed: readonly Series[];
}

/**
 * The picture of a chart at a width in pixels: panels beside one another where there is room, labels on their
 * lines, or in a key above the frame where they would be crossed. Panels on one axis of y have level frames of one
 * size, and only the first of a row has its values.
 */
export function drawChart(chart: Chart, width: number): DrawnChart {
  const columns = columnsOf(chart, width);
  const domains = domainsOf(chart);
  const beside = columns > 1 && onOne(chart, "y");
  const aligned = beside || (columns === 1 && onOne(chart, "x"));
  const across = Math.floor((width - gap * (columns - 1)) / columns);
  const high = heightOf(chart, across, width < 500);
  const rooms = chart.panels.map((panel, k) =>
    roomForTicks(
      axesOf(chart, panel).y,
      domains[k].y,
      chart.square ? squareHeight(domains[k], across) : high
    )
  );
  const layoutsOf = (wanted: readonly Wanted[]): Layout[] =>
    wanted.map(({right: own, keyed}, k) => {
      const right = aligned ? Math.max(...wanted.map(each => each.right)) : own;
      const first = k % columns === 0;
      const room = aligned ? Math.max(...rooms) : rooms[k];
      const left = beside && !first ? bare : room;
      const inner = beside
        ? Math.floor((width - (gap + bare) * (columns - 1) - room) / columns) - right
        : across - left - right;
      const tall = chart.square ? squareHeight(domains[k], inner) : high;
      const row = wanted.slice(k - (k % columns), k - (k % columns) + columns);
      const lines = Math.max(...row.map(each => keyLines(each.keyed, across).length));
      return {left, right, inner, tall, lines, keyed, scaled: first || !beside};
    });
  const draw = (wanted: readonly Wanted[]) => {
    const layouts = layoutsOf(wanted);
    return chart.panels.map((panel, k) => drawPanel(chart, panel, domains[k], layouts[k]));
  };
  return assembled(settled(chart.panels, across, draw), columns, width);
}

/** Panels whose labels have all found their place: on lines, beside the frame, or in a key. */
function settled(
  panels: readonly Panel[],
  across: number,
  draw: (wanted: readonly Wanted[]) => DrawnPanel[]
): DrawnPanel[] {
  let wanted: Wanted[] = panels.map(() => ({right: edge, keyed: []}));
  let drawn = draw(wanted);
  const crowded = drawn.map(({unplaced}) => unplaced);
  if (crowded.every(each => each.length === 0)) return drawn;
  const roomy = draw(
    panels.map((panel, k) => {
      const right = roomBeside(panel);
      return {right: crowded[k].length && right < 0.3 * across ? right : edge, keyed: []};
    })
  );
  wanted = panels.map((panel, k) => ({
    right: crowded[k].length && roomy[k].unplaced.length === 0 ? roomBeside(panel) : edge,
    keyed: roomy[k].unplaced.length === 0 ? [] : crowded[k]
  }));
  drawn = draw(wanted);
  while (drawn.some(({unplaced}) => unplaced.length > 0)) {
    wanted = wanted.map(({right, keyed}, k) => ({
      right,
      keyed: labelledOf(panels[k]).filter(
        each => keyed.includes(each) || drawn[k].unplaced.includes(each)
      )
    }));
    drawn = draw(wanted);
  }
  return drawn;
}

/** Panels in rows. */
function assembled(drawn: readonly DrawnPanel[], columns: number, width: number): DrawnChart {
  const node = svg("svg", {width, fill: "currentColor", "text-anchor": "middle"});
  const marks: DrawnMark[] = [];
  const frames: DrawnChart["frames"][number][] = [];
  let top = 0;
  for (let first = 0; first < drawn.length; first += columns) {
    const row = drawn.slice(first, first + columns);
    let left = 0;
    for (const panel of row) {
      panel.group.setAttribute("transform", `translate(${left},${top})`);
      node.append(panel.group);
      for (const mark of panel.marks) marks.push({...mark, px: mark.px + left, py: mark.py + top});
      frames.push(moved(panel, left, top));
      left += panel.width + gap;
    }
    const last = first + columns >= drawn.length;
    top += Math.max(...row.map(({height}) => height)) + (last ? 0 : 14);
  }
  node.setAttribute("height", String(top));
  node.setAttribute("viewBox", `0 0 ${width} ${top}`);
  return {node, marks, frames};
}

/** Height of a frame in a column of this width. */
function heightOf({shape}: Chart, across: number, narrow: boolean): number {
  const ratio = shape ?? (narrow ? 0.78 : across < 500 ? 0.8 : 0.46);
  return Math.round(across * (narrow ? Math.max(ratio, 0.7) : ratio));
}

function squareHeight(
  {x, y}: Readonly<Record<"x" | "y", readonly [number, number]>>,
  inner: number
): number {
  return Math.round(((y[1] - y[0]) / (x[1] - x[0])) * inner);
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
