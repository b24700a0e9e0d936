/** What a series is. Its look follows from that, and is the same on every page. */
export type Kind = keyof typeof kinds;

/** The kinds of series, in the words in which they are described to those who cannot see them. */
export const kinds = {
  measured: "measured",
  exact: "exact",
  continuous: "continuous limit",
  surrogate: "surrogate",
  printed: "as printed",
  reference: "reference"
} as const;

/**
 * How marks are drawn where the kind does not say it: measured and printed ones are points, the others
 * lines, references rules across the frame. A `loop` is a closed line, a `cloud` many points without bars, a `band` lies between
 * `low` and `high`, and a `rule` stands upright where its marks have no `y`. The bars of `spans` lie along x; `cells` are
 * the fields of a map, on a grid of x and y, the darker the larger their `weight`.
 */
export type Shape =
  | "points"
  | "line"
  | "loop"
  | "band"
  | "cloud"
  | "rule"
  | "crosses"
  | "arrow"
  | "spans"
  | "cells";

/** One mark: a row of the figure's table and CSV. Further columns are carried there, and are not drawn. */
export interface Mark {
  readonly x?: number;
  readonly y?: number;
  /** What a map shows at x and y. */
  readonly z?: number;
  /** Bars reach 1.96 of it to both sides. */
  readonly standardError?: number;
  /** Ends of a band or of a bar, where they are no standard errors. */
  readonly low?: number;
  readonly high?: number;
  /** What is expected of a measured mark. */
  readonly expected?: number;
  /** Lines of several pieces: which one it belongs to. */
  readonly piece?: number;
  /** Area of a point in a cloud relative to the largest; how dark a cell is, from 0 to 1. */
  readonly weight?: number;
  readonly [column: string]: number | string | undefined;
}

export interface Series {
  readonly is: Kind;
  /** Its name in the table, the CSV and, unless `label` says otherwise, on its line. */
  readonly name: string;
  readonly marks: readonly Mark[];
  readonly as?: Shape;
  /** What stands on the line, or false for nothing. */
  readonly label?: string | false;
  /** Where along the line the label should stand, from 0 at its begin to 1 at its end. */
  readonly near?: number;
  /** A second series of a kind in one panel: lighter lines, hollow points. */
  readonly second?: boolean;
  /** The column whose value stands in each point, which is a ring around it. */
  readonly inside?: string;
}

export interface Axis {
  /** Name and unit, maths between dollar signs; the arrow is added. */
  readonly label: string;
  /** In place of the label where there is no room for it. */
  readonly short?: string;
  /** Heading of its column in the table and the CSV. */
  readonly column: string;
  /** The frame's ends; those of the marks unless given. */
  readonly domain?: readonly [number, number];
  readonly scale?: "linear" | "log" | "sqrt" | "symlog";
  /** Where a symlog axis turns from linear to logarithmic, on both sides of zero; 1 unless given. */
  readonly linearTo?: number;
  /** Values with ticks, or about how many; fewer are shown where there is no room. */
  readonly ticks?: number | readonly number[];
  /** How ticks are written: as powers on log axes whose ticks are powers of ten, else as plain numbers. */
  readonly format?: "number" | "percent" | "power";
  /** What stands in the place of whole numbers, from 0 on. */
  readonly names?: readonly string[];
}

export interface Panel {
  /** Stands above the frame. */
  readonly name?: string;
  readonly series: readonly Series[];
  /** Where it differs from the figure's. */
  readonly x?: Axis;
  readonly y?: Axis;
}

/** A figure as data: what its series are, its axes and its words. */
export interface Chart {
  /** First phrase of the caption: what is plotted. */
  readonly title: string;
  /** The rest of the caption: what to see. */
  readonly caption: string;
  /** What the picture shows, for those who cannot see it. */
  readonly description: string;
  readonly x: Axis;
  readonly y: Axis;
  /** What the marks of a map have as `z`. */
  readonly z?: Pick<Axis, "label" | "column">;
  readonly panels: readonly Panel[];
  /** Height of a frame over its width at a desk; on a phone it is taller. */
  readonly shape?: number;
  /** Both axes have one scale: a unit is as long on one as on the other. */
  readonly square?: boolean;
}

/** How a series is drawn. */
export function shapeOf({is, as}: Pick<Series, "is" | "as">): Shape {
  if (as) return as;
  if (is === "measured" || is === "printed") return "points";
  return is === "reference" ? "rule" : "line";
}

/** What stands on the line of a series that has a label. */
export const labelOf = ({label, name}: Series): string => label || name;

/** Whether a series is single points, with bars or without. */
export const isOfPoints = (series: Pick<Series, "is" | "as">): boolean =>
  ["points", "spans", "crosses", "cloud"].includes(shapeOf(series));

/** The axes of a panel. */
export const axesOf = (chart: Chart, panel: Panel): {readonly x: Axis; readonly y: Axis} => ({
  x: panel.x ?? chart.x,
  y: panel.y ?? chart.y
});

/** Marks of a function at evenly spaced places; on a log axis at a constant ratio. */
export function curve(
  f: (x: number) => number,
  [from, to]: readonly [number, number],
  {points = 80, log = false}: {readonly points?: number; readonly log?: boolean} = {}
): Mark[] {
  return Array.from({length: points}, (_, k) => {
    const t = k / (points - 1);
    const x = log ? from * (to / from) ** t : from + (to - from) * t;
    return {x, y: f(x)};
  });
}

/** Marks of a function of whole steps, from none to the last: at each of them, or evenly spaced where there are more than `points`. */
export function atSteps(f: (steps: number) => number, last: number, points = 100): Mark[] {
  const stride = Math.max(1, last / points);
  return Array.from({length: Math.floor(last / stride + 1e-9) + 1}, (_, k) => {
    const x = Math.round(k * stride);
    return {x, y: f(x)};
  });
}
